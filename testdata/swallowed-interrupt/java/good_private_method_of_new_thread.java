// A private method that only ever is the body of a thread made here; the loop returns when interrupted.
class Heartbeat {
    private final Thread thread = new Thread(this::beat, "heartbeat");
    private long beats;

    void start() {
        thread.start();
    }

    private void beat() {
        while (true) {
            beats++;
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    void stop() {
        thread.interrupt();
    }
}
