class TryFinally {
    int read(java.util.Iterator<String> in) {
        try {
            while (in.hasNext()) {
                String s = in.next();
                if (s == null) {
                    continue;
                } else if (s.isEmpty()) {
                    break;
                }
                return s.length();
            }
        } catch (IllegalStateException | Error e) {
            log("failed: " + e + 1 + 2);
        } finally {
            close();
        }
        return -1;
    }

    void resources() throws Exception {
        try (AutoCloseable a = open(); AutoCloseable b = new Res()) {
            log("a");
        }
    }

    synchronized void locked(Object o) {
        synchronized (o) {
            wait();
        }
    }

    void log(String s) {}
    void close() {}
    AutoCloseable open() { return () -> close(); }
}
