package dev.heed.cli.input;

import dev.heed.cli.maven.Coordinate;
import dev.heed.cli.maven.MavenArtifacts;
import dev.heed.cli.maven.MavenException;

/** Where artifacts that inputs name come from. */
@FunctionalInterface
public interface ArtifactSource {

    /**
     * Fetches an artifact.
     *
     * @throws MavenException if its sources are not to be had
     */
    MavenArtifacts.Resolved resolve(Coordinate coordinate) throws MavenException;
}
