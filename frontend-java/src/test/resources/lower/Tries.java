import java.io.IOException;
import java.util.concurrent.locks.Lock;

class Tries {
    void order(Lock lock) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RuntimeException(e);
        } catch (RuntimeException | Error e) {
            throw e;
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("finally")
    int overrides() {
        for (;;) {
            try {
                return 1;
            } finally {
                if (hashCode() == 3) {
                    continue;
                }
                return 2;
            }
        }
    }

    int nested(boolean b) {
        try {
            try {
                if (b) return 1;
            } finally {
                inner();
            }
        } finally {
            outer();
        }
        return 0;
    }

    void resource(AutoCloseable given) throws Exception {
        try (given; var made = new java.io.StringReader("")) {
            made.read();
        } catch (IOException e) {
            inner();
        } finally {
            outer();
        }
    }

    int locked(Object o) {
        synchronized (o) {
            if (o == this) {
                return 1;
            }
            o.notify();
        }
        return 2;
    }

    static synchronized void guarded() {
        Tries.class.notifyAll();
    }

    void lost() {
        try {
            inner();
        } catch (Exception ignored) {
        }
    }

    void inner() {}
    void outer() {}
}
