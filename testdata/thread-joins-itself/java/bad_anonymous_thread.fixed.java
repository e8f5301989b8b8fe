// An anonymous thread calls a method of the object around it.
class ReaderSession {
    private Thread reader;
    private boolean isOpen;

    void open() {
        isOpen = true;
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
            isOpen = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
