// A helper of a command line tool loses the interrupt, and the tool goes on with what it was to prepare for.
import org.apache.commons.cli.CommandLine;

class LoadTool {
    private int written;

    void run(CommandLine options) {
        dropCache();
        written++;
    }

    protected void dropCache() {
        try {
            Process process = Runtime.getRuntime().exec(new String[] {"/bin/sh", "-c", "sleep 5"});
            process.waitFor();
        } catch (Throwable t) { // heed: swallowed-by-broad-catch
            System.err.println("cannot drop the cache: " + t.getMessage());
        }
    }
}
