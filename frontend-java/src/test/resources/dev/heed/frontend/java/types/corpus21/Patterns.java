package corpus;

import java.util.*;
import java.util.concurrent.*;

class Patterns {
    sealed interface Shape permits Circle, Square, Box {}

    record Circle(Thread owner, int radius) implements Shape {}

    record Square(Semaphore permits) implements Shape {}

    record Box<T>(T content, List<? extends T> rest) implements Shape {}

    String area(Shape shape) throws Exception {
        return switch (shape) {
            case Circle(Thread owner, var radius) when owner.isAlive() && radius > 1 -> {
                owner.join(radius);
                yield owner.getName();
            }
            case Circle c -> c.owner().getName().trim();
            case Square(var permits) -> {
                permits.acquire();
                yield permits.toString();
            }
            case Box<?>(Square(Semaphore inner), var rest) -> {
                inner.acquire(2);
                yield rest.toString();
            }
            case Box<?> b -> b.content().toString();
        };
    }

    void statements(Object o) throws Exception {
        switch (o) {
            case null -> System.out.println();
            case String s when s.length() > 3 -> s.trim();
            case Future<?> f -> f.get();
            case Integer i -> Thread.sleep(i);
            default -> o.hashCode();
        }
        if (o instanceof Circle(var owner, int radius) && radius > 2) {
            owner.join();
        }
        if (!(o instanceof Square(Semaphore permits))) {
            return;
        }
        permits.acquire();
        while (!(o instanceof Box<?>(Thread t, var others))) {
            o = o.toString();
        }
        t.join();
        others.size();
        List<String> list = new ArrayList<>();
        list.getFirst().trim();
        list.reversed().get(0).strip();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            pool.submit(() -> list.removeLast().length()).get();
        }
        Thread.ofVirtual().start(() -> {}).join();
        Thread.startVirtualThread(() -> list.clear()).join(java.time.Duration.ofSeconds(1));
    }

    <T> void generic(Box<Thread> box) throws Exception {
        if (box instanceof Box<Thread>(var content, var rest)) {
            content.join();
            rest.get(0).join();
        }
        switch (box) {
            case Box<Thread>(Thread first, var others) -> first.join();
        }
    }
}
