// The reader waits for the writer.
class Pair {
    private Thread reader;
    private Thread writer;

    void start() {
        writer = new Thread(() -> System.out.println("written"));
        reader = new Thread(this::awaitWriter);
        writer.start();
        reader.start();
    }

    private void awaitWriter() {
        stopWriter();
    }

    private void stopWriter() {
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
