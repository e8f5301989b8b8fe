package dev.heed.verify.fork;

import dev.heed.verify.check.Answer;
import dev.heed.verify.check.Question;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Has questions answered by some JVMs at once; when one is lost, the next question starts another. */
public final class Forks {
    private static final long END_SECONDS = 4;

    private final List<Path> classes;
    private final List<Path> libraries;
    private final Bounds bounds;

    /** Takes answers, in the order of the questions. */
    @FunctionalInterface
    public interface Listener {
        /** The answer to a question, and how long it took. */
        void answered(Answer answer, long millis);
    }

    /**
     * About these classes.
     *
     * @param classes directories and jars of the classes to look into
     * @param libraries what else they need
     */
    public Forks(List<Path> classes, List<Path> libraries, Bounds bounds) {
        this.classes = classes.stream().map(Path::toAbsolutePath).toList();
        this.libraries = libraries.stream().map(Path::toAbsolutePath).toList();
        this.bounds = bounds;
    }

    private record Timed(Answer answer, long millis) {}

    /**
     * Asks.
     *
     * @param width how many JVMs there are at once
     * @throws ForkException if no JVM can be started
     * @throws InterruptedException if the calling thread is interrupted; all JVMs are killed then
     */
    public void ask(List<Question> questions, int width, Listener listener) throws ForkException, InterruptedException {
        AtomicInteger threads = new AtomicInteger();
        ThreadFactory factory = body -> new Thread(body, "heed-verify-" + threads.incrementAndGet());
        int size = Math.max(1, Math.min(width, questions.size()));
        ExecutorService pool = Executors.newFixedThreadPool(size, factory);
        Idle idle = new Idle();
        try {
            List<Future<Timed>> answers = new ArrayList<>();
            for (Question question : questions) {
                answers.add(pool.submit(() -> ask(question, idle)));
            }
            for (Future<Timed> answer : answers) {
                Timed timed = answer.get();
                listener.answered(timed.answer(), timed.millis());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ForkException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
            idle.close();
            pool.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        }
    }

    private Timed ask(Question question, Idle idle) throws ForkException, InterruptedException {
        long start = System.nanoTime();
        Fork ready = idle.take();
        Fork fork = ready == null ? new Fork(classes, libraries, bounds) : ready;
        boolean isKept = false;
        try {
            Answer answer = fork.ask(question);
            isKept = fork.isUsable() && idle.keep(fork);
            return new Timed(answer, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } finally {
            if (!isKept) {
                fork.close();
            }
        }
    }

    /** Forks that wait for the next question. */
    private static final class Idle implements AutoCloseable {
        private final List<Fork> forks = new ArrayList<>();
        private boolean isClosed;

        synchronized @Nullable Fork take() {
            return forks.isEmpty() ? null : forks.remove(forks.size() - 1);
        }

        synchronized boolean keep(Fork fork) {
            if (!isClosed) {
                forks.add(fork);
            }
            return !isClosed;
        }

        @Override
        public synchronized void close() {
            isClosed = true;
            forks.forEach(Fork::close);
            forks.clear();
        }
    }
}
