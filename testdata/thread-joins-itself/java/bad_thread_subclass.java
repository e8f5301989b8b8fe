// The thread is the object itself.
class Ticker extends Thread {
    private int ticks;
    private boolean finished;

    @Override
    public void run() {
        while (!isInterrupted()) {
            if (++ticks == 100) {
                finish(); // heed: thread-joins-itself
            }
        }
    }

    void finish() {
        interrupt();
        try {
            join(200);
            finished = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
