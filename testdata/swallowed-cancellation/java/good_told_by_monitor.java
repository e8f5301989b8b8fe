// What the inner operation was cancelled for is told to the monitor of the outer one.
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

class NestedOperation {
    int run(IProgressMonitor outer, IProgressMonitor inner) {
        try {
            return work(inner);
        } catch (OperationCanceledException e) {
            outer.setCanceled(true);
            return 0;
        }
    }

    private int work(IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        return 1;
    }
}
