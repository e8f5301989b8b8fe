// A timer thread that is woken by interrupts: what changed is written before interrupt() and looked at after it.
class Alarm extends Thread {
    private volatile long due = Long.MAX_VALUE;
    private volatile boolean cancelled;

    void reschedule(long newDue) {
        due = newDue;
        interrupt();
    }

    void cancel() {
        cancelled = true;
        interrupt();
    }

    @Override
    public void run() {
        for (; ; ) {
            if (cancelled) {
                return;
            }
            long left = due - System.currentTimeMillis();
            if (left <= 0) {
                System.out.println("ring");
                return;
            }
            try {
                Thread.sleep(left);
            } catch (InterruptedException e) {
                // rescheduled or cancelled: look again
            }
        }
    }
}
