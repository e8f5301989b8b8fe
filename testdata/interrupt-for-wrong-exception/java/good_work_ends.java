// The task ends there: the pool clears the status before it uses the thread again.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class ReportLater {
    static void log(ExecutorService pool, Future<String> report) {
        pool.execute(() -> {
            try {
                System.out.println(report.get());
            } catch (InterruptedException | ExecutionException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
