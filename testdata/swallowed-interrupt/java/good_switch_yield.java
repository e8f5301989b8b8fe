// Restored inside a switch expression that yields a value.
import java.util.concurrent.BlockingQueue;

class Modes {
    enum Mode {
        WAIT,
        LOOK
    }

    static String get(Mode mode, BlockingQueue<String> queue) {
        return switch (mode) {
            case LOOK -> queue.peek();
            case WAIT -> {
                try {
                    yield queue.take();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    yield null;
                }
            }
        };
    }
}
