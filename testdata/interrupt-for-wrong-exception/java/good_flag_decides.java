// The status is set for the interrupt that came in an earlier turn.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class PatientReader {
    static int read(Future<Integer> number) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return number.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    return 0;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
