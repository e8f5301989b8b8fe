// The command is told to stop between two deletions, and deletes on.
import java.util.List;
import org.apache.commons.cli.CommandLine;

class DeleteSlowlyCommand {
    private int deleted;

    void exec(CommandLine options, List<String> paths) {
        long pause = options == null ? 100 : Long.parseLong(options.getOptionValue("pause"));
        for (String path : paths) {
            try {
                Thread.sleep(pause);
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
