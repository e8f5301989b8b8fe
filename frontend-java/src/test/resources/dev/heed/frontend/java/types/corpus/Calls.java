package corpus;

import static base.Base.NAME;
import static base.Base.call;
import static java.util.concurrent.TimeUnit.*;
import static java.util.stream.Collectors.*;

import base.*;
import base.Base.Nested;
import java.io.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;

class Calls extends Base<String> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ready = lock.newCondition();
    private final BlockingQueue<Callable<? extends Number>> queue = new LinkedBlockingQueue<>(10);
    private final List<CountDownLatch> latches = new ArrayList<>();
    private final Map<String, List<Future<Integer>>> futures = new ConcurrentHashMap<>();
    private ExecutorService pool = Executors.newFixedThreadPool(2, r -> new Thread(r, "x"));
    int[] numbers = {1, 2, 3};
    String[][] table = new String[2][];

    Calls() throws Exception {
        super();
        over(1);
        over(1L);
        over("s");
        over((Object) "s");
        over('c');
        over(Integer.valueOf(3));
        over(1, 2, 3);
        over();
        over(null, null);
        over(new Object[] {1});
    }

    Calls(int i) throws InterruptedException {
        super("name", i, "rest");
    }

    Calls(long l) {
        super(1, 2, 3);
    }

    @Override
    public String next() throws InterruptedException {
        latches.get(0).await();
        latches.iterator().next().await(1, TimeUnit.SECONDS);
        return super.nextOr("other").trim();
    }

    void locks() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (numbers.length > 0) {
                ready.await();
                ready.awaitNanos(10L);
            }
            if (lock.tryLock(1, SECONDS) || lock.tryLock()) {
                ready.signalAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    void collections() throws Exception {
        for (CountDownLatch latch : latches) {
            latch.countDown();
            latch.await();
        }
        for (var entry : futures.entrySet()) {
            String key = entry.getKey().toLowerCase();
            for (Future<Integer> future : entry.getValue()) {
                int n = future.get() + future.get(1, TimeUnit.SECONDS).intValue();
                System.out.println(key + n);
            }
        }
        for (int number : numbers) {
            System.out.println(number);
            System.out.print((char) number);
        }
        for (String cell : table[0]) {
            cell.isEmpty();
        }
        futures.computeIfAbsent("k", k -> new ArrayList<>()).add(pool.submit(() -> 42));
        futures.computeIfPresent("k", (k, v) -> v.isEmpty() ? null : v).get(0).get();
        futures.merge("k", new ArrayList<>(), (a, b) -> {
            a.addAll(b);
            return a;
        }).clear();
        futures.getOrDefault("k", List.of()).forEach(f -> f.cancel(true));
        queue.put(() -> 1L);
        Number taken = queue.take().call();
        taken.intValue();
        queue.poll(1, SECONDS).call().doubleValue();
        new ArrayList<>(latches).get(0).await();
        Collections.unmodifiableList(latches).get(0).await();
        Arrays.asList(new CountDownLatch(1), new CountDownLatch(2)).get(1).await();
        new ArrayDeque<Thread>().peek().join();
        Optional.of(new Semaphore(1)).get().acquire();
        Optional.of(new Thread()).orElseThrow(IllegalStateException::new).join(10);
        Optional.of(1).orElseThrow(() -> new IOException("x"));
        Optional.<Thread>empty().map(Thread::getName).ifPresent(System.out::println);
        table[0][1].length();
        numbers.clone().getClass().getName();
        List<? super Thread> threads = new ArrayList<>();
        threads.add(new Thread());
        threads.get(0).wait();
        List<? extends Thread> more = List.of();
        more.get(0).join();
        Map<String, ? extends Map<Integer, Thread>> nested = Map.of();
        nested.get("x").get(1).join();
        nested.values().iterator().next().values().iterator().next().join();
    }

    void streams() throws Exception {
        List<String> names = latches.stream()
                .filter(Objects::nonNull)
                .filter(latch -> latch.getCount() > 0)
                .map(latch -> latch.toString().trim())
                .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.toList());
        names.get(0).trim();
        Map<Integer, List<String>> byLength = names.stream().collect(groupingBy(String::length));
        byLength.get(1).get(0).isBlank();
        names.stream().collect(groupingBy(String::length, TreeMap::new, mapping(s -> s.charAt(0), toSet())))
                .firstEntry().getValue().iterator().next().charValue();
        names.stream().collect(toMap(Function.identity(), n -> new Thread(n))).get("a").join();
        IntStream.range(0, 3).mapToObj(i -> new Semaphore(i)).toList().get(0).acquire(2);
        Stream.of("a", "b").flatMap(s -> Stream.of(s, s)).map(String::toUpperCase).findFirst().get().strip();
        names.stream().reduce("", (a, b) -> a + b).trim();
        names.stream().mapToInt(String::length).sum();
        Stream.iterate(1, i -> i + 1).limit(3).map(i -> "x" + i).forEach(s -> s.trim());
        int total = Stream.of(1, 2).mapToInt(Integer::intValue).max().getAsInt();
        over(total);
        String joined = Stream.of(new Thread(), new Thread()).map(t -> {
            if (t.isAlive()) {
                return t.getName();
            }
            return t.getThreadGroup().getName();
        }).collect(joining(","));
        over(joined);
        Arrays.stream(table).filter(row -> row.length > 1).map(row -> row[0]).toArray(String[]::new)[0].trim();
    }

    void generics() throws InterruptedException, IOException {
        String s = call(() -> "x");
        try {
            call(() -> {
                throw new IOException("x");
            });
            call(() -> {
                Thread.sleep(1);
                return 1;
            }).intValue();
        } catch (Exception e) {
            e.getCause().printStackTrace();
        }
        over(s);
        Base.<String, RuntimeException>call(() -> "y").trim();
        AtomicReference<Thread> reference = new AtomicReference<>();
        reference.get().join();
        reference.updateAndGet(t -> new Thread(t)).join();
        pick(new Thread(), new Thread()).join();
        pick(1, 2L).intValue();
        last(latches).await();
        self().self().next();
        new Pair<>("a", new Thread()).second.join();
        new Pair<>("a", new Thread()).swap().first().join();
        Pair.of(new Semaphore(1), 2).first().acquire();
        Pair<Thread, Integer>[] pairs = null;
        pairs[0].first().join();
    }

    static <A> A pick(A one, A other) {
        return one;
    }

    static <E, L extends List<? extends E>> E last(L list) {
        return list.get(list.size() - 1);
    }

    <S extends Calls> Calls self() {
        return this;
    }

    static final class Pair<A, B> {
        final A first;
        final B second;

        Pair(A first, B second) {
            this.first = first;
            this.second = second;
        }

        A first() {
            return first;
        }

        Pair<B, A> swap() {
            return new Pair<>(second, first);
        }

        static <X, Y> Pair<X, Y> of(X x, Y y) {
            return new Pair<>(x, y);
        }
    }

    void bodies() throws Exception {
        pool.submit(() -> System.out.println());
        pool.submit(() -> queue.take());
        pool.submit(() -> {
            queue.clear();
        });
        pool.submit(() -> {
            while (true) {
                queue.take();
            }
        });
        pool.submit(this::streams2);
        pool.submit(this::next);
        pool.execute(this::streams2);
        pool.invokeAll(List.of(() -> 1, () -> 2)).get(0).get();
        new Thread(this::streams2).start();
        new Thread(() -> Nested.make()).start();
        Runnable r = () -> {};
        r.run();
        Callable<String> c = this::next;
        c.call().trim();
        Supplier<Supplier<Thread>> supplier = () -> () -> new Thread();
        supplier.get().get().join();
        BiFunction<String, Integer, Character> charAt = String::charAt;
        charAt.andThen(Character::isLetter).apply("x", 1).booleanValue();
        Function<Integer, int[]> arrays = int[]::new;
        CompletableFuture.supplyAsync(() -> "x")
                .thenApply(String::length)
                .thenCompose(n -> CompletableFuture.supplyAsync(() -> n + 1L))
                .handle((v, e) -> v == null ? new Thread() : null)
                .get()
                .join();
        Source.Listener listener = event -> event.trim();
        listener.onEvent("x");
        ((Source.Listener) (e -> Thread.sleep(e.length()))).onEvent("y");
        Object o = (Runnable & Serializable) () -> queue.clear();
    }

    private void streams2() {}

    void control(Object o, Level level) throws Exception {
        if (o instanceof Thread t && t.isAlive()) {
            t.join();
        }
        if (!(o instanceof Semaphore s)) {
            throw new IOException();
        }
        s.acquire();
        while (!(o instanceof CharSequence text)) {
            o = o.toString();
        }
        text.length();
        boolean b = o instanceof String str ? str.isEmpty() : o.hashCode() > 1;
        switch (level) {
            case LOW:
                Thread local = new Thread();
                local.join();
            case HIGH:
                local = new Thread();
                local.start();
                break;
        }
        String v = switch (level) {
            case LOW -> "low";
            case HIGH -> {
                yield next();
            }
        };
        v.trim();
        (b ? "x" : v).length();
        Integer.valueOf(b ? 1 : 'c').byteValue();
    }

    void controls(Level level) {
        level.compareTo(Level.valueOf("LOW"));
        Level.values()[0].weight();
        EnumMap<Level, Thread> map = new EnumMap<>(Level.class);
        map.keySet().forEach(l -> l.weight());
        String name = level.name() + level.ordinal() + NAME.length();
        over2(name + 1, 2 * 3L, 1 / 2.0f, ~1, !name.isEmpty(), 'a' + 1, 1 << 2L);
    }

    void over2(String a, long b, float c, int d, boolean e, int f, int g) {}

    void resources() throws Exception {
        try (Reader reader = new FileReader("x");
                var buffered = new BufferedReader(reader)) {
            buffered.readLine().trim();
            buffered.lines().map(String::trim).count();
        } catch (FileNotFoundException | ClassCastException e) {
            e.getMessage().trim();
            e.printStackTrace();
        } catch (IOException | RuntimeException e) {
            e.getCause().getMessage();
            throw e;
        }
        try (Source<String> source = Source.of("x")) {
            source.next().trim();
        }
        synchronized (this) {
            wait();
            this.wait(10);
            notifyAll();
        }
        assert latches.isEmpty() : latches.size();
        MILLISECONDS.sleep(1);
        SECONDS.timedJoin(new Thread(), 3);
    }

    class Worker extends Thread {
        Worker() {
            super("worker");
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                sleep(10);
                Thread.sleep(Duration.of(1));
                next();
                Calls.this.next();
                Calls.super.nextOr("x");
                join();
                super.run();
            } catch (InterruptedException e) {
                interrupt();
            }
        }
    }

    static class Duration {
        static long of(int n) {
            return n;
        }
    }

    void locals() throws Exception {
        class Local extends Worker {
            final Thread t = this;

            void more() throws InterruptedException {
                t.join();
                new Local().t.join();
                getName();
            }
        }
        new Local().more();
        new Local().join();
        Worker w = this.new Worker();
        w.join();
        Object anonymous = new Object() {
            Thread thread = new Thread();

            @Override
            public String toString() {
                return thread.getName() + Calls.this.numbers.length + hashCode();
            }
        };
        var thing = new Object() {
            Thread other = new Thread();

            void go() throws InterruptedException {
                other.join();
            }
        };
        thing.go();
        thing.other.join();
        Calls calls = new Calls(1) {
            @Override
            public String next() {
                over(3L);
                return "x";
            }
        };
        calls.next();
        calls.callsHidden();
        calls.new Inner().new Deep().reach();
        Nested.make().go();
        Base.Nested.make().go();
        base.Base.Nested.make().go();
        new base.Base.Nested().go();
    }

    record Point(int x, Optional<Thread> owner, String... names) implements Comparable<Point> {
        Point {
            Objects.requireNonNull(owner).isPresent();
        }

        Point(int x) {
            this(x, Optional.empty());
        }

        @Override
        public int compareTo(Point other) {
            return Integer.compare(x, other.x()) + owner().map(Thread::getPriority).orElse(1) + names[0].length();
        }

        int twice() {
            return new Point(1, owner, "a", "b").names().length + hashCode();
        }
    }

    interface First {
        void stop() throws IOException, InterruptedException;

        Object value() throws Exception;
    }

    interface Second {
        void stop() throws InterruptedException, TimeoutException;

        String value() throws InterruptedException;
    }

    interface Both extends First, Second {}

    interface Narrow extends First {
        @Override
        void stop() throws IOException;
    }

    abstract static class Impl implements First, Narrow {}

    <T extends First & Second> void several(Both both, Narrow narrow, Impl impl, T t) throws Exception {
        both.stop();
        both.value();
        narrow.stop();
        impl.stop();
        t.value();
    }

    void lambdasInside() throws Exception {
        latches.forEach(latch -> {
            latches.stream().map(inner -> {
                inner.countDown();
                return latch.getCount() + inner.getCount();
            }).map(Long::toHexString).forEach(hex -> {
                var copy = hex.trim();
                copy.length();
                Runnable r = () -> copy.isEmpty();
                r.run();
            });
        });
        Map<String, Function<Thread, String>> handlers = new HashMap<>();
        handlers.put("a", t -> t.getName());
        handlers.put("b", Thread::getName);
        handlers.get("a").apply(new Thread()).trim();
        Function<String, Function<Integer, Thread>> curried = s -> i -> new Thread(s + i);
        curried.apply("x").apply(1).join();
        Comparator<Thread> order = Comparator.comparing((Thread t) -> t.getName()).reversed();
        order.compare(null, null);
    }
}
