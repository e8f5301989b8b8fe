package dev.heed.input;

import java.nio.file.Path;
import java.util.List;

/** Where artifacts that inputs name come from. */
@FunctionalInterface
public interface ArtifactSource {

    /** One that has none: inputs are files and directories. */
    ArtifactSource NONE = coordinate -> {
        throw new MavenException("Artifacts cannot be fetched here; name the sources jar of " + coordinate + ".");
    };

    /**
     * Fetches an artifact.
     *
     * @throws MavenException if its sources are not to be had
     */
    Resolved resolve(Coordinate coordinate) throws MavenException;

    /**
     * What a scan of an artifact needs.
     *
     * @param sources the jar with its sources
     * @param classPath its class files, then those of its libraries
     * @param missing libraries that could not be had, one sentence each
     * @param missingOptional the same for those that the artifact's users may leave out
     */
    record Resolved(Path sources, List<Path> classPath, List<String> missing, List<String> missingOptional) {
        public Resolved {
            classPath = List.copyOf(classPath);
            missing = List.copyOf(missing);
            missingOptional = List.copyOf(missingOptional);
        }
    }
}
