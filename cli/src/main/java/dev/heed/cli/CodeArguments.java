package dev.heed.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of commands that run the code under test: which classes, and how far. */
class CodeArguments {

    @Option(
            names = "--classes",
            paramLabel = "DIR|JAR",
            description = "The compiled classes of the sources: a directory or a jar. Repeatable. Not needed for Maven"
                    + " modules and maven: inputs.")
    private List<String> classes = new ArrayList<>();

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask before code is run.")
    private boolean isYes;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long the runs for one finding may take. [30]")
    private int timeout = 30;

    @Option(
            names = "--heap",
            paramLabel = "MB",
            defaultValue = "512",
            description = "Heap of the JVM that the code runs in. [512]")
    private int heap = 512;

    @Option(
            names = "--max-threads",
            paramLabel = "N",
            defaultValue = "500",
            description = "How many threads the code may have at once. [500]")
    private int maxThreads = 500;

    @Option(
            names = "--forks",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many JVMs run at once. More are faster, but a loaded machine may miss bounds. [1]")
    private int forks = 1;

    @Option(
            names = "--java",
            paramLabel = "DIR",
            description = "The Java installation that runs the code. [the one that runs Heed]")
    private @Nullable String java;

    List<String> classes() {
        return classes;
    }

    boolean isYes() {
        return isYes;
    }

    int timeout() {
        return timeout;
    }

    int heap() {
        return heap;
    }

    int maxThreads() {
        return maxThreads;
    }

    int forks() {
        return forks;
    }

    @Nullable
    String java() {
        return java;
    }
}
