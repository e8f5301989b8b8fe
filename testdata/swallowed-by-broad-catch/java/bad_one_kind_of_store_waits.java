// Only one of the stores waits, and with that one the interrupt is lost: a store is chosen once, for all that is done with it.
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

class StoredPages {
    interface PageStore {
        void put(String page) throws Exception;

        int size();
    }

    static class NoPages implements PageStore {
        int count;

        @Override
        public void put(String page) {}

        @Override
        public int size() {
            return count;
        }
    }

    static final class CountedPages extends NoPages {
        @Override
        public void put(String page) {
            count++;
        }
    }

    static class Letters extends NoPages {
        @Override
        public void put(String page) {
            count += page.length();
        }
    }

    record QueuedPages(BlockingQueue<String> pages) implements PageStore {
        @Override
        public void put(String page) throws Exception {
            pages.put(page);
        }

        @Override
        public int size() {
            return pages.size();
        }
    }

    PageStore store = new QueuedPages(new ArrayBlockingQueue<>(1));

    void keep(String page) {
        try {
            store.put(page);
        } catch (Exception e) { // heed: swallowed-by-broad-catch
            System.err.println("lost: " + page);
        }
    }
}
