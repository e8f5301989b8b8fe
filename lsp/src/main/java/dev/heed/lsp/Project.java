package dev.heed.lsp;

import dev.heed.ScanRequest;
import dev.heed.UserException;
import dev.heed.config.Config;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * What is scanned together: a folder of the workspace, or one file that lies in none. The same as {@code heed scan} there sees,
 * with the texts that are open in the editor.
 */
final class Project {
    private final Path root;
    private final String input;
    private final @Nullable Path file;
    private volatile Map<Path, FileResult> results = Map.of();
    private volatile boolean isClosed;

    // Guarded by this.
    private long generation;
    private @Nullable Future<?> pending;
    private long tookMillis;
    private final Set<Path> edited = new LinkedHashSet<>();
    private boolean isWholeDue;

    private Project(Path root, String input, @Nullable Path file) {
        this.root = root;
        this.input = input;
        this.file = file;
    }

    /** What the last scan told of a file.
     *
     * @param scanned the document that was scanned; null if the file on disk was
     * @param diagnostics one for each finding, in their order; behind them those of notifications
     */
    record FileResult(
            @Nullable Document scanned,
            List<Finding> findings,
            List<Notification> notifications,
            List<Diagnostic> diagnostics) {
        FileResult {
            findings = List.copyOf(findings);
            notifications = List.copyOf(notifications);
            diagnostics = List.copyOf(diagnostics);
        }

        /** Whether its places are those of a text that the editor has now. */
        boolean isOf(@Nullable Document now) {
            return Objects.equals(scanned == null ? null : scanned.text(), now == null ? null : now.text());
        }
    }

    static Project folder(Path root) {
        return new Project(root, ".", null);
    }

    static Project file(Path file) {
        Path parent = Objects.requireNonNullElse(file.getParent(), file);
        return new Project(parent, String.valueOf(file.getFileName()), file);
    }

    Path root() {
        return root;
    }

    boolean holds(Path path) {
        return file == null ? path.startsWith(root) : path.equals(file);
    }

    /** A file by the name that findings give it. */
    Path resolve(String display) {
        return root.resolve(display).normalize();
    }

    Map<Path, FileResult> results() {
        return results;
    }

    void results(Map<Path, FileResult> now) {
        results = Map.copyOf(now);
    }

    boolean isClosed() {
        return isClosed;
    }

    void close() {
        isClosed = true;
        synchronized (this) {
            generation++;
            if (pending != null) {
                pending.cancel(true);
            }
        }
    }

    /** How a scan is started. */
    interface Start {
        Future<?> start(long generation);
    }

    /** Starts a scan in the place of the one that is under way or waits. */
    synchronized void restart(Start start) {
        if (isClosed) {
            return;
        }
        generation++;
        if (pending != null) {
            pending.cancel(true);
        }
        pending = start.start(generation);
    }

    /**
     * What is to be scanned.
     *
     * @param edited files that have changed in the editor since they were last scanned
     * @param isWholeDue whether all of the project is to be scanned anew
     */
    record Work(Set<Path> edited, boolean isWholeDue) {
        Work {
            edited = Set.copyOf(edited);
        }
    }

    synchronized void edited(Path path) {
        edited.add(path);
    }

    synchronized void wholeIsDue() {
        isWholeDue = true;
    }

    /** What is still to be done. */
    synchronized Work work() {
        return new Work(edited, isWholeDue);
    }

    /** Files have been scanned, and nothing was changed in the meantime. */
    synchronized void isDone(long started, Work work, boolean isWhole) {
        if (generation == started) {
            edited.removeAll(work.edited());
            isWholeDue &= !isWhole;
        }
    }

    /** Whether nothing has changed since a scan was started. */
    synchronized boolean isCurrent(long started) {
        return !isClosed && generation == started;
    }

    /** @param millis what a scan of all took */
    synchronized void took(long millis) {
        tookMillis = millis;
    }

    /** What the last scan of all took; 0 if there was none yet. */
    synchronized long tookMillis() {
        return tookMillis;
    }

    /**
     * What is to be scanned, with what the configuration says now.
     *
     * @param some names of files that alone are read; empty for all
     * @throws UserException if the configuration is wrong
     */
    ScanRequest.Builder request(Options options, Map<Path, Document> open, List<String> some) throws UserException {
        Map<Path, String> texts = new HashMap<>();
        open.forEach((path, document) -> texts.put(path, document.text()));
        ScanRequest.Builder request = ScanRequest.builder()
                .inputs(some.isEmpty() ? List.of(input) : some)
                .workingDirectory(root)
                .threads(Math.max(1, Runtime.getRuntime().availableProcessors() / 2))
                .config(Config.nearest(root))
                .cache(options.usesCache() && isFolder() && some.isEmpty())
                .unsaved(texts);
        if (!options.classPath().isEmpty()) {
            request.classPath(options.classPathIn(root));
        }
        return request;
    }

    /** Whether it is a folder. */
    boolean isFolder() {
        return file == null;
    }

    /** Whether there is something to scan. */
    boolean exists() {
        return file == null ? Files.isDirectory(root) : Files.isRegularFile(file);
    }
}
