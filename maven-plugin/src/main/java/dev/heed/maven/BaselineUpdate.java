package dev.heed.maven;

import dev.heed.ScanOutcome;
import dev.heed.report.Baseline;
import dev.heed.report.ReportException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/** A baseline that the modules of one build write anew, one after the other. Thread-safe. */
final class BaselineUpdate {
    private final Path file;
    private final List<Baseline.Entry> found = new ArrayList<>();
    private @Nullable Baseline before;
    private @Nullable Set<Baseline.Entry> untouched;

    private BaselineUpdate(Path file) {
        this.file = file;
    }

    /** Which one it is: two modules may have two files. */
    private record Key(Path file) {}

    static BaselineUpdate of(MavenSession session, Path file) {
        SessionData data = session.getRepositorySession().getData();
        Key key = new Key(file.toAbsolutePath().normalize());
        data.set(key, null, new BaselineUpdate(key.file()));
        return (BaselineUpdate) data.get(key);
    }

    /** What was known before the build began; nothing if there is no file. */
    synchronized Baseline before() throws MojoExecutionException {
        Baseline known = before;
        if (known == null) {
            known = Files.exists(file) ? Baselines.read(file) : new Baseline(List.of());
            before = known;
        }
        return known;
    }

    /**
     * Adds a module, and writes the file.
     *
     * @return how many findings are known now
     */
    synchronized int add(ScanOutcome.Comparison module) throws ReportException {
        if (untouched == null) {
            untouched = new LinkedHashSet<>(module.elsewhere());
        } else {
            untouched.retainAll(new LinkedHashSet<>(module.elsewhere()));
        }
        found.addAll(module.known());
        found.addAll(module.fresh());
        List<Baseline.Entry> all = new ArrayList<>(untouched);
        all.addAll(found);
        new Baseline(all).write(file);
        return all.size();
    }
}
