// Once the port is shut, its thread ends, although nobody connects.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Waiting;
import java.net.ServerSocket;

class EchoPortScene {
    static Verdict bad_anonymous_thread(Stage stage) throws Exception {
        EchoPort port = new EchoPort();
        port.open();
        Waiting echo = stage.inWait();
        stage.afterwards((ServerSocket) Stage.field(echo.thread(), "val$socket"));
        return echo.hearsOf(port::shut);
    }

    static Verdict good_closes_socket(Stage stage) throws Exception {
        ClosingListener listener = new ClosingListener();
        listener.start();
        return stage.inWait().hearsOf(listener::stop);
    }
}
