import dev.heed.runtime.Backend;
import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Loop;
import dev.heed.runtime.Promise;
import dev.heed.runtime.Provenance;
import dev.heed.runtime.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whole-process benchmark of the runtime: spawn, yield, ping-pong and cancel, in virtual time. Prints nanoseconds for one, as the
 * median of the rounds after the warm-up. Arguments: back end, tasks, rounds.
 */
public final class Bench {
    private final Backend backend;
    private final int tasks;
    private final int rounds;

    private Bench(Backend backend, int tasks, int rounds) {
        this.backend = backend;
        this.tasks = tasks;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) {
        Backend backend = arguments[0].equals("virtual") ? Backend.virtual() : Backend.platform();
        Bench bench = new Bench(backend, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        String name = "heed, " + arguments[0] + " threads, Java " + Runtime.version().feature();
        bench.print(name, "spawn", Provenance.PLACES, bench::spawn);
        bench.print(name, "yield", Provenance.PLACES, bench::yields);
        bench.print(name, "ping-pong", Provenance.PLACES, bench::pingPong);
        bench.print(name, "cancel, BRIEF", Provenance.BRIEF, bench::cancel);
        bench.print(name, "cancel, PLACES", Provenance.PLACES, bench::cancel);
        bench.print(name, "cancel, DETAILED", Provenance.DETAILED, bench::cancel);
        bench.memory(name);
    }

    private interface Scenario {
        /** Runs in main; returns the nanoseconds for one. */
        long run(Loop loop);
    }

    private void print(String name, String what, Provenance provenance, Scenario scenario) {
        long[] times = new long[rounds];
        for (int i = 0; i < 2 * rounds; i++) {
            try (Loop loop = Loop.builder().backend(backend).provenance(provenance).build()) {
                times[i % rounds] = loop.run(() -> scenario.run(loop)); // The first half warms up.
            }
        }
        Arrays.sort(times);
        System.out.printf("%s\t%s\t%,d ns%n", name, what, times[rounds / 2]);
    }

    /** From spawn to its end seen, with all tasks alive at once. */
    private long spawn(Loop loop) {
        long start = System.nanoTime();
        List<Task<Integer>> all = new ArrayList<>(tasks);
        for (int i = 0; i < tasks; i++) {
            all.add(loop.spawn("t", () -> 1));
        }
        loop.gather(all).await();
        return (System.nanoTime() - start) / tasks;
    }

    /** One task alone that yields. */
    private long yields(Loop loop) {
        int times = tasks * 10;
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            loop.yieldNow();
        }
        return (System.nanoTime() - start) / times;
    }

    /** Two tasks that yield in turn: one there and back. */
    private long pingPong(Loop loop) {
        long start = System.nanoTime();
        Task<Void> a = loop.spawn("a", () -> turns(loop));
        Task<Void> b = loop.spawn("b", () -> turns(loop));
        a.await();
        b.await();
        return (System.nanoTime() - start) / tasks;
    }

    private void turns(Loop loop) {
        for (int i = 0; i < tasks; i++) {
            loop.yieldNow();
        }
    }

    /** Tasks that wait; cancelled and seen to have ended. */
    private long cancel(Loop loop) {
        List<Task<Void>> all = new ArrayList<>(tasks);
        for (int i = 0; i < tasks; i++) {
            Promise<Void> own = loop.promise();
            all.add(loop.spawn("t", () -> own.await()));
        }
        loop.yieldNow();
        long start = System.nanoTime();
        for (Task<Void> task : all) {
            task.cancel("enough");
        }
        for (Task<Void> task : all) {
            try {
                task.await();
            } catch (CancelledException e) {
                continue;
            }
        }
        return (System.nanoTime() - start) / tasks;
    }

    /** Heap of a suspended task, its thread's stack included where that is on the heap. */
    private void memory(String name) {
        try (Loop loop = Loop.builder().backend(backend).build()) {
            loop.run(() -> {
                long before = used();
                List<Task<Void>> all = new ArrayList<>(tasks);
                for (int i = 0; i < tasks; i++) {
                    all.add(loop.spawn("t", () -> loop.sleepForever()));
                }
                loop.yieldNow();
                loop.yieldNow();
                System.out.printf("%s\theap of a suspended task\t%,d bytes%n", name, (used() - before) / tasks);
                all.forEach(Task::cancel);
            });
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
