// Another condition guards the interrupt, not the parameter.
import java.util.concurrent.FutureTask;

class IndexTask extends FutureTask<Integer> {
    private volatile Thread runner;
    private volatile boolean started;

    IndexTask(Runnable index) {
        super(index, 1);
    }

    @Override
    public void run() {
        runner = Thread.currentThread();
        started = true;
        super.run();
        started = false;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (!mayInterruptIfRunning) {
            System.out.println("will not be interrupted");
        }
        if (started) {
            if (mayInterruptIfRunning) {
                runner.interrupt();
            }
        }
        return super.cancel(mayInterruptIfRunning);
    }
}
