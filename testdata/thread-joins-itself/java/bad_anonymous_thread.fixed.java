// An anonymous thread calls a method of the object around it.
class ReaderSession {
    private Thread reader;

    void open() {
        reader = new Thread("reader") {
            @Override
            public void run() {
                close();
            }
        };
        reader.start();
    }

    void close() {
        reader.interrupt();
        try {
            if (Thread.currentThread() != reader) {
                reader.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
