// An anonymous thread calls a method of the object around it.
class ReaderSession {
    private Thread reader;
    private boolean isOpen;

    void open() {
        isOpen = true;
        reader = new Thread("reader") {
            @Override
            public void run() {
                close(); // heed: thread-joins-itself
            }
        };
        reader.start();
    }

    void close() {
        reader.interrupt();
        try {
            reader.join();
            isOpen = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
