package dev.heed.engine.scan;

import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.dependency.Dependency;
import dev.heed.engine.dependency.Recorder;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Program;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.ScanState.Checked;
import dev.heed.engine.scan.ScanState.Functions;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Words;
import dev.heed.engine.suppress.Directives;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The scan of a whole program at once: every file is read, then summaries are computed, then the files are checked in
 * parallel and reported in order. What does not fit into memory at once is scanned in parts, each as a program of its own.
 */
public final class ProgramScan implements Scan {
    /** The phase in which it is found out what of an earlier scan still holds. */
    public static final String REUSE = "reuse";

    private static final Dependency NOTHING = Dependency.of(List.of(), List.of(), List.of());

    private final Runnable progress;
    private final boolean readsLate;

    /** A scan that tells nobody how far it is. */
    public ProgramScan() {
        this(() -> {});
    }

    /**
     * Tells somebody how far it is.
     *
     * @param progress run for each file that has been read; from any thread
     */
    public ProgramScan(Runnable progress) {
        this(progress, true);
    }

    /**
     * For comparison.
     *
     * @param readsLate whether only those bodies are read that matter; what is found is the same
     */
    public ProgramScan(Runnable progress, boolean readsLate) {
        this.progress = progress;
        this.readsLate = readsLate;
    }

    @Override
    public ScanSummary run(Input input, ScanListener listener) throws InterruptedException {
        return new Run(input, listener, null, false).run();
    }

    @Override
    public ScanSummary run(Input input, ScanListener listener, @Nullable Edited edited, Consumer<ScanState> result)
            throws InterruptedException {
        Run run = new Run(input, listener, edited, true);
        ScanSummary summary = run.run();
        if (summary.incomplete() == 0 && summary.parts() == 1) {
            result.accept(run.state());
        }
        return summary;
    }

    /** What was found in a file. */
    private record Outcome(
            String path, List<Finding> findings, @Nullable Checked checked) {}

    private final class Run {
        private final Input input;
        private final ScanListener listener;
        private final AtomicInteger incomplete = new AtomicInteger();
        private final Map<String, Duration> phases = new LinkedHashMap<>();
        private final Map<String, Duration> checks = new TreeMap<>();
        private final Map<String, Integer> byRule = new TreeMap<>();
        private final AtomicInteger filesChecked = new AtomicInteger();
        private final AtomicLong lines = new AtomicLong();
        private int functions;
        private int findings;
        private int suppressed;
        private final Set<String> partlyRead = ConcurrentHashMap.newKeySet();
        private boolean isOver;
        private @Nullable Edited edited;
        private boolean records;
        private int parts = 1;
        private String prefix = "";
        private final Set<String> toldOfReading = ConcurrentHashMap.newKeySet();
        private final Map<String, Outline> outlines = new ConcurrentHashMap<>();
        private final List<Notification> general = new ArrayList<>();
        private final Map<String, Checked> checked = new TreeMap<>();
        private final Map<String, Functions> restoring = new TreeMap<>();
        private final Map<String, Functions> workers = new TreeMap<>();
        private final Map<Dependency, Dependency> replaced = new IdentityHashMap<>();

        /**
         * A run.
         *
         * @param edited as in {@link Scan#run(Input, ScanListener, Edited, Consumer)}
         * @param records whether it is written down what results rest on
         */
        Run(Input input, ScanListener listener, @Nullable Edited edited, boolean records) {
            this.input = input;
            this.listener = listener;
            this.edited = edited;
            this.records = records;
        }

        ScanState state() {
            return new ScanState(outlines, general, checked, restoring, workers).with(replaced);
        }

        ScanSummary run() throws InterruptedException {
            try {
                return scanAll();
            } finally {
                end();
            }
        }

        /** From here on the listener hears nothing. */
        private synchronized void end() {
            isOver = true;
        }

        private ScanSummary scanAll() throws InterruptedException {
            for (FrontEnd frontEnd : input.frontEnds()) {
                List<List<SourceFile>> some = ScanParts.of(input, frontEnd.language());
                if (some.size() > 1) {
                    scanInParts(frontEnd, some);
                } else if (!some.get(0).isEmpty()) {
                    scan(frontEnd, some.get(0));
                }
            }
            return new ScanSummary(
                    input.files().size(),
                    lines.get(),
                    functions,
                    findings,
                    byRule,
                    incomplete.get(),
                    phases,
                    checks,
                    suppressed,
                    0,
                    filesChecked.get(),
                    parts);
        }

        /** One after the other; nothing of one is kept for the next but counts. */
        private void scanInParts(FrontEnd frontEnd, List<List<SourceFile>> all) throws InterruptedException {
            parts = Math.max(parts, all.size());
            edited = null; // an earlier scan was one of all files at once
            records = false;
            notify(ScanParts.notice(all, input.memory()));
            for (int i = 0; i < all.size(); i++) {
                List<SourceFile> part = all.get(i);
                prefix = "Part " + (i + 1) + " of " + all.size() + ": ";
                try {
                    scan(frontEnd, part);
                } catch (OutOfMemoryError e) {
                    notify(ScanParts.loss(prefix, part));
                }
                restoring.clear();
                workers.clear();
            }
        }

        private synchronized void notify(Notification notification) {
            if (isOver) {
                return; // a worker that was told to stop
            }
            if (notification.kind() != Notification.Kind.INFO) {
                incomplete.incrementAndGet();
                if (notification.path() != null) {
                    partlyRead.add(notification.path());
                }
            }
            listener.onNotification(notification);
        }

        private void scan(FrontEnd frontEnd, List<SourceFile> files) throws InterruptedException {
            long start = System.nanoTime();
            List<Program> programs = frontEnd.read(
                    files,
                    new FrontEnd.Context(
                            input.classPath(),
                            input.threads(),
                            this::notifyOfReading,
                            progress,
                            lines::addAndGet,
                            input.fileTimeout(),
                            wanted(),
                            records ? new OutlinesOf(edited, outlines) : null));
            if (edited != null) {
                edited.earlier().general().forEach(this::general);
            }
            start = phase("read", start);
            Map<String, FileWork> work = new TreeMap<>();
            List<Analysis> analyses = new ArrayList<>();
            for (Program program : programs) {
                functions += program.functions().size();
                Analysis analysis = new Analysis(program, input.models(), this::notify);
                analyses.add(analysis);
                Directives directives = new Directives(program.directives(), input.rules());
                Reuse reuse = reuse(program, analysis);
                start = reuse == null ? start : phase(REUSE, start);
                java.util.function.Function<String, FileWork> none =
                        path -> new FileWork(analysis, directives, reuse, new ArrayList<>());
                for (Function function : candidates(program, analysis, reuse)) {
                    work.computeIfAbsent(function.file().path(), none)
                            .functions()
                            .add(function);
                }
                directives.paths().forEach(path -> work.computeIfAbsent(path, none));
            }
            start = phase("summaries", start);
            report(work);
            phase("rules", start);
            analyses.forEach(
                    analysis -> analysis.times().forEach((name, time) -> checks.merge(name, time, Duration::plus)));
        }

        /** Which bodies are read at once; after an edit none, since few will be looked at. */
        private @Nullable Predicate<Words> wanted() {
            if (!readsLate) {
                return null;
            }
            return edited != null ? words -> false : Triggers.wanted(input.rules(), input.models());
        }

        /** What is told of all files together depends on how many bodies are read at once: after an edit it is told again. */
        private void notifyOfReading(Notification notification) {
            if (parts > 1
                    && !toldOfReading.add(notification.path() + "\n" + notification.span() + notification.message())) {
                return; // each part opens the class path, and says the same of it
            }
            if (notification.kind() != Notification.Kind.INFO || notification.path() != null) {
                notify(notification);
            } else if (parts > 1) {
                notify(Notification.info(null, prefix + notification.message()));
            } else if (edited == null) {
                general(notification);
            }
        }

        private void general(Notification notification) {
            synchronized (general) {
                general.add(notification);
            }
            notify(notification);
        }

        /** What holds of an earlier scan, if there was one. */
        private @Nullable Reuse reuse(Program program, Analysis analysis) throws InterruptedException {
            Edited edit = edited;
            if (edit == null) {
                return null;
            }
            List<Reuse> found = new ArrayList<>(1);
            Set<String> paths = new TreeSet<>();
            program.functions().forEach(function -> paths.add(function.file().path()));
            program.directives().forEach(directive -> paths.add(directive.file().path()));
            Callable<Reuse> task = () -> new Reuse(edit, program, analysis, paths);
            inOrder(List.of(task), found::add);
            replaced.putAll(found.get(0).replaced());
            return found.get(0);
        }

        /** The functions in which the rules may find something, in order. */
        private List<Function> candidates(Program program, Analysis analysis, @Nullable Reuse reuse)
                throws InterruptedException {
            Triggers triggers = new Triggers(input.rules(), program, input.models());
            Set<String> onThreads = new HashSet<>();
            Words.Builder names = new Words.Builder();
            if (triggers.followsRestoredReturns()) {
                Map<String, Function> byName = new HashMap<>();
                Map<String, List<Function>> catching = new TreeMap<>();
                for (Function function : program.functions()) {
                    if (triggers.mayCatch(function)) {
                        byName.put(function.toString(), function);
                        catching.computeIfAbsent(function.file().path(), key -> new ArrayList<>())
                                .add(function);
                    }
                }
                List<Callable<Map.Entry<String, Functions>>> tasks = new ArrayList<>();
                catching.forEach((path, functions) -> {
                    Functions known = reuse == null ? null : reuse.restoring(path);
                    tasks.add(() -> Map.entry(
                            path,
                            known != null
                                    ? known
                                    : functions(() -> functions.stream()
                                            .filter(analysis::returnsRestored)
                                            .map(Function::toString)
                                            .toList())));
                });
                inOrder(tasks, found -> {
                    restoring.put(found.getKey(), found.getValue());
                    for (String name : found.getValue().names()) {
                        Function function = byName.get(name);
                        if (function != null) {
                            names.addAll(function.wordsOfCalls());
                        }
                    }
                });
            }
            if (triggers.followsThreads() && !program.functions().isEmpty()) {
                String path = program.functions().get(0).file().path();
                Functions known = reuse == null ? null : reuse.workers(path);
                if (known != null) {
                    analysis.reuseOwnWorkers(known);
                }
                Callable<Functions> task = () -> known != null
                        ? known
                        : functions(() -> analysis.ownWorkers().stream()
                                .map(Function::toString)
                                .sorted()
                                .toList());
                inOrder(List.of(task), found -> {
                    workers.put(path, found);
                    onThreads.addAll(found.names());
                });
            }
            Words restored = names.build();
            return program.functions().stream()
                    .filter(function -> triggers.mayFire(function)
                            || (!onThreads.isEmpty() && onThreads.contains(function.toString()))
                            || triggers.mayCallInLoop(function, restored))
                    .toList();
        }

        private Functions functions(Supplier<List<String>> work) {
            if (!records) {
                return new Functions(NOTHING, work.get());
            }
            Recorder.Recorded<List<String>> found = Recorder.begin(work);
            Dependency basis = found.basis();
            return new Functions(basis == null ? NOTHING : basis, found.result());
        }

        private static RuntimeException failure(String what, ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            return new IllegalStateException(what, e.getCause());
        }

        private long phase(String name, long start) {
            long now = System.nanoTime();
            phases.merge(name, Duration.ofNanos(now - start), Duration::plus);
            return now;
        }

        private void report(Map<String, FileWork> work) throws InterruptedException {
            List<Callable<Outcome>> tasks = new ArrayList<>();
            work.forEach((path, file) -> tasks.add(() -> check(path, file)));
            inOrder(tasks, outcome -> {
                if (outcome.checked() != null) {
                    checked.put(outcome.path(), outcome.checked());
                }
                emit(outcome.findings());
            });
        }

        private Outcome check(String path, FileWork file) {
            if (!records) {
                return new Outcome(path, findings(path, file), null);
            }
            long functions = file.digest();
            Checked known = file.reuse() == null ? null : file.reuse().checked(path, functions);
            if (known == null) {
                Recorder.Recorded<List<Finding>> found = Recorder.begin(() -> findings(path, file));
                Dependency basis = found.basis();
                known = new Checked(basis == null ? NOTHING : basis, functions, found.result());
            }
            return new Outcome(path, known.findings(), known);
        }

        private List<Finding> findings(String path, FileWork file) {
            filesChecked.incrementAndGet();
            List<Finding> found = file.analysis().check(file.functions(), input.rules(), this::notify);
            return file.directives().apply(path, found, !partlyRead.contains(path));
        }

        /** Runs tasks in parallel, and hands on what they return in their order. */
        private <T> void inOrder(List<Callable<T>> tasks, Consumer<T> results) throws InterruptedException {
            AtomicInteger begun = new AtomicInteger();
            ExecutorService workers = Executors.newFixedThreadPool(input.threads(), body -> {
                int number = begun.getAndIncrement();
                return new WorkerThread(body, "heed-rules-" + (number + 1), input.fileTimeout(), number);
            });
            try {
                List<Future<T>> running = new ArrayList<>();
                tasks.forEach(task -> running.add(workers.submit(task)));
                for (Future<T> result : running) {
                    results.accept(result.get());
                }
            } catch (ExecutionException e) {
                throw failure("a rule worker failed", e);
            } finally {
                workers.shutdownNow();
            }
        }

        private synchronized void emit(List<Finding> found) {
            for (Finding finding : found) {
                if (finding.isSuppressed()) {
                    suppressed++;
                } else {
                    findings++;
                    byRule.merge(finding.rule(), 1, Integer::sum);
                }
                listener.onFinding(finding);
            }
        }
    }
}
