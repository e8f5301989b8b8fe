// close() at the end of the try joins a thread; with the status set it returns while that still runs.
class FeedReader {
    int read(int lines) throws InterruptedException {
        try (Prefetcher ahead = new Prefetcher()) {
            int sum = 0;
            for (int i = 0; i < lines; i++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedException(); // heed: cancel-thrown-with-status-set "'close'"
                }
                sum += ahead.next();
            }
            return sum;
        }
    }
}

final class Prefetcher implements AutoCloseable {
    private final Thread thread = new Thread(() -> {});

    Prefetcher() {
        thread.start();
    }

    int next() {
        return 1;
    }

    @Override
    public void close() throws InterruptedException {
        thread.join();
    }
}
