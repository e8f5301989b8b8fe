// Somebody cancelled the reservation; the thread that asks for it is not asked to stop.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class Reservation {
    private final Future<String> seat;

    Reservation(Future<String> seat) {
        this.seat = seat;
    }

    String seat() throws InterruptedException, ExecutionException {
        String found = seat.get();
        if (found == null || seat.isCancelled()) {
            throw new InterruptedException(); // heed: fabricated-cancel "That 'seat' was cancelled"
        }
        return found;
    }
}
