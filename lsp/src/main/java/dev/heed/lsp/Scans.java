package dev.heed.lsp;

import dev.heed.Heed;
import dev.heed.UserException;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.scan.ScanSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.lsp4j.Diagnostic;

/**
 * Runs the scans, one after the other, and has what they tell published in their order. A change ends the scan of its project
 * that is under way, and what an older scan told is not published once a newer one has been asked for.
 *
 * <p>Publishing has a thread of its own, because a scan that is given up is interrupted, and an interrupt would tear a message apart.
 */
final class Scans implements AutoCloseable {
    /** The scan after a change waits as long as the last one took, up to this: half of the time at most is spent on it. */
    private static final long MOST_PATIENCE_MILLIS = 5_000;
    /** A folder with more sources is taken for a large one until it is known what its scan takes. */
    private static final int MANY_FILES = 200;
    /** More than anybody looks at; an editor would choke on them. */
    private static final int MOST_FINDINGS = 5_000;

    private final Heed heed;
    private final Documents documents;
    private final Publisher publisher;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(daemon("heed-scan"));
    private final ExecutorService messages = Executors.newSingleThreadExecutor(daemon("heed-publish"));
    private final Map<Project, Neighbours> neighbours = new ConcurrentHashMap<>();
    private volatile Options options = Options.none();
    private volatile long narrowMillis;

    Scans(Heed heed, Documents documents, Publisher publisher) {
        this.heed = heed;
        this.documents = documents;
        this.publisher = publisher;
    }

    static java.util.concurrent.ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Where results go; called from one thread. */
    interface Publisher {
        void publish(Project project, Map<Path, Project.FileResult> results);

        /** The project is not scanned any more. */
        void clear(Project project);

        /** The configuration is wrong, or something else that the user must mend. */
        void problem(Project project, String message);

        /** Something for the log. */
        void log(String message);
    }

    void options(Options given) {
        options = given;
    }

    /** Scans all of a project, now or when the scan that is under way has ended. */
    void soon(Project project) {
        project.wholeIsDue();
        start(project, Math.min(options.delay(), 50));
    }

    /** The same, beginning with one file. */
    void soon(Project project, Path first) {
        project.edited(first);
        soon(project);
    }

    /** Scans all of a project when nothing has changed for a while. */
    void whenQuiet(Project project) {
        project.wholeIsDue();
        start(project, options.delay());
    }

    /** Scans a file when the user has stopped typing for a while. */
    void whenQuiet(Project project, Path edited) {
        project.edited(edited);
        long took = isLarge(project, project.tookMillis()) ? narrowMillis : project.tookMillis();
        start(project, options.delay() + Math.min(took, MOST_PATIENCE_MILLIS));
    }

    private void start(Project project, long delayMillis) {
        project.restart(generation -> worker.schedule(
                () -> {
                    run(project, generation);
                    return null;
                },
                delayMillis,
                TimeUnit.MILLISECONDS));
    }

    /** Stops scanning a project, and takes away what has been told of it. */
    void close(Project project) {
        project.close();
        neighbours.remove(project);
        messages.execute(() -> publisher.clear(project));
    }

    private void run(Project project, long generation) throws InterruptedException {
        try {
            Project.Work work = project.work();
            boolean isWhole = work.isWholeDue() || !isLarge(project, project.tookMillis());
            Map<Path, Document> open = documents.all();
            open.keySet().removeIf(path -> !project.holds(path));
            if (!work.edited().isEmpty() && project.isFolder() && !isSmall(project, work)) {
                narrow(project, generation, work, open);
            }
            if (isWhole && project.exists()) {
                whole(project, generation, work, open);
            }
        } catch (UserException e) {
            messages.execute(() -> publisher.problem(project, String.valueOf(e.getMessage())));
        } catch (IOException | RuntimeException e) {
            messages.execute(() -> publisher.log("The scan of " + project.root() + " failed: " + e));
        }
    }

    private boolean isLarge(Project project, long tookMillis) {
        return project.isFolder() && tookMillis > options.wholeMillis();
    }

    /** Whether all can be scanned at once; of a project that has not been scanned yet, its size is looked at. */
    private boolean isSmall(Project project, Project.Work work)
            throws UserException, IOException, InterruptedException {
        if (project.tookMillis() > 0) {
            return !isLarge(project, project.tookMillis());
        }
        return neighbours(project, work).size() <= MANY_FILES;
    }

    /**
     * The files that a document is to be looked at with: all (told as none) unless that takes too long.
     *
     * @throws InterruptedException if the thread is interrupted while it reads the folder
     */
    List<String> around(Project project, Document document) throws UserException, IOException, InterruptedException {
        return isLarge(project, project.tookMillis())
                ? neighbours(project, new Project.Work(Set.of(), false)).around(List.of(document))
                : List.of();
    }

    private Neighbours neighbours(Project project, Project.Work work)
            throws UserException, IOException, InterruptedException {
        Neighbours known = neighbours.get(project);
        if (known == null || work.isWholeDue()) {
            known = Neighbours.of(project);
            neighbours.put(project, known);
        }
        return known;
    }

    /** What was edited, with the files around it: told at once, and only of what was edited. */
    private void narrow(Project project, long generation, Project.Work work, Map<Path, Document> open)
            throws UserException, IOException, InterruptedException {
        List<Document> edited =
                work.edited().stream().map(open::get).filter(Objects::nonNull).toList();
        List<String> some = neighbours(project, work).around(edited);
        long start = System.nanoTime();
        Collector collector = new Collector();
        if (!some.isEmpty()) {
            heed.scan(project.request(options, open, some).listener(collector).build());
        }
        narrowMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        String what = "Scanned " + some.size() + (some.size() == 1 ? " file" : " files") + " around " + edited.size()
                + " edited in " + narrowMillis + " ms.";
        Map<Path, Project.FileResult> found = results(project, open, collector);
        publish(project, generation, work, false, what, () -> {
            Map<Path, Project.FileResult> all = new HashMap<>(project.results());
            for (Document document : edited) {
                all.put(document.path(), Objects.requireNonNull(found.get(document.path())));
            }
            return all;
        });
    }

    private void whole(Project project, long generation, Project.Work work, Map<Path, Document> open)
            throws UserException, IOException, InterruptedException {
        long start = System.nanoTime();
        Collector collector = new Collector();
        ScanSummary summary = heed.scan(project.request(options, open, List.of())
                        .listener(collector)
                        .build())
                .summary();
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        project.took(Math.max(1, took));
        Map<Path, Project.FileResult> results = results(project, open, collector);
        collector.general.add("Scanned " + project.root() + " in " + took + " ms; looked at " + summary.filesChecked()
                + " of " + summary.files() + (summary.files() == 1 ? " file." : " files."));
        publish(project, generation, work, true, String.join("\n", collector.general), () -> results);
    }

    private void publish(
            Project project,
            long generation,
            Project.Work work,
            boolean isWhole,
            String note,
            Supplier<Map<Path, Project.FileResult>> results) {
        messages.execute(() -> {
            if (project.isCurrent(generation)) {
                project.isDone(generation, work, isWhole);
                publisher.log(note);
                project.results(results.get());
                publisher.publish(project, project.results());
            }
        });
    }

    private Map<Path, Project.FileResult> results(Project project, Map<Path, Document> open, Collector collector) {
        Diagnostics diagnostics = new Diagnostics(options, project, documents);
        Map<Path, Project.FileResult> results = new HashMap<>();
        collector.byFile.forEach((display, told) -> {
            Path path = project.resolve(display);
            List<Diagnostic> shown = new ArrayList<>();
            told.findings.forEach(finding -> shown.add(diagnostics.of(finding)));
            told.notifications.forEach(notification -> shown.add(diagnostics.of(notification)));
            results.put(path, new Project.FileResult(open.get(path), told.findings, told.notifications, shown));
        });
        // Of what is open it must be known that nothing was found.
        open.forEach((path, document) ->
                results.putIfAbsent(path, new Project.FileResult(document, List.of(), List.of(), List.of())));
        return results;
    }

    @Override
    public void close() {
        worker.shutdownNow();
        messages.shutdown();
    }

    private static final class Told {
        private final List<Finding> findings = new ArrayList<>();
        private final List<Notification> notifications = new ArrayList<>();
    }

    /** Keeps what a scan tells, by file. */
    private static final class Collector implements ScanListener {
        private final Map<String, Told> byFile = new TreeMap<>();
        private final List<String> general = new ArrayList<>();
        private int findings;

        @Override
        public void onFinding(Finding finding) {
            findings++;
            if (findings <= MOST_FINDINGS) {
                told(finding.file().path()).findings.add(finding);
            } else if (findings == MOST_FINDINGS + 1) {
                general.add("There are more than " + MOST_FINDINGS + " findings; the others are not shown.");
            }
        }

        @Override
        public void onNotification(Notification notification) {
            String path = notification.path();
            if (notification.kind() == Notification.Kind.INFO) {
                return;
            }
            if (path == null || !path.endsWith(".java")) {
                general.add((path == null ? "" : path + ": ") + notification.message());
            } else {
                told(path).notifications.add(notification);
            }
        }

        private Told told(String path) {
            return byFile.computeIfAbsent(path, key -> new Told());
        }
    }
}
