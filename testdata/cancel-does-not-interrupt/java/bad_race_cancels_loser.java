// The slower of two requests is cancelled, and goes on: it holds its connection until it has its answer.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Exchanger;

class Race {
    private static String request(Exchanger<String> wire) {
        try {
            return wire.exchange("request");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "cancelled";
        }
    }

    static Object first(Exchanger<String> one, Exchanger<String> other) {
        CompletableFuture<String> left = CompletableFuture.supplyAsync(() -> request(one));
        CompletableFuture<String> right = CompletableFuture.supplyAsync(() -> request(other));
        Object winner = CompletableFuture.anyOf(left, right).join();
        left.cancel(true); // heed: cancel-does-not-interrupt
        right.cancel(true); // heed: cancel-does-not-interrupt
        return winner;
    }
}
