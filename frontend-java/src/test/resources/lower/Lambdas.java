import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;

class Lambdas {
    private final Runnable field = () -> run(null);
    static final Supplier<String> MADE = String::new;

    void run(ExecutorService pool) {
        int n = 3;
        String s = "s";
        new Thread(() -> {
            int m = n;
            Runnable inner = () -> System.out.println(s + m);
            inner.run();
        }).start();
        pool.submit(() -> n);
        pool.submit((Callable<String>) () -> {
            Thread.sleep(n);
            return s;
        });
        Function<Integer, Integer> f = (Integer i) -> i + n;
        f.andThen(x -> x * 2).apply(n);
    }

    void references(String text, Object[] all) {
        Supplier<Integer> bound = text::length;
        Function<String, Integer> unbound = String::length;
        Runnable own = this::helper;
        Supplier<Lambdas> make = Lambdas::new;
        Supplier<String> field = all[0]::toString;
    }

    void helper() {}

    Runnable anonymous(int n, String unused) {
        Object lock = new Object();
        return new Runnable() {
            private final int copy = n;

            @Override
            public void run() {
                synchronized (lock) {
                    helper();
                    Supplier<Object> s = () -> lock.hashCode() + n + copy;
                }
            }
        };
    }

    void copies() {
        try {
            helper();
        } finally {
            Runnable once = () -> helper();
            new Thread() {
                @Override
                public void run() {}
            }.start();
        }
    }
}
