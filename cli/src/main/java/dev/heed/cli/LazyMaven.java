package dev.heed.cli;

import dev.heed.cli.maven.DownloadListener;
import dev.heed.cli.maven.MavenArtifacts;
import dev.heed.cli.maven.MavenOptions;
import dev.heed.input.ArtifactSource;
import dev.heed.input.Coordinate;
import dev.heed.input.MavenException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets up Maven's resolver when the first input asks for it; most scans need none. */
final class LazyMaven implements ArtifactSource, AutoCloseable {
    private final MavenOptions options;
    private final DownloadListener downloads;
    private @Nullable MavenArtifacts artifacts;

    LazyMaven(MavenOptions options, DownloadListener downloads) {
        this.options = options;
        this.downloads = downloads;
    }

    @Override
    public ArtifactSource.Resolved resolve(Coordinate coordinate) throws MavenException {
        return ready().resolve(coordinate);
    }

    /** The compiled modules of a project on disk. */
    List<MavenArtifacts.Module> modules(Path directory) throws MavenException {
        return ready().modules(directory);
    }

    private MavenArtifacts ready() throws MavenException {
        MavenArtifacts ready = artifacts;
        if (ready == null) {
            ready = new MavenArtifacts(options, downloads);
            artifacts = ready;
        }
        return ready;
    }

    @Override
    public void close() {
        if (artifacts != null) {
            artifacts.close();
        }
    }
}
