// A read that is interrupted does not tell of the end of the stream.
import dev.heed.verify.scene.Caller;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

class ByteQueueStreamScene {
    static Verdict bad_read_returns_eof(Stage stage) {
        ByteQueueStream stream = new ByteQueueStream();
        Caller<Integer> reader = stage.call(() -> stream.readAllBytes().length);
        reader.interruptInWait().awaitEnd();
        return Verdict.holdsIf(
                reader.failure().isPresent(), reader.told("readAllBytes()") + " bytes as the whole stream.");
    }
}
