// Another store waits; the one made here does not.
import java.io.IOException;
import java.io.InterruptedIOException;

interface LineStore {
    void save(String line) throws IOException;
}

class RemoteStore implements LineStore {
    @Override
    public void save(String line) throws IOException {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new InterruptedIOException(line);
        }
    }
}

class MemoryStore implements LineStore {
    private String last = "";

    @Override
    public void save(String line) throws IOException {
        last = line + last.length();
    }
}

class StoreUser {
    private final LineStore store = new MemoryStore();

    boolean save(String line) {
        try {
            store.save(line);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
