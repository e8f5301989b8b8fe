package dev.heed.frontend.java.lower.random;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntSupplier;

/** What generated programs call: it writes down every call, and decides from the place and the count what happens. */
public final class Tracer {
    private final int seed;
    private final List<String> trace = new ArrayList<>();
    private int calls;
    private int fuel = 40;

    public Tracer(int seed) {
        this.seed = seed;
    }

    public static class E1 extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public E1(String message) {
            super(message, null, true, false);
        }
    }

    public static final class E2 extends E1 {
        private static final long serialVersionUID = 1L;

        public E2(String message) {
            super(message);
        }
    }

    public static final class E3 extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public E3(String message) {
            super(message, null, true, false);
        }
    }

    public final class R implements AutoCloseable {
        private final int id;

        R(int id) {
            this.id = id;
        }

        @Override
        public void close() {
            x(1000 + id);
        }
    }

    public List<String> trace() {
        return trace;
    }

    private int dice(int id, int sides) {
        int h = (seed * 31 + id) * 0x9E3779B9 + ++calls * 0x85EBCA6B;
        h ^= h >>> 15;
        h *= 0x2C1B3C6D;
        h ^= h >>> 12;
        return Math.floorMod(h, sides);
    }

    private void note(String what) {
        if (trace.size() < 5000) {
            trace.add(what);
        }
    }

    /** A number. */
    public int t(int id) {
        note("t" + id);
        return dice(id, 5);
    }

    /** A condition. */
    public boolean c(int id) {
        boolean value = dice(id, 2) == 0;
        note("c" + id + value);
        return value;
    }

    /** Whether a loop may go on. */
    public boolean f(int id) {
        boolean value = --fuel > 0 && dice(id, 4) != 0;
        note("f" + id + value);
        return value;
    }

    /** May throw. */
    public int x(int id) {
        int choice = dice(id, 8);
        note("x" + id + ":" + choice);
        switch (choice) {
            case 0 -> throw new E1("x" + id);
            case 1 -> throw new E2("x" + id);
            case 2 -> throw new E3("x" + id);
            default -> {
                return choice;
            }
        }
    }

    public void s(String text) {
        note("s" + text);
    }

    public E1 e(int id) {
        note("e" + id);
        return dice(id, 2) == 0 ? new E1("e" + id) : new E2("e" + id);
    }

    public R r(int id) {
        note("r" + id);
        return dice(id, 3) == 0 ? null : new R(id);
    }

    public Object o(int id) {
        note("o" + id);
        return switch (dice(id, 4)) {
            case 0 -> Integer.valueOf(id);
            case 1 -> "o" + id;
            case 2 -> null;
            default -> List.of(id);
        };
    }

    public void show(Object value) {
        note("show " + value);
    }

    public void caught(Throwable thrown) {
        note("caught " + describe(thrown));
    }

    public Iterable<String> some(int id) {
        note("some" + id);
        int count = Math.min(dice(id, 4), Math.max(0, --fuel));
        return () -> new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < count;
            }

            @Override
            public String next() {
                return "e" + next++;
            }
        };
    }

    public int run(IntSupplier task) {
        note("run");
        return task.getAsInt();
    }

    public static String describe(Throwable thrown) {
        StringBuilder text = new StringBuilder(thrown.getClass().getSimpleName() + "(" + thrown.getMessage() + ")");
        for (Throwable suppressed : thrown.getSuppressed()) {
            text.append('[').append(describe(suppressed)).append(']');
        }
        return text.toString();
    }
}
