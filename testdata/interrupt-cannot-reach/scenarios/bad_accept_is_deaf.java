// Once it is stopped, the listener ends, although nobody connects.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

class ListenerScene {
    static Verdict bad_accept_is_deaf(Stage stage) throws Exception {
        int port = freePort();
        Listener listener = new Listener();
        listener.start(port);
        stage.afterwards(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
        return stage.inWait().hearsOf(listener::stop);
    }

    static Verdict good_closes_socket(Stage stage) throws Exception {
        ClosingListener listener = new ClosingListener();
        listener.start();
        return stage.inWait().hearsOf(listener::stop);
    }

    static Verdict good_wakes_by_connecting(Stage stage) throws Exception {
        KnockedListener listener = new KnockedListener(freePort());
        listener.start();
        return stage.inWait().hearsOf(listener::stop);
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
