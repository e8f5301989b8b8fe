import java.io.IOException;

class Declarations extends Exception {
    final int a = compute();
    static int b = 2;
    static final int CONSTANT = 3;

    static {
        b = 4;
    }

    {
        b++;
    }

    @Deprecated
    Declarations(String message) {
        super(message, null);
    }

    Declarations() {
        this("none");
    }

    static int compute() throws IllegalStateException {
        return 1;
    }

    abstract static class Base {
        abstract void work(int... numbers) throws IOException, InterruptedException;

        protected final native void nothing();
    }

    interface Face {
        void plain();

        default void extra() {
            plain();
        }
    }

    enum Kind implements Face {
        ONE(1) {
            @Override
            public void plain() {}
        },
        TWO,
        THREE(3);

        Kind(int... n) {}

        @Override
        public void plain() {}
    }

    record Range(int from, int to) {
        Range {
            if (from > to) throw new IllegalArgumentException();
        }

        int size() {
            return to - from;
        }
    }

    class Inner {
        void outer() {
            System.out.println(a);
            Declarations.this.printStackTrace();
            compute();
            getMessage();
        }
    }

    void local() {
        int seen = b;
        class Local {
            int get() {
                return seen;
            }
        }
        record Pair(int x) {}
        new Local().get();
        new Pair(1).x();
    }

    @Override
    public String toString() {
        return super.toString();
    }
}
