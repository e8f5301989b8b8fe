// The loop over the elements ends as if there were no more; half of them are stored as all.
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

class ResultPages implements Iterator<String> {
    private final BlockingQueue<String> pages = new LinkedBlockingQueue<>();
    private String next;

    @Override
    public boolean hasNext() {
        try {
            next = pages.take();
            return true;
        } catch (InterruptedException e) {
            System.err.println("no more pages");
            return false; // heed: cancel-becomes-success "as for the end of the elements"
        }
    }

    @Override
    public String next() {
        return next;
    }
}
