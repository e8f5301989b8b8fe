import java.util.concurrent.StructuredTaskScope;

/** Compiled by the test on a JDK that has this class in the shape of JDK 25. */
public class Structured {
    public static void joins() throws Exception {
        try (var scope = StructuredTaskScope.open()) {
            scope.fork(() -> "x");
            scope.join();
        }
    }

    public static void swallows() {
        try (var scope = StructuredTaskScope.open()) {
            scope.fork(() -> "x");
            scope.join();
        } catch (InterruptedException e) {
            System.err.println("going on");
        }
    }
}
