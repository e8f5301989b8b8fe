// A cancel without a parameter promises nothing about running tasks.
class Crawler implements Runnable {
    private volatile Thread thread;

    @Override
    public void run() {
        thread = Thread.currentThread();
    }

    public void cancel() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
