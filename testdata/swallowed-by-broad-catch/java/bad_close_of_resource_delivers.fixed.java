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
        try (Session session = new Session()) {
            return session.size();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return -1;
        }
    }
}
