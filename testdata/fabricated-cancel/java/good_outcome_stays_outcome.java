// The reservation was cancelled: CancellationException says so.
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class SeatHolder {
    private final Future<String> seat;

    SeatHolder(Future<String> seat) {
        this.seat = seat;
    }

    String seat() throws InterruptedException, ExecutionException {
        String found = seat.get();
        if (found == null || seat.isCancelled()) {
            throw new CancellationException("the reservation was cancelled");
        }
        return found;
    }
}
