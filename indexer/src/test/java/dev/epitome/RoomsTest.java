package dev.epitome;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may import what. */
class RoomsTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.epitome");

    @ParameterizedTest
    @ValueSource(strings = {"", ".article", ".corpus", ".alias", ".analysis", ".ranking", ".index"})
    void everyRoomIsLookedAt(String room) {
        assertThat(MAIN.that(resideInAPackage("dev.epitome" + room))).hasSizeGreaterThan(1);
    }

    @Test
    void thereAreNoOtherRooms() {
        classes()
                .should()
                .resideInAnyPackage(
                        "dev.epitome",
                        "dev.epitome.article",
                        "dev.epitome.corpus",
                        "dev.epitome.alias",
                        "dev.epitome.ranking",
                        "dev.epitome.analysis",
                        "dev.epitome.index")
                .check(MAIN);
    }

    @Test
    void testsAreNotLookedAt() {
        assertThat(MAIN.contain(RoomsTest.class)).isFalse();
        assertThat(MAIN.contain(EpitomeException.class)).isTrue();
    }

    @Test
    void luceneIsKnownInAnalysisAndIndexOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.epitome.analysis", "dev.epitome.index")
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.lucene.."))
                .check(MAIN);
    }

    @ParameterizedTest
    @CsvSource({"dev.epitome.analysis", "dev.epitome.index"})
    void luceneIsSeenWhereItIs(String room) {
        assertThat(MAIN.that(resideInAPackage(room)).stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(use -> resideInAPackage("org.apache.lucene..").test(use.getTargetClass())))
                .isNotEmpty();
    }

    @Test
    void theRootNeedsNothingOfOurs() {
        onlyJdkAnd("dev.epitome", "dev.epitome");
    }

    @Test
    void articleNeedsTheJdkOnly() {
        onlyJdkAnd("dev.epitome.article", "dev.epitome", "dev.epitome.article");
    }

    @Test
    void rankingNeedsTheJdkOnly() {
        onlyJdkAnd("dev.epitome.ranking", "dev.epitome.ranking");
    }

    @Test
    void aliasNeedsTheJdkOnly() {
        onlyJdkAnd("dev.epitome.alias", "dev.epitome", "dev.epitome.alias");
    }

    @Test
    void analysisNeedsArticleAndLucene() {
        onlyJdkAnd(
                "dev.epitome.analysis",
                "dev.epitome",
                "dev.epitome.article",
                "dev.epitome.analysis",
                "org.apache.lucene..",
                "org.tartarus.snowball..");
    }

    @Test
    void corpusNeedsArticleAndItsParsers() {
        onlyJdkAnd(
                "dev.epitome.corpus",
                "dev.epitome",
                "dev.epitome.article",
                "dev.epitome.corpus",
                "tools.jackson.core..",
                "org.jsoup..",
                "org.commonmark..",
                "org.apache.james.mime4j..",
                "org.apache.commons.compress..",
                "com.github.luben.zstd..",
                "org.tukaani.xz..");
    }

    @Test
    void indexNeedsNoParser() {
        onlyJdkAnd("dev.epitome.index", "dev.epitome..", "org.apache.lucene..");
    }

    @Test
    void nothingGoesInCircles() {
        slices().matching("dev.epitome.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    private static void onlyJdkAnd(String room, String... others) {
        classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "javax..", "org.xml.sax..", "org.w3c.dom..", "org.jspecify..")
                                .or(resideInAnyPackage(others)))
                .check(MAIN);
    }
}
