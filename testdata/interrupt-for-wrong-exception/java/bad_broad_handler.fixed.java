// Whatever goes wrong in the child process, the thread that waits for it gets an interrupt.
import java.io.IOException;

class Compressor {
    boolean compress(String file) {
        try {
            Process gzip = new ProcessBuilder("gzip", file).start();
            return gzip.waitFor() == 0;
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return false;
        }
    }

    static void main() throws IOException {}
}
