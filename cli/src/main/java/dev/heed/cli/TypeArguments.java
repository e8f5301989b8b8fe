package dev.heed.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code heed scan} that say where types come from. */
final class TypeArguments {

    @Option(
            names = {"-cp", "--classpath"},
            paramLabel = "PATH",
            description =
                    "Class files of the libraries that the sources use, separated as for java -cp; lib/* stands for the"
                            + " jars in lib. Repeatable. Without it Heed works with what it knows of the JDK and well-known"
                            + " libraries.")
    private List<String> classPath = new ArrayList<>();

    @Option(
            names = "--classpath-file",
            paramLabel = "FILE",
            description = "A file with the class path, one entry a line or separated. Repeatable.")
    private List<String> classPathFiles = new ArrayList<>();

    @Option(
            names = "--models",
            paramLabel = "FILE",
            description = "What methods of your libraries do to a cancellation. Repeatable.")
    private List<String> models = new ArrayList<>();

    @Option(names = "--offline", description = "Download nothing: maven: inputs come from the local repository.")
    private boolean isOffline;

    @Option(
            names = "--maven-settings",
            paramLabel = "FILE",
            description = "Maven settings in place of ~/.m2/settings.xml.")
    private @Nullable String mavenSettings;

    @Option(
            names = "--maven-repo-local",
            paramLabel = "DIR",
            description = "Local repository in place of that of the settings.")
    private @Nullable String mavenRepository;

    List<String> classPath() {
        return classPath;
    }

    List<String> classPathFiles() {
        return classPathFiles;
    }

    List<String> models() {
        return models;
    }

    boolean isOffline() {
        return isOffline;
    }

    @Nullable
    String mavenSettings() {
        return mavenSettings;
    }

    @Nullable
    String mavenRepository() {
        return mavenRepository;
    }
}
