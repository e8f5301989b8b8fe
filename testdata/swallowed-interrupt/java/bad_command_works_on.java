// The command is told to stop between two deletions, and deletes on.
import java.util.List;
import org.apache.commons.cli.CommandLine;

class DeleteSlowlyCommand {
    private int deleted;
    private CommandLine given;

    void exec(CommandLine options, List<String> paths) {
        given = options;
        for (String path : paths) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) { // heed: swallowed-interrupt
                System.err.println("interrupted");
            }
            delete(path);
        }
    }

    private void delete(String path) {
        deleted += path.length();
    }
}
