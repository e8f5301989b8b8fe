// The loop ends by the interrupt, and with it what this thread does.
class Spinner implements Runnable {
    private long turns;

    @Override
    public void run() {
        while (!Thread.interrupted()) {
            turns++;
            Thread.onSpinWait();
        }
    }

    long turns() {
        return turns;
    }
}
