// Each turn asks for the interrupt status.
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Callable;

class AskingCopy implements Callable<Long> {
    private final InputStream in;
    private final OutputStream out;

    AskingCopy(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Long call() throws IOException, InterruptedException {
        byte[] buffer = new byte[8192];
        long copied = 0;
        int n = in.read(buffer);
        while (n >= 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            out.write(buffer, 0, n);
            copied += n;
            n = in.read(buffer);
        }
        return copied;
    }
}
