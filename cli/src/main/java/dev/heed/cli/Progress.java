package dev.heed.cli;

import dev.heed.ScanProgress;
import dev.heed.cli.maven.DownloadListener;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One line on a terminal that says how far things are: from two seconds on, and gone at the end. Where standard error is no
 * terminal there is none, but for one line when a download begins: that may take long.
 */
final class Progress implements ScanProgress, DownloadListener, AutoCloseable {
    private static final long FIRST_AFTER_MS = 2_000;
    private static final long THEN_EVERY_MS = 200;
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream err;
    private final boolean isTerminal;
    private final boolean isQuiet;
    private volatile Supplier<String> text = () -> "Looking for sources";
    private final AtomicInteger downloads = new AtomicInteger();
    private final AtomicLong downloaded = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Thread ticker;

    Progress(PrintStream err, boolean isTerminal, boolean isQuiet) {
        this.err = err;
        this.isTerminal = isTerminal;
        this.isQuiet = isQuiet;
    }

    /** Starts to show. */
    Progress start() {
        if (isTerminal && !isQuiet) {
            Thread thread = new Thread(this::tick, "heed-progress");
            thread.setDaemon(true);
            thread.start();
            ticker = thread;
        }
        return this;
    }

    private void tick() {
        boolean isShown = false;
        long wait = FIRST_AFTER_MS;
        try {
            while (!ended.await(wait, TimeUnit.MILLISECONDS)) {
                err.print(CLEAR_LINE + "heed: " + text.get());
                err.flush();
                isShown = true;
                wait = THEN_EVERY_MS;
            }
        } catch (InterruptedException e) {
            // Somebody ends this thread early; it has nothing to finish but its line.
            Thread.currentThread().interrupt();
        }
        if (isShown) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }

    @Override
    public void reading(int done, int total) {
        text = () -> "Reading " + done + " of " + total + " files";
    }

    @Override
    public void analyzing(int files) {
        text = () -> "Analyzing " + files + " files";
    }

    /** The sources are being fixed. */
    void doing(String what) {
        text = () -> "Fixing: " + what;
    }

    @Override
    public void started(String file) {
        if (downloads.incrementAndGet() == 1 && !isTerminal && !isQuiet) {
            err.println("heed: Downloading " + file + " and what it needs ...");
        }
        text = () -> String.format(
                Locale.ROOT, "Downloading %s (%d files, %.1f MB)", file, downloads.get(), downloaded.get() / 1e6);
    }

    @Override
    public void received(long bytes) {
        downloaded.addAndGet(bytes);
    }

    @Override
    public void ended() {
        // The line goes on with the next download, or with the scan.
    }

    @Override
    public void done() {
        close();
    }

    /** Takes the line away. */
    @Override
    public void close() {
        ended.countDown();
        Thread thread = ticker;
        if (thread == null) {
            return;
        }
        boolean wasInterrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                // The line must be gone before anything else is printed, and that takes no time.
                wasInterrupted = true;
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
