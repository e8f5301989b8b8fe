// The type says what it was, whatever the text says.
import java.io.InterruptedIOException;
import java.net.URI;

class TypeSays {
    interface Peer {
        String ask(URI host) throws InterruptedException;
    }

    static String ask(Peer peer, URI host) throws InterruptedIOException {
        try {
            return peer.ask(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Peer " + host + " did not answer");
        }
    }
}
