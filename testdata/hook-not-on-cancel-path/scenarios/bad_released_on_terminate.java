// When the client goes away in the middle of the download, the buffers are released.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Flux;

class DownloadScene {
    static Verdict bad_released_on_terminate(Stage stage) {
        AtomicBoolean released = new AtomicBoolean();
        stage.atStart("Download$Buffers.releaseAll", () -> released.set(true));
        Flux<byte[]> firstChunk = Flux.just(new byte[] {'x'});
        new Download().lines(firstChunk.concatWith(Flux.never())).subscribe().dispose();
        return Verdict.holdsIf(released.get(), "Reactor has not run the hook for the cancel: the buffers stay taken.");
    }
}
