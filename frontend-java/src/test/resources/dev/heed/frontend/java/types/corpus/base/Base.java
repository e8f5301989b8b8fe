package base;

import java.io.IOException;
import java.util.concurrent.Callable;

public abstract class Base<T extends Comparable<T>> implements Source<T> {
    protected final java.util.Map<String, T> values = new java.util.HashMap<>();
    protected int count = 3;
    public static final String NAME = "base" + 1;

    protected Base() throws IOException {}

    protected Base(int... sizes) {}

    protected Base(String name, Object... rest) throws InterruptedException {
        this(rest.length, name.length());
    }

    public abstract T next() throws InterruptedException;

    public static <R, X extends Exception> R call(ThrowingCall<R, X> call) throws X {
        return call.run();
    }

    public static <R> R call(Callable<R> callable, int times) throws Exception {
        return callable.call();
    }

    protected void over(Object o) {}

    protected void over(String s) throws IOException {}

    protected void over(int i) throws InterruptedException {}

    protected void over(long l) {}

    protected void over(Integer i) throws java.util.concurrent.TimeoutException {}

    protected void over(Object... many) throws java.net.SocketException {}

    void packagePrivate() throws IOException {}

    private void hidden() throws InterruptedException {}

    public void callsHidden() throws InterruptedException, IOException {
        hidden();
        new Base<String>() {
            @Override
            public String next() {
                return NAME;
            }
        }.callsHidden();
    }

    public class Inner {
        public T value() {
            return values.get(NAME);
        }

        public class Deep {
            public void reach() throws InterruptedException {
                Base.this.next().compareTo(value());
                over(count);
                over("x".charAt(0));
                Inner.this.value();
            }
        }
    }

    public static class Nested {
        public void go() throws Exception {}

        public static Nested make() {
            return new Nested();
        }
    }

    public enum Level {
        LOW,
        HIGH {
            @Override
            public int weight() throws IllegalStateException {
                return ordinal() + 1;
            }
        };

        public int weight() {
            return 0;
        }
    }
}
