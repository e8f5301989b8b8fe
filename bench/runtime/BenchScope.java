import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;

/** Spawn, and cancel, with Java 25's StructuredTaskScope (a preview API), for comparison. Arguments: tasks, rounds. */
public final class BenchScope {
    public static void main(String[] arguments) throws InterruptedException {
        int tasks = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        long[] spawn = new long[rounds];
        long[] cancel = new long[rounds];
        for (int i = 0; i < 2 * rounds; i++) {
            spawn[i % rounds] = spawn(tasks);
            cancel[i % rounds] = cancel(tasks);
        }
        Arrays.sort(spawn);
        Arrays.sort(cancel);
        String name = "StructuredTaskScope, Java " + Runtime.version().feature();
        System.out.printf("%s\tspawn\t%,d ns%n", name, spawn[rounds / 2]);
        System.out.printf("%s\tcancel\t%,d ns%n", name, cancel[rounds / 2]);
    }

    private static long spawn(int tasks) throws InterruptedException {
        long start = System.nanoTime();
        try (var scope = StructuredTaskScope.open(Joiner.awaitAllSuccessfulOrThrow())) {
            for (int i = 0; i < tasks; i++) {
                scope.fork(() -> 1);
            }
            scope.join();
        }
        return (System.nanoTime() - start) / tasks;
    }

    /** The last task fails, which interrupts all others; measured until they have ended. */
    private static long cancel(int tasks) throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(tasks);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        long start = 0;
        try (var scope = StructuredTaskScope.open(Joiner.awaitAllSuccessfulOrThrow())) {
            for (int i = 0; i < tasks; i++) {
                scope.fork(() -> {
                    waiting.countDown();
                    never.await();
                    return 1;
                });
            }
            scope.fork(() -> {
                go.await();
                throw new IllegalStateException("enough");
            });
            waiting.await();
            start = System.nanoTime();
            go.countDown();
            scope.join();
        } catch (StructuredTaskScope.FailedException e) {
            return (System.nanoTime() - start) / tasks;
        }
        throw new AssertionError("nothing failed");
    }
}
