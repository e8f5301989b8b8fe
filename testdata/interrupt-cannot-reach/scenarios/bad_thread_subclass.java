// Once it is finished, the reader ends, although no packet comes.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.net.DatagramSocket;

class BeaconReaderScene {
    static Verdict bad_thread_subclass(Stage stage) throws Exception {
        BeaconReader reader = new BeaconReader(0);
        reader.start();
        stage.afterwards((DatagramSocket) Stage.field(reader, "socket"));
        return stage.inWait().hearsOf(reader::finish);
    }

    static Verdict good_interrupt_closes(Stage stage) throws Exception {
        ClosingThread reader = new ClosingThread();
        reader.start();
        return stage.inWait().hearsOf(reader::finish);
    }
}
