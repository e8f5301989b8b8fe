// The result says that it was cancelled.
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

class SearchJob {
    enum Status {
        OK,
        CANCELLED
    }

    Status run(IProgressMonitor monitor) {
        try {
            search(monitor);
            return Status.OK;
        } catch (OperationCanceledException e) {
            return Status.CANCELLED;
        }
    }

    private void search(IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }
}
