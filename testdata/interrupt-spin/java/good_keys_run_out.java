// A closed channel leaves the status set, and the loop goes on with the next key: it ends with its keys.
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Iterator;
import java.util.Set;

class Keys {
    private int served;

    void serve(Set<SelectionKey> selected, ByteBuffer buffer) {
        Iterator<SelectionKey> keys = selected.iterator();
        while (keys.hasNext()) {
            SelectionKey key = keys.next();
            keys.remove();
            try {
                note(key);
                ((SocketChannel) key.channel()).read(buffer);
            } catch (IOException e) {
                key.cancel();
            }
        }
    }

    private void note(SelectionKey key) {
        served += key.interestOps();
    }
}
