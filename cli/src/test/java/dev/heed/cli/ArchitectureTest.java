package dev.heed.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Holds the arrows between the modules: cli, lsp -> api -> report, rules -> engine <- front ends; runtime and verify stand alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private static final String ENGINE = "dev.heed.engine..";
    private static final String FRONT_ENDS = "dev.heed.frontend..";
    private static final String RULES = "dev.heed.rules..";
    private static final String REPORT = "dev.heed.report..";
    private static final String RUNTIME = "dev.heed.runtime..";
    private static final String VERIFY = "dev.heed.verify..";
    private static final String JUNIT = "dev.heed.junit..";
    private static final String EXECUTION = "dev.heed.execution..";
    private static final String[] API = {"dev.heed", "dev.heed.input.."};
    private static final String CLI = "dev.heed.cli..";
    private static final String LSP = "dev.heed.lsp..";

    private JavaClasses heed;

    @BeforeAll
    void read() {
        heed = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.heed");
    }

    @Test
    void allModulesAreSeen() {
        for (String module : new String[] {
            "engine", "frontend", "rules", "report", "runtime", "verify", "junit", "execution", "input", "lsp", "cli"
        }) {
            assertThat(heed).as(module).anyMatch(type -> type.getPackageName().startsWith("dev.heed." + module));
        }
    }

    @Test
    void theEngineKnowsNobody() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(with(API, FRONT_ENDS, RULES, REPORT, CLI))
                .check(heed);
    }

    @Test
    void frontEndsKnowTheEngineOnly() {
        noClasses()
                .that()
                .resideInAPackage(FRONT_ENDS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(with(API, RULES, REPORT, CLI))
                .check(heed);
    }

    @Test
    void rulesSeeNoParser() {
        noClasses()
                .that()
                .resideInAPackage(RULES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        with(API, FRONT_ENDS, REPORT, CLI, "com.github.javaparser..", "org.objectweb.asm.."))
                .check(heed);
    }

    @Test
    void reportsKnowTheEngineOnly() {
        noClasses()
                .that()
                .resideInAPackage(REPORT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(with(API, FRONT_ENDS, RULES, CLI))
                .check(heed);
    }

    @Test
    void theWayInKnowsNobodyWhoUsesIt() {
        noClasses()
                .that()
                .resideInAnyPackage(API)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CLI, LSP, RUNTIME, VERIFY, EXECUTION, JUNIT)
                .check(heed);
    }

    @Test
    void theLanguageServerGoesThroughTheWayIn() {
        noClasses()
                .that()
                .resideInAPackage(LSP)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRONT_ENDS, RULES, REPORT, CLI, RUNTIME, VERIFY, EXECUTION, JUNIT)
                .check(heed);
    }

    /** What the command and other users of the engine share is in one place. */
    @Test
    void theCommandGoesThroughTheWayIn() {
        noClasses()
                .that()
                .resideInAPackage(CLI)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRONT_ENDS, RULES)
                .check(heed);
    }

    @Test
    void theRuntimeDependsOnNothing() {
        classes()
                .that()
                .resideInAPackage(RUNTIME)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(RUNTIME, "java..", "com.sun.net.httpserver..", "org.jspecify.annotations..")
                .check(heed);
    }

    @Test
    void theExplorerNeedsNobody() {
        classes()
                .that()
                .resideInAPackage(VERIFY)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        VERIFY,
                        "java..",
                        "javax.tools..",
                        "com.sun.tools.attach..",
                        "org.objectweb.asm..",
                        "org.jspecify.annotations..")
                .check(heed);
    }

    /** It knows findings, from a scan or a log: neither how they are found nor who asks. */
    @Test
    void findingsAreRunWithoutTheAnalyzer() {
        noClasses()
                .that()
                .resideInAPackage(EXECUTION)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(with(API, FRONT_ENDS, RULES, RUNTIME, JUNIT, CLI))
                .check(heed);
    }

    @Test
    void theJUnitExtensionNeedsExplorersOnly() {
        classes()
                .that()
                .resideInAPackage(JUNIT)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        JUNIT,
                        VERIFY,
                        RUNTIME,
                        "java..",
                        "org.junit..",
                        "org.opentest4j..",
                        "org.jspecify.annotations..")
                .check(heed);
    }

    @Test
    void probesStandAlone() {
        classes()
                .that()
                .resideInAPackage("dev.heed.verify.probe..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.heed.verify.probe..", "java..", "org.jspecify.annotations..")
                .check(heed);
    }

    @Test
    void theAnalyzerNeedsNeitherRuntimeNorExplorer() {
        noClasses()
                .that()
                .resideInAnyPackage(ENGINE, FRONT_ENDS, RULES, REPORT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(RUNTIME, VERIFY, EXECUTION, JUNIT)
                .check(heed);
    }

    @Test
    void librariesStayWhereTheyBelong() {
        only(FRONT_ENDS, "com.github.javaparser..");
        only(CLI, "picocli..", "org.eclipse.aether..", "org.apache.maven..");
        only(REPORT, "de.jcup.sarif_2_1_0..");
        only(ENGINE, "org.snakeyaml..");
        only(LSP, "org.eclipse.lsp4j..", "com.google.gson..");
    }

    private static String[] with(String[] packages, String... others) {
        return Stream.concat(Arrays.stream(packages), Arrays.stream(others)).toArray(String[]::new);
    }

    private void only(String module, String... libraries) {
        classes()
                .that()
                .resideInAPackage("dev.heed..")
                .and()
                .resideOutsideOfPackage(module)
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(libraries)
                .check(heed);
    }

    @Test
    void packagesHaveNoCycles() {
        for (String module : new String[] {
            "engine", "frontend", "rules", "report", "runtime", "verify", "execution", "input", "lsp", "cli"
        }) {
            slices().matching("dev.heed." + module + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(heed);
        }
    }
}
