// Reading a stream of unknown kind: an interrupt of it is possible in theory only.
import java.io.IOException;
import java.io.InputStream;

class Reading {
    static int first(InputStream in) {
        try {
            return in.read();
        } catch (IOException e) {
            return -1;
        }
    }
}
