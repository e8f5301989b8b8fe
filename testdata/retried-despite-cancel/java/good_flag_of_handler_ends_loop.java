// The handler counts the attempts up to their end: none is left after an interrupt.
import java.io.IOException;

abstract class CountedOut {
    abstract void storeOnce() throws IOException;

    boolean store() {
        boolean mayTry = true;
        while (mayTry) {
            try {
                storeOnce();
                return true;
            } catch (IOException e) {
                try {
                    Thread.sleep(100);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    mayTry = false;
                }
            }
        }
        return false;
    }
}
