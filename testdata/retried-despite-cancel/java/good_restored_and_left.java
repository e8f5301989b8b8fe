// The interrupted pause ends the attempts; the caller finds the status set.
import java.io.IOException;

abstract class PatientClient {
    abstract void sendOnce() throws IOException;

    boolean send(int attempts) {
        for (int i = 0; i < attempts; i++) {
            try {
                sendOnce();
                return true;
            } catch (IOException e) {
                try {
                    Thread.sleep(100);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return false;
    }
}
