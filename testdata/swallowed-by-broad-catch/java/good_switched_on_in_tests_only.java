// Only a test turns on the way that waits.
import java.io.IOException;
import java.io.InterruptedIOException;

@interface VisibleForTesting {}

class FileState {
    private static boolean askShell = false;

    @VisibleForTesting
    static void askShell(boolean value) {
        askShell = value;
    }

    private long size(String path) throws IOException {
        if (askShell) {
            try {
                new ProcessBuilder("stat", path).start().waitFor();
            } catch (InterruptedException e) {
                throw new InterruptedIOException("stat");
            }
        }
        return path.length();
    }

    boolean exists(String path) {
        try {
            return size(path) >= 0;
        } catch (IOException e) {
            return false;
        }
    }
}
