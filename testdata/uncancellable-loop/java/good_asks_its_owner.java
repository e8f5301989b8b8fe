// The owner is asked in each turn whether to go on.
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;

abstract class OwnedRead implements Callable<Integer> {
    private final InputStream in;

    OwnedRead(InputStream in) {
        this.in = in;
    }

    abstract boolean isStillWanted();

    @Override
    public Integer call() throws IOException {
        int count = 0;
        while (isStillWanted() && in.read() >= 0) {
            count++;
        }
        return count;
    }
}
