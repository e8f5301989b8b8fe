// Whatever goes wrong in the child process, the thread that waits for it gets an interrupt.
import java.io.IOException;

class Compressor {
    boolean compress(String file) {
        try {
            Process gzip = new ProcessBuilder("gzip", file).start();
            return gzip.waitFor() == 0;
        } catch (Exception e) {
            Thread.currentThread().interrupt(); // heed: interrupt-for-wrong-exception "'IOException'"
            return false;
        }
    }

    static void main() throws IOException {}
}
