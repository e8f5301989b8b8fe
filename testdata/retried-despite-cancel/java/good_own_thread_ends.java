// A thread made for this alone: the interrupt ends its loop, and nobody else is on it.
import java.io.IOException;

abstract class BackgroundConnector {
    abstract void connectOnce() throws IOException;

    void start() {
        Thread thread = new Thread(() -> {
            while (true) {
                try {
                    connectOnce();
                    return;
                } catch (IOException e) {
                    try {
                        Thread.sleep(100);
                    } catch (InterruptedException stop) {
                        return;
                    }
                }
            }
        });
        thread.start();
    }
}
