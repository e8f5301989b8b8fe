package dev.heed.frontend.java.lower;

import com.github.javaparser.ast.CompilationUnit;
import dev.heed.frontend.java.skim.SkimmedUnit;
import java.util.List;

/**
 * Tells the files of command line programs: they import a library that reads options. Their code runs on the main thread of a
 * process of its own, which nobody interrupts but by ending it.
 */
public final class CommandLines {
    private static final List<String> LIBRARIES = List.of(
            "picocli.",
            "com.beust.jcommander.",
            "org.apache.commons.cli.",
            "org.kohsuke.args4j.",
            "net.sourceforge.argparse4j.",
            "joptsimple.",
            "com.github.rvesse.airline.",
            "io.airlift.airline.",
            "org.apache.hadoop.fs.shell.");

    private CommandLines() {}

    /** Whether a file is such a one. */
    public static boolean isReadBy(SkimmedUnit unit) {
        return unit.imports().stream().anyMatch(declaration -> isLibrary(declaration.name(), declaration.isAsterisk()));
    }

    static boolean isReadBy(CompilationUnit unit) {
        return unit.getImports().stream()
                .anyMatch(declaration -> isLibrary(declaration.getNameAsString(), declaration.isAsterisk()));
    }

    private static boolean isLibrary(String imported, boolean isAsterisk) {
        String name = isAsterisk ? imported + "." : imported;
        return LIBRARIES.stream().anyMatch(name::startsWith);
    }
}
