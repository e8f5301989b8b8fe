package dev.heed.engine.scan;

import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Program;
import dev.heed.engine.ir.Words;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.suppress.Directives;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The scan of a whole program at once: every file is read, then summaries are computed, then the files are checked in
 * parallel and reported in order.
 */
public final class ProgramScan implements Scan {
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
        return new Run(input, listener).run();
    }

    /** The functions of one file that are looked at, and the program that they belong to. */
    private record FileWork(Analysis analysis, Directives directives, List<Function> functions) {}

    private final class Run {
        private final Input input;
        private final ScanListener listener;
        private final AtomicInteger incomplete = new AtomicInteger();
        private final Map<String, Duration> phases = new LinkedHashMap<>();
        private final Map<String, Duration> checks = new TreeMap<>();
        private final Map<String, Integer> byRule = new TreeMap<>();
        private final AtomicLong lines = new AtomicLong();
        private int functions;
        private int findings;
        private int suppressed;
        private final Set<String> partlyRead = ConcurrentHashMap.newKeySet();
        private boolean isOver;

        Run(Input input, ScanListener listener) {
            this.input = input;
            this.listener = listener;
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
                List<SourceFile> files = input.files().stream()
                        .filter(file -> file.language() == frontEnd.language())
                        .sorted(java.util.Comparator.comparing(SourceFile::path))
                        .toList();
                if (!files.isEmpty()) {
                    scan(frontEnd, files);
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
                    0);
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
                            this::notify,
                            progress,
                            lines::addAndGet,
                            input.fileTimeout(),
                            readsLate ? Triggers.wanted(input.rules(), input.models()) : null));
            start = phase("read", start);
            Map<String, FileWork> work = new TreeMap<>();
            List<Analysis> analyses = new ArrayList<>();
            for (Program program : programs) {
                functions += program.functions().size();
                Analysis analysis = new Analysis(program, input.models(), this::notify);
                analyses.add(analysis);
                Directives directives = new Directives(program.directives(), input.rules());
                java.util.function.Function<String, FileWork> none =
                        path -> new FileWork(analysis, directives, new ArrayList<>());
                for (Function function : candidates(program, analysis)) {
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

        /** The functions in which the rules may find something, in order. */
        private List<Function> candidates(Program program, Analysis analysis) throws InterruptedException {
            Triggers triggers = new Triggers(input.rules(), program, input.models());
            Words.Builder restoring = new Words.Builder();
            if (triggers.followsRestoredReturns()) {
                List<Callable<Optional<Function>>> tasks = new ArrayList<>();
                for (Function function : program.functions()) {
                    if (triggers.mayCatch(function)) {
                        tasks.add(() -> Optional.of(function).filter(analysis::returnsRestored));
                    }
                }
                inOrder(tasks, found -> found.ifPresent(function -> restoring.addAll(function.wordsOfCalls())));
            }
            Set<Function> workers = new HashSet<>();
            if (triggers.followsThreads()) {
                inOrder(List.of(analysis::ownWorkers), workers::addAll);
            }
            Words names = restoring.build();
            return program.functions().stream()
                    .filter(function -> triggers.mayFire(function)
                            || workers.contains(function)
                            || triggers.mayCallInLoop(function, names))
                    .toList();
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
            List<Callable<List<Finding>>> tasks = new ArrayList<>();
            work.forEach((path, file) -> tasks.add(() -> {
                List<Finding> found = file.analysis().check(file.functions(), input.rules(), this::notify);
                return file.directives().apply(path, found, !partlyRead.contains(path));
            }));
            inOrder(tasks, this::emit);
        }

        /** Runs tasks in parallel, and hands on what they return in their order. */
        private <T> void inOrder(List<Callable<T>> tasks, Consumer<T> results) throws InterruptedException {
            AtomicInteger number = new AtomicInteger();
            ExecutorService workers = Executors.newFixedThreadPool(
                    input.threads(),
                    body -> new WorkerThread(body, "heed-rules-" + number.incrementAndGet(), input.fileTimeout()));
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
