// No task: who calls this waits for it, and nobody cancels it by an interrupt.
import java.io.IOException;
import java.io.InputStream;

class PlainSum {
    long sum(InputStream in) throws IOException {
        long sum = 0;
        int n = in.read();
        while (n >= 0) {
            sum += n;
            n = in.read();
        }
        return sum;
    }
}
