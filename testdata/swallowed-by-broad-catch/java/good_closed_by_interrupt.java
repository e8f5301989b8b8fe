// A channel closed by an interrupt leaves the status set: the IOException takes nothing away.
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

class Channel {
    static int read(FileChannel file, ByteBuffer into) {
        try {
            return file.read(into);
        } catch (IOException e) {
            System.err.println("not read: " + e);
            return -1;
        }
    }
}
