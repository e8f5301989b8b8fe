// A read that is interrupted does not tell of the end of the stream.
import dev.heed.verify.scene.Caller;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.io.StringWriter;

class CharQueueReaderScene {
    static Verdict bad_restored_and_eof(Stage stage) {
        CharQueueReader reader = new CharQueueReader() {
            @Override
            public void close() {}
        };
        return isNoEnd(stage, () -> reader.transferTo(new StringWriter()));
    }

    static Verdict good_read_throws(Stage stage) {
        TellingStream stream = new TellingStream();
        return isNoEnd(stage, stream::readAllBytes);
    }

    private static Verdict isNoEnd(Stage stage, Stage.Call<Object> copy) {
        Caller<Object> copier = stage.call(copy);
        copier.interruptInWait().awaitEnd();
        return Verdict.holdsIf(
                copier.failure().isPresent(), copier.told("transferTo()") + " characters as the whole copy.");
    }
}
