// The answer is empty only when the clock ended the command; everything else is thrown again.
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;

class TimedCommand {
    private volatile boolean timedOut;

    boolean isTimedOut() {
        return timedOut;
    }

    private void execute(Process process) throws IOException {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("execute");
        }
    }

    List<String> output(Process process) throws IOException {
        try {
            execute(process);
        } catch (IOException e) {
            if (isTimedOut()) {
                return List.of();
            }
            throw e;
        }
        return List.of("done");
    }
}
