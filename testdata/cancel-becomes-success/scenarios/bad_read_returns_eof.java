// A read that is interrupted does not tell of the end of the stream.
import dev.heed.verify.scene.Caller;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

class ByteQueueStreamScene {
    static Verdict bad_read_returns_eof(Stage stage) {
        ByteQueueStream stream = new ByteQueueStream();
        Caller<byte[]> reader = stage.call(stream::readAllBytes);
        reader.interruptInWait().awaitEnd();
        return Verdict.holdsIf(
                reader.result() == null, "readAllBytes() has returned " + length(reader) + " bytes as the whole stream.");
    }

    private static int length(Caller<byte[]> reader) {
        return reader.result() == null ? 0 : reader.result().length;
    }
}
