class Conditions {
    static final boolean DEBUG = false;
    volatile boolean running = true;

    boolean values(Object o, boolean a, boolean b) {
        boolean c = a && !b || o == null;
        boolean d = !a;
        c |= d;
        c = c ? a : isDone();
        return c == (o instanceof String);
    }

    int branches(Object o, int n) {
        if (DEBUG) {
            isDone();
        }
        if (!(o instanceof String s) || s.isEmpty()) {
            return 0;
        }
        if (isDone() == false) {
            n++;
        }
        while (running) {
            if (Thread.interrupted()) return s.length();
        }
        assert n > 0 : "n is " + n;
        assert isDone();
        return n < 3 && null != o ? n : -n;
    }

    boolean isDone() {
        return true;
    }
}
