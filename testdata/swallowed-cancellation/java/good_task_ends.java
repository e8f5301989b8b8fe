// The body of a thread made here ends with the handler.
import com.intellij.openapi.progress.ProcessCanceledException;
import com.intellij.openapi.progress.ProgressManager;

class BackgroundScan {
    private int scanned;

    void start() {
        new Thread(() -> {
                    try {
                        while (true) {
                            ProgressManager.checkCanceled();
                            scanned++;
                        }
                    } catch (ProcessCanceledException e) {
                        System.err.println("scan cancelled");
                    }
                })
                .start();
    }
}
