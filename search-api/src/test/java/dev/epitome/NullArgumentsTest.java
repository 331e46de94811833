package dev.epitome;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.epitome.article.Article;
import dev.epitome.http.EngineSlot;
import dev.epitome.lucene.LuceneSearch;
import dev.epitome.search.SearchEngine;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A null is refused where it is given, with the name of what was null, and not wherever it is first looked at: that may
 * be another thread, or an hour later.
 */
final class NullArgumentsTest {

    /** What a Java caller uses. */
    private static final Set<String> ROOMS = Set.of(
            "article", "corpus", "index", "alias", "ranking", "query", "search", "lucene", "quality", "http", "keys");

    private static final SampleArguments SAMPLES = new SampleArguments();

    @AfterAll
    static void close() {
        SAMPLES.close();
    }

    @TestFactory
    Stream<DynamicTest> everyPublicTypeNamesTheNullThatItIsGiven() {
        return publicTypes()
                .map(type -> DynamicTest.dynamicTest(
                        type.getName(),
                        () -> assertThat(faults(type, Optional.empty())).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyEngineNamesTheNullThatItIsGiven() {
        return Stream.of(LuceneSearch.inMemory(List.of(Article.titled("Queues").build())), new EngineSlot())
                .map(engine -> DynamicTest.dynamicTest(engine.getClass().getName(), () -> {
                    try (engine) {
                        assertThat(faults(SearchEngine.class, Optional.of(engine)))
                                .isEmpty();
                    }
                }));
    }

    @Test
    void theTypesThatCallersUseAreAmongThem() {
        assertThat(publicTypes().map(Class::getSimpleName))
                .contains("Article", "CorpusReader", "Reindex", "LuceneSearch", "SearchRequest", "SearchServer")
                .hasSizeGreaterThan(80);
        assertThat(faults(Lenient.class, Optional.of(new Lenient())))
                .as("who does not look at once is told")
                .containsExactly("Lenient.longer(text): NullPointerException: text is null");
    }

    /** Names what was null, but not by its name alone. */
    static final class Lenient {
        public int longer(String text, @Nullable String other) {
            if (text == null) {
                throw new NullPointerException("text is null");
            }
            return other == null ? text.length() : other.length();
        }
    }

    private static Stream<Class<?>> publicTypes() {
        Predicate<JavaClass> used =
                type -> ROOMS.stream().anyMatch(room -> type.getPackageName().equals("dev.epitome." + room))
                        || type.getPackageName().equals("dev.epitome");
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.epitome").stream()
                        .filter(used)
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(NullArgumentsTest::isPublic);
    }

    private static boolean isPublic(@Nullable Class<?> type) {
        return type == null || (Modifier.isPublic(type.getModifiers()) && isPublic(type.getEnclosingClass()));
    }

    /** Such as {@code Article.withId(id): NullPointerException}. */
    private static List<String> faults(Class<?> type, Optional<Object> instance) {
        List<String> faults = new ArrayList<>();
        Stream<Executable> all = Stream.concat(
                Arrays.stream(type.getConstructors()),
                methods(type).filter(method -> instance.isPresent() || !Modifier.isAbstract(method.getModifiers())));
        all.forEach(called -> {
            Parameter[] parameters = called.getParameters();
            for (int i = 0; i < parameters.length; i++) {
                boolean nullable = called.getAnnotatedParameterTypes()[i].isAnnotationPresent(Nullable.class);
                if (!parameters[i].getType().isPrimitive() && !nullable) {
                    String outcome = outcome(called, i, instance);
                    if (!outcome.matches("NullPointerException: " + expected(parameters[i]))) {
                        faults.add(name(called) + "(" + parameters[i].getName() + "): " + outcome);
                    }
                }
            }
        });
        return faults;
    }

    /** Another one of what there is already is named after that, and not as another. */
    private static String expected(Parameter parameter) {
        return parameter.getName().startsWith("other") ? "[a-z][A-Za-z]*" : parameter.getName();
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() == type && !method.isSynthetic())
                .filter(method -> !method.getName().equals("equals"))
                .filter(method -> !(type.isEnum() && method.getName().equals("valueOf")));
    }

    private static String name(Executable called) {
        return called instanceof Method method
                ? called.getDeclaringClass().getSimpleName() + "." + method.getName()
                : called.getDeclaringClass().getSimpleName();
    }

    /** What becomes of a call with one null. */
    private static String outcome(Executable called, int nullAt, Optional<Object> instance) {
        Object[] arguments = new Object[called.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i == nullAt ? null : SAMPLES.of(called.getParameterTypes()[i]);
        }
        try {
            called.setAccessible(true);
            if (called instanceof Constructor<?> made) {
                made.newInstance(arguments);
            } else {
                boolean none = Modifier.isStatic(called.getModifiers());
                Object on = none ? null : instance.orElseGet(() -> SAMPLES.of(called.getDeclaringClass()));
                ((Method) called).invoke(on, arguments);
            }
            return "nothing is thrown";
        } catch (InvocationTargetException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            return cause.getClass().getSimpleName() + ": " + cause.getMessage();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot call " + called, e);
        }
    }
}
