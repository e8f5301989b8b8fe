package dev.heed.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code heed scan} for its own working. */
final class RunArguments {

    @Option(names = "--threads", paramLabel = "N", description = "How many threads work. [one for each processor]")
    private int threads;

    @Option(
            names = "--file-timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Give up a file that takes longer to read or to check; 0 for never. [60]")
    private int fileTimeout = 60;

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

    int threads() {
        return threads;
    }

    /** In seconds; 0 for no bound. */
    int fileTimeout() {
        return fileTimeout;
    }

    @Nullable
    String dumpIr() {
        return dumpIr;
    }

    DumpFormat dumpFormat() {
        return dumpFormat;
    }
}
