// The loop ends only by success; the pause between the attempts keeps the interrupt to itself.
import java.io.IOException;

abstract class Registrar {
    abstract void register() throws IOException;

    void registerForSure() {
        while (true) {
            try {
                register();
                return;
            } catch (IOException e) {
                System.err.println("not registered: " + e);
            }
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) { // heed: retried-despite-cancel "goes on to the next 'register'"
                System.err.println("woken early");
            }
        }
    }
}
