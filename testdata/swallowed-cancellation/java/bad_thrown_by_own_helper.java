// The project's own check throws Eclipse's exception; two calls further up it counts as a problem of one file.
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

class FileCollector {
    private final List<String> problems = new ArrayList<>();

    List<String> collect(List<String> files, IProgressMonitor monitor) {
        for (String file : files) {
            try {
                visit(file, monitor);
            } catch (Exception e) { // heed: swallowed-cancellation "'visit' delivers"
                problems.add(file);
            }
        }
        return problems;
    }

    private void visit(String file, IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        monitor.worked(1);
    }
}
