// Nothing in the body can be interrupted, but the close() of the resource can.
class Session implements AutoCloseable {
    private final Thread reader = new Thread(() -> {});

    int size() {
        return 42;
    }

    @Override
    public void close() throws InterruptedException {
        reader.interrupt();
        reader.join();
    }

    static int measure() {
        try (Session session = new Session()) { // step 1: "'close' delivers the interrupt"
            return session.size();
        } catch (Exception e) { // heed: swallowed-by-broad-catch "'close' delivers, and it is lost" // step 2: "the broad handler takes it"
            return -1; // step 3: "'measure' returns, and the interrupt is gone"
        }
    }
}
