package dev.heed.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code heed scan} that show what the engine sees. */
final class DumpArguments {

    @Option(
            names = "--dump-ir",
            paramLabel = "METHOD",
            description = "Instead of scanning, show the control flow of a method: name, Class.name or Class#name.")
    private @Nullable String dumpIr;

    @Option(
            names = "--dump-format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How it is shown: ${COMPLETION-CANDIDATES} (Graphviz). [text]")
    private DumpFormat dumpFormat = DumpFormat.TEXT;

    /** How an IR dump is written. */
    enum DumpFormat {
        TEXT,
        DOT;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Nullable
    String dumpIr() {
        return dumpIr;
    }

    DumpFormat dumpFormat() {
        return dumpFormat;
    }
}
