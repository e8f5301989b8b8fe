// A method of an anonymous class that somebody calls back: no thread ends with it.
import java.util.concurrent.BlockingQueue;

class Bus {
    interface Listener {
        void onEvent(String event);
    }

    static Listener forwarding(BlockingQueue<String> to) {
        return new Listener() {
            @Override
            public void onEvent(String event) {
                try {
                    to.put(event);
                } catch (InterruptedException e) {
                    System.err.println("event dropped: " + event);
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
