package dev.heed.lsp;

import dev.heed.Heed;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** The language server. */
public final class HeedLsp {

    private HeedLsp() {}

    /**
     * Serves one editor until it says good-bye, goes away, or dies.
     *
     * @param in what the editor writes
     * @param out where nobody else writes
     * @return 0 if the editor asked for the end before it came, else 1, as the protocol has it
     * @throws InterruptedException if the thread is interrupted; the server has ended then
     */
    public static int run(Heed heed, InputStream in, OutputStream out) throws InterruptedException {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        ExecutorService reader = Executors.newCachedThreadPool(Scans.daemon("heed-lsp"));
        try (HeedServer server = new HeedServer(heed, end)) {
            Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(
                    server, new WatchedEnd(in, server::disconnected), out, reader, consumer -> consumer);
            server.connect(launcher.getRemoteProxy());
            var unused = launcher.startListening();
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("only exit codes are told", e);
        } finally {
            // Not interrupted: the one that reads may wait for an editor that is gone, and ends with the process.
            reader.shutdown();
        }
    }

    /** Tells when there is nothing more to read: all that was read has been dealt with by then. */
    private static final class WatchedEnd extends FilterInputStream {
        private final Runnable atEnd;

        WatchedEnd(InputStream in, Runnable atEnd) {
            super(in);
            this.atEnd = atEnd;
        }

        @Override
        public int read() throws IOException {
            return told(() -> super.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return told(() -> super.read(bytes, offset, length));
        }

        private interface Read {
            int read() throws IOException;
        }

        private int told(Read read) throws IOException {
            boolean isOver = true;
            try {
                int result = read.read();
                isOver = result < 0;
                return result;
            } finally {
                if (isOver) {
                    atEnd.run();
                }
            }
        }
    }
}
