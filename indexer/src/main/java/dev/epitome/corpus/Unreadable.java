package dev.epitome.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why an input cannot be read further, in our words: its message goes to people. */
class Unreadable extends IOException {

    private static final long serialVersionUID = 1L;
    private static final String UNKNOWN = "the system gives no reason";

    /** A name of a class or a package, which libraries put into their messages. */
    private static final Pattern OF_A_LIBRARY = Pattern.compile("[a-z]\\.[a-z]\\w*\\.|[a-z][A-Z]|Exception|null");

    Unreadable(String message) {
        super(message);
    }

    Unreadable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * What messages say of a failure. The words of libraries are for programmers; only the system's own words, such as
     * {@code Input/output error}, are passed on.
     */
    static String reason(IOException e) {
        return switch (e) {
            case Unreadable ours -> String.valueOf(ours.getMessage());
            case AccessDeniedException denied -> "no right to read it";
            case NoSuchFileException gone -> "it is no longer there";
            case EOFException end -> "it ends too soon";
            case FileSystemLoopException loop -> "its links lead in a circle";
            case FileSystemException failed -> plain(failed.getReason());
            default -> e.getClass() == IOException.class ? plain(e.getMessage()) : UNKNOWN;
        };
    }

    private static String plain(@Nullable String message) {
        return message == null || OF_A_LIBRARY.matcher(message).find() ? UNKNOWN : message;
    }
}
