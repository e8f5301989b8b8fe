package dev.heed.engine.scan;

import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Program;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.source.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The scan of a whole program at once: every file is read, then summaries are computed, then the files are checked in
 * parallel and reported in order.
 */
public final class ProgramScan implements Scan {
    private final Runnable progress;

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
        this.progress = progress;
    }

    @Override
    public ScanSummary run(Input input, ScanListener listener) throws InterruptedException {
        return new Run(input, listener).run();
    }

    /** The functions of one file, and the program that they belong to. */
    private record FileWork(Analysis analysis, List<Function> functions) {}

    private final class Run {
        private final Input input;
        private final ScanListener listener;
        private final AtomicInteger incomplete = new AtomicInteger();
        private final Map<String, Duration> phases = new LinkedHashMap<>();
        private final Map<String, Integer> byRule = new TreeMap<>();
        private final AtomicLong lines = new AtomicLong();
        private int functions;
        private int findings;
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
                    input.files().size(), lines.get(), functions, findings, byRule, incomplete.get(), phases);
        }

        private synchronized void notify(Notification notification) {
            if (isOver) {
                return; // a worker that was told to stop
            }
            if (notification.kind() != Notification.Kind.INFO) {
                incomplete.incrementAndGet();
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
                            input.fileTimeout()));
            start = phase("read", start);
            Map<String, FileWork> work = new TreeMap<>();
            for (Program program : programs) {
                functions += program.functions().size();
                Analysis analysis = analysis(program);
                for (Function function : program.functions()) {
                    work.computeIfAbsent(function.file().path(), k -> new FileWork(analysis, new ArrayList<>()))
                            .functions()
                            .add(function);
                }
            }
            start = phase("summaries", start);
            report(work.values());
            phase("rules", start);
        }

        /** Summaries are computed in a worker too: they need its stack, and its bound on time. */
        private Analysis analysis(Program program) throws InterruptedException {
            FutureTask<Analysis> task = new FutureTask<>(() -> new Analysis(program, input.models(), this::notify));
            Thread worker = new WorkerThread(task, "heed-summaries", input.fileTimeout());
            worker.start();
            try {
                return task.get();
            } catch (ExecutionException e) {
                throw failure("the summaries failed", e);
            } finally {
                worker.interrupt();
            }
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

        private void report(Collection<FileWork> work) throws InterruptedException {
            AtomicInteger number = new AtomicInteger();
            ExecutorService workers = Executors.newFixedThreadPool(
                    input.threads(),
                    body -> new WorkerThread(body, "heed-rules-" + number.incrementAndGet(), input.fileTimeout()));
            try {
                List<Future<List<Finding>>> results = new ArrayList<>();
                for (FileWork file : work) {
                    results.add(
                            workers.submit(() -> file.analysis().check(file.functions(), input.rules(), this::notify)));
                }
                for (Future<List<Finding>> result : results) {
                    emit(result.get());
                }
            } catch (ExecutionException e) {
                throw failure("a rule worker failed", e);
            } finally {
                workers.shutdownNow();
            }
        }

        private synchronized void emit(List<Finding> found) {
            for (Finding finding : found) {
                findings++;
                byRule.merge(finding.rule(), 1, Integer::sum);
                listener.onFinding(finding);
            }
        }
    }
}
