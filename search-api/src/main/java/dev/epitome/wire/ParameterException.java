package dev.epitome.wire;

import dev.epitome.article.CleanText;

/** A parameter that cannot be. The message names it, what is wrong, and what would be right. */
public final class ParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** In characters. */
    private static final int SHOWN = 80;

    private final String message;
    private final Code code;
    private final String parameter;

    ParameterException(Code code, String parameter, String message) {
        super(message);
        this.message = message;
        this.code = code;
        this.parameter = parameter;
    }

    /** Of a value: with what would be one. */
    static ParameterException invalid(String key, String value, String remedy) {
        String what = value.isBlank() ? "empty" : "\"" + shown(value) + "\"";
        return new ParameterException(Code.INVALID_PARAMETER, key, key + " is " + what + ": " + remedy);
    }

    /** As much of what was given as a message repeats. */
    static String shown(String given) {
        return CleanText.shortened(given, SHOWN);
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** What is wrong, as a program sees it. */
    public Code code() {
        return code;
    }

    /** The name of the parameter as it was given. */
    public String parameter() {
        return parameter;
    }

    /** The ways in which a parameter can be wrong. */
    public enum Code {
        UNKNOWN_PARAMETER,
        INVALID_PARAMETER,
        REPEATED_PARAMETER
    }
}
