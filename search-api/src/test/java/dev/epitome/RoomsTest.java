package dev.epitome;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom: the walls between the rooms of the house. */
final class RoomsTest {

    private static final String LUCENE = "org.apache.lucene..";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.epitome");

    @Test
    void theClassesOfBothModulesAreLookedAt() {
        assertThat(MAIN.contain("dev.epitome.index.Reindex")).isTrue();
        assertThat(MAIN.contain("dev.epitome.cli.Main")).isTrue();
        assertThat(MAIN.contain("dev.epitome.RoomsTest")).isFalse();
        assertThat(MAIN.size()).isGreaterThan(80);
        assertThat(rooms())
                .contains(
                        "dev.epitome.article",
                        "dev.epitome.corpus",
                        "dev.epitome.alias",
                        "dev.epitome.analysis",
                        "dev.epitome.index",
                        "dev.epitome.query",
                        "dev.epitome.search",
                        "dev.epitome.engine",
                        "dev.epitome.lucene",
                        "dev.epitome.quality",
                        "dev.epitome.wire",
                        "dev.epitome.keys",
                        "dev.epitome.watch",
                        "dev.epitome.http",
                        "dev.epitome.cli");
    }

    @Test
    void luceneIsKnownOnlyWhereTextIsAnalysedIndexedAndSearched() {
        Predicate<JavaClass> version = type -> type.getName().equals("dev.epitome.cli.Version");
        Predicate<JavaClass> theirs = type -> type.getName().equals("org.apache.lucene.util.Version");
        holds(onlyIn(LUCENE, version, "dev.epitome.analysis", "dev.epitome.index", "dev.epitome.lucene"));
        holds(noClasses()
                .that(describe("name the version", version))
                .should()
                .dependOnClassesThat(resideInAnyPackage(LUCENE).and(describe("more than it", theirs.negate()))));
    }

    @Test
    void theWebServerIsKnownOnlyToHttp() {
        holds(onlyIn("io.javalin..", "dev.epitome.http"));
        holds(onlyIn("org.eclipse.jetty..", "dev.epitome.http"));
        holds(onlyIn("jakarta..", "dev.epitome.http"));
    }

    @Test
    void metersAreKnownOnlyToTheServer() {
        holds(onlyIn("io.micrometer..", "dev.epitome.http"));
        // An application that mounts the routes counts by means of its own.
        holds(noClasses()
                .that()
                .haveSimpleName("SearchRoutes")
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage("io.micrometer.."));
    }

    @Test
    void theTerminalIsKnownOnlyToTheCommandLine() {
        holds(onlyIn("picocli..", "dev.epitome.cli"));
        holds(onlyIn("me.tongfei..", "dev.epitome.cli"));
    }

    @Test
    void theQueryLanguageKnowsNoEngine() {
        holds(knowsOnly("dev.epitome.query", "dev.epitome.article", "dev.epitome.alias"));
    }

    @Test
    void theContractOfEnginesKnowsQueriesArticlesAndWhereTheyAreReadFrom() {
        holds(knowsOnly(
                "dev.epitome.search", "dev.epitome.query", "dev.epitome.article", "dev.epitome.corpus", "dev.epitome"));
    }

    @Test
    void theMindOfEnginesKnowsNoIndex() {
        holds(knowsOnly(
                "dev.epitome.engine",
                "dev.epitome.search",
                "dev.epitome.query",
                "dev.epitome.article",
                "dev.epitome.analysis",
                "dev.epitome.alias",
                "dev.epitome.ranking",
                "dev.epitome"));
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("dev.epitome.engine", "dev.epitome.lucene")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.epitome.engine.."));
    }

    @Test
    void qualityIsMeasuredOnWhateverEngine() {
        holds(knowsOnly(
                "dev.epitome.quality",
                "dev.epitome.search",
                "dev.epitome.query",
                "dev.epitome.article",
                "dev.epitome.index",
                "dev.epitome"));
    }

    @Test
    void keysKnowNothingOfWhatTheyAreFor() {
        holds(knowsOnly("dev.epitome.keys", "javax.crypto..", "dev.epitome.article", "dev.epitome"));
    }

    @Test
    void whatIsWatchedIsWrittenByWhateverWriter() {
        holds(knowsOnly(
                "dev.epitome.watch",
                "dev.epitome.corpus",
                "dev.epitome.article",
                "dev.epitome",
                "javax.net.ssl..",
                "org.jsoup..",
                "tools.jackson.core.."));
    }

    @Test
    void theArticleKnowsNobody() {
        holds(knowsOnly("dev.epitome.article", "dev.epitome"));
        holds(knowsOnly("dev.epitome"));
    }

    @Test
    void doorsAreOpenedOnlyByTheCommandLine() {
        holds(noClasses()
                .that()
                .resideInAnyPackage("dev.epitome.wire..", "dev.epitome.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.epitome.lucene..", "dev.epitome.index..", "dev.epitome.analysis.."));
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("dev.epitome.http", "dev.epitome.cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.epitome.http.."));
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("dev.epitome.cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.epitome.cli.."));
    }

    @Test
    void theEmbeddedEngineHasADoorForReadersAndOneForWriters() {
        List<String> open = MAIN.stream()
                .filter(type -> type.getPackageName().equals("dev.epitome.lucene"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                // What is nested in a type that nobody outside sees, is not seen either.
                .filter(type -> type.getEnclosingClass().isEmpty())
                .map(JavaClass::getSimpleName)
                .toList();
        assertThat(open).containsExactlyInAnyOrder("LuceneSearch", "ArticleStore", "SearchSettings");
    }

    @Test
    void theContractOfEnginesShowsNeitherLuceneNorPathsNorDocumentNumbers() {
        List<JavaClass> contract = MAIN.stream()
                .filter(type -> type.getPackageName().equals("dev.epitome.search"))
                .toList();
        List<JavaCodeUnit> members = contract.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(member -> !member.getModifiers().contains(JavaModifier.PRIVATE))
                .toList();
        assertThat(members).hasSizeGreaterThan(40);
        for (JavaCodeUnit member : members) {
            List<String> shown = Stream.concat(
                            member.getRawParameterTypes().stream(), Stream.of(member.getRawReturnType()))
                    .map(JavaClass::getName)
                    .toList();
            assertThat(shown)
                    .as(member.getFullName())
                    .noneMatch(type -> type.startsWith("org.apache.lucene"))
                    .doesNotContain(Path.class.getName());
        }
        assertThat(contract.stream().flatMap(type -> type.getFields().stream()))
                .noneMatch(field -> field.getName().toLowerCase(Locale.ROOT).contains("doc"));
        assertThat(members)
                .noneMatch(member -> member.getName().toLowerCase(Locale.ROOT).contains("doc"));
    }

    @Test
    void noRoomsKnowEachOther() {
        holds(slices().matching("dev.epitome.(*)..").should().beFreeOfCycles());
    }

    @Test
    void aBrokenWallIsSeen() {
        ArchRule wrong = onlyIn(LUCENE, "dev.epitome.analysis");
        EvaluationResult result = wrong.evaluate(MAIN);
        assertThat(result.hasViolation()).isTrue();
        assertThat(String.join("\n", result.getFailureReport().getDetails())).contains("LuceneRetriever");
    }

    private static ArchRule onlyIn(String library, String... rooms) {
        return onlyIn(library, type -> false, rooms);
    }

    /** The library has users in these rooms, and nowhere else but for the exception. */
    private static ArchRule onlyIn(String library, Predicate<JavaClass> exception, String... rooms) {
        assertThat(MAIN.stream()
                        .filter(type -> Arrays.asList(rooms).contains(type.getPackageName()))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(use -> resideInAnyPackage(library).test(use.getTargetClass())))
                .as("uses of %s in %s", library, String.join(", ", rooms))
                .isNotEmpty();
        return noClasses()
                .that(resideOutsideOfPackages(rooms).and(describe("no exception", exception.negate())))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library);
    }

    private static ArchRule knowsOnly(String room, String... others) {
        String[] known = Stream.concat(Stream.of(room, "java..", "org.jspecify.annotations"), Arrays.stream(others))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known);
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(false).check(MAIN);
    }

    private static List<String> rooms() {
        return MAIN.stream().map(JavaClass::getPackageName).distinct().collect(Collectors.toList());
    }
}
