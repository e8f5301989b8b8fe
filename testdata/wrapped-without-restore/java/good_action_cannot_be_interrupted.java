// The helper passes on what the action throws, and this action can only throw IOException: the handler is never entered.
import java.io.IOException;
import java.security.AccessController;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;

class Elevated {
    @SuppressWarnings("removal")
    <T> T run(PrivilegedExceptionAction<T> action) throws IOException, InterruptedException {
        try {
            return AccessController.doPrivileged(action);
        } catch (PrivilegedActionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException) {
                throw (IOException) cause;
            } else if (cause instanceof InterruptedException) {
                throw (InterruptedException) cause;
            }
            throw new IllegalStateException(cause);
        }
    }

    int firstByte(java.io.InputStream in) throws IOException {
        try {
            return run(new PrivilegedExceptionAction<Integer>() {
                @Override
                public Integer run() throws IOException {
                    return in.read();
                }
            });
        } catch (InterruptedException e) {
            throw new IOException("cannot happen", e);
        }
    }
}
