package dev.heed.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The plugin goes through the one way in, and brings nothing into Maven's process that Maven has itself. */
class ArchitectureTest {

    @Test
    void knowsTheWayInAndMavenOnly() {
        JavaClasses plugin = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.heed.maven");
        assertThat(plugin).hasSizeGreaterThan(5);
        classes()
                .that()
                .resideInAPackage("dev.heed.maven")
                .and()
                .haveSimpleNameNotEndingWith("HelpMojo")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.heed.maven",
                        "dev.heed",
                        "dev.heed.config",
                        "dev.heed.input",
                        "dev.heed.report",
                        "dev.heed.execution",
                        "dev.heed.verify.check",
                        "dev.heed.verify.fork",
                        "dev.heed.engine.fix",
                        "dev.heed.engine.rule",
                        "dev.heed.engine.scan",
                        "dev.heed.engine.source",
                        "dev.heed.engine.cache",
                        "dev.heed.engine.text",
                        "org.apache.maven..",
                        "org.eclipse.aether..",
                        "org.jspecify.annotations..",
                        "java..")
                .check(plugin);
    }

    @Test
    void bringsNoPartOfMaven() throws IOException {
        assertThat(PluginXml.read(Path.of("target/classes/META-INF/maven/plugin.xml"))
                        .dependencies())
                .contains("dev.heed:heed-api")
                .noneMatch(dependency -> dependency.startsWith("org.apache.maven"))
                .noneMatch(dependency -> dependency.startsWith("org.slf4j"))
                .noneMatch(dependency -> dependency.startsWith("info.picocli"));
    }
}
