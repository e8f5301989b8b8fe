// Once it is stopped, the gateway ends, although nobody connects.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.net.ServerSocket;

class GatewayScene {
    static Verdict bad_wait_in_helper(Stage stage) throws Exception {
        Gateway gateway = new Gateway();
        gateway.start();
        stage.afterwards((ServerSocket) Stage.field(gateway, "server"));
        return stage.inWait().hearsOf(gateway::stop);
    }

    static Verdict good_closes_socket(Stage stage) throws Exception {
        ClosingListener listener = new ClosingListener();
        listener.start();
        return stage.inWait().hearsOf(listener::stop);
    }
}
