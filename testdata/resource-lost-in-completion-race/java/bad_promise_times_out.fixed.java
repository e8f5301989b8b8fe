// The promise in the field is failed when the time is up; the lease that arrives after that is lost.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class Rental implements AutoCloseable {
    private final String name;

    Rental(String name) {
        this.name = name;
        System.out.println("took " + name);
    }

    @Override
    public void close() {
        System.out.println("gave back " + name);
    }
}

class LeaseRequest {
    private final CompletableFuture<Rental> granted = new CompletableFuture<>();

    void onGranted(String name) {
        Rental lease = new Rental(name);
        if (!granted.complete(lease)) {
            lease.close();
        }
    }

    String use() {
        return granted.orTimeout(1, TimeUnit.SECONDS).thenApply(Rental::toString).join();
    }
}
