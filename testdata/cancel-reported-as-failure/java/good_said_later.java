// The interrupted pause is passed over; the alarm is for what fails after it.
import java.util.logging.Logger;

class PauseThenWork extends Thread {
    private static final Logger LOG = Logger.getLogger("pause");
    private volatile boolean halted;

    @Override
    public void run() {
        try {
            Thread.sleep(100);
        } catch (Exception e) {
            halted = true;
        }
        if (System.getProperty("level") == null) {
            LOG.severe("no level is set");
        }
    }
}
