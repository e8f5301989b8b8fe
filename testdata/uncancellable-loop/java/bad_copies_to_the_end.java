// The copy reads and writes until nothing is left, whoever has given up on it.
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class FileCopies {
    Future<Long> copy(ExecutorService pool, InputStream in, OutputStream out) {
        return pool.submit(new WholeCopy(in, out));
    }
}

class WholeCopy implements Callable<Long> {
    private final InputStream in;
    private final OutputStream out;

    WholeCopy(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Long call() throws IOException {
        byte[] buffer = new byte[8192];
        long copied = 0;
        int n = in.read(buffer);
        while (n >= 0) { // heed: uncancellable-loop "its thread works on"
            out.write(buffer, 0, n);
            copied += n;
            n = in.read(buffer);
        }
        return copied;
    }
}
