package org.meshquiz;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The directions in which packages may look, and what only some of them may touch. */
class ArchitectureTest {
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.meshquiz");

    @ParameterizedTest(name = "{0} uses {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "question | ",
                "memory   | ",
                "ability  | ",
                "learner  | ",
                "team     | ",
                "picture  | ",
                "notes    | question",
                "bank     | question notes",
                "chat     | learner",
                "store    | question memory ability learner",
                "quiz     | store bank notes chat question memory ability learner team picture",
                "schedule | quiz",
                "metrics  | quiz chat learner",
                "web      | quiz chat question ability learner picture",
                "telegram | quiz chat question ability learner",
                "commands | question notes bank memory ability",
            })
    void aPackageUsesOnlyWhatLiesBelowIt(String name, String below) {
        List<String> allowed = new ArrayList<>(List.of(home(name)));
        if (below != null) {
            List.of(below.split(" ")).forEach(other -> allowed.add(home(other)));
        }
        DescribedPredicate<JavaClass> elsewhere = JavaClass.Predicates.resideInAPackage("org.meshquiz..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed.toArray(String[]::new))));
        noClasses()
                .that()
                .resideInAPackage(home(name))
                .should()
                .dependOnClassesThat(elsewhere)
                .because("each package has one duty and only looks down")
                .check(PRODUCTION);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.meshquiz.(*)..").should().beFreeOfCycles().check(PRODUCTION);
    }

    @Test
    void sqlIsSpokenInTheStoreAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.meshquiz", "org.meshquiz.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..")
                .check(PRODUCTION);
    }

    @Test
    void onlyPicturesAreDrawn() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.meshquiz.picture")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.imageio..", "org.knowm..", "de.erichseifert..")
                .check(PRODUCTION);
    }

    @Test
    void figuresAreMadeInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.meshquiz.metrics")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.prometheus..", "io.micrometer.prometheusmetrics..", "ch.qos.logback..")
                .check(PRODUCTION);
    }

    @Test
    void quartzIsKnownToTheScheduleAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.meshquiz", "org.meshquiz.schedule")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.quartz..")
                .check(PRODUCTION);
    }

    @Test
    void theHttpServerIsKnownToTheWebAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.meshquiz", "org.meshquiz.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
                .check(PRODUCTION);
    }

    @Test
    void telegramsLibraryIsKnownToItsAdapterAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.meshquiz.telegram")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.telegram..")
                .check(PRODUCTION);
    }

    @Test
    void slacksLibraryIsKnownToItsAdapterAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.meshquiz.slack")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.slack..", "org.java_websocket..")
                .check(PRODUCTION);
    }

    @Test
    void theHttpClientIsKnownToAdaptersAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.meshquiz.telegram", "org.meshquiz.slack")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "okio..")
                .check(PRODUCTION);
    }

    @Test
    void theSystemClockIsReadAtTheTopAlone() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages("org.meshquiz", "org.meshquiz.store.embedded")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .because("time comes in as InstantSource");
        rule.check(PRODUCTION);
    }

    @Test
    void roomsAreNamedForWhatHappensInThem() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Impl")
                .check(PRODUCTION);
    }

    private static String home(String name) {
        return "org.meshquiz." + name + "..";
    }
}
