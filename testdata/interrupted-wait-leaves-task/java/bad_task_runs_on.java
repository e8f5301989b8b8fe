// The caller is interrupted and gives up; the report is written all the same.
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class ReportDesk {
    static String write(ExecutorService pool, Callable<String> report) throws ExecutionException {
        Future<String> pages = pool.submit(report);
        try {
            return pages.get();
        } catch (InterruptedException e) { // heed: interrupted-wait-leaves-task "the work behind 'pages'"
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the report is written", e);
        }
    }
}
