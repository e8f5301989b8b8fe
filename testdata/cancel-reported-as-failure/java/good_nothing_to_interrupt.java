// Nothing in the try can be interrupted: what is logged as an error is one.
import java.util.logging.Logger;

class NothingInterruptible implements Runnable {
    private static final Logger LOG = Logger.getLogger("no-wait");

    @Override
    public void run() {
        try {
            System.out.println(Integer.parseInt(System.getProperty("level", "x")));
        } catch (Exception e) {
            LOG.severe("cannot read the level: " + e);
        }
    }
}
