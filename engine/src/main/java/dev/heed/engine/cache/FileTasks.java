package dev.heed.engine.cache;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Does something with each of many files, on several threads. */
final class FileTasks {
    /** Fewer files are not worth a thread. */
    private static final int FILES_PER_TASK = 64;

    private FileTasks() {}

    /** What is done with one file. */
    interface Task<F, T> {
        T of(F file) throws IOException;
    }

    /** What comes of the files, in their order; null if one cannot be read: the scan itself will tell. */
    static <F, T> @Nullable List<T> each(List<? extends F> files, int threads, Task<F, T> task)
            throws InterruptedException {
        List<List<? extends F>> parts = new ArrayList<>();
        for (int i = 0; i < files.size(); i += FILES_PER_TASK) {
            parts.add(files.subList(i, Math.min(files.size(), i + FILES_PER_TASK)));
        }
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, parts.size())), body -> {
            Thread thread = new Thread(body, "heed-cache");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<List<T>>> running = new ArrayList<>();
            parts.forEach(part -> running.add(workers.submit(() -> all(part, task))));
            List<T> results = new ArrayList<>();
            for (Future<List<T>> done : running) {
                results.addAll(done.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException) {
                return null;
            }
            throw new IllegalStateException("a file could not be looked at", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static <F, T> List<T> all(List<? extends F> files, Task<F, T> task) throws IOException {
        List<T> results = new ArrayList<>();
        for (F file : files) {
            results.add(task.of(file));
        }
        return results;
    }
}
