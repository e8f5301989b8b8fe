// When the client goes away in the middle of the download, the buffers stay taken.
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;

class Download {
    static final class Buffers {
        private final List<byte[]> taken = new ArrayList<>();

        String read(byte[] chunk) {
            taken.add(chunk);
            return new String(chunk);
        }

        void releaseAll() {
            taken.clear();
        }
    }

    Flux<String> lines(Flux<byte[]> chunks) {
        Buffers buffers = new Buffers();
        return chunks.map(buffers::read)
                .doOnTerminate(buffers::releaseAll) // heed: hook-not-on-cancel-path "'releaseAll' runs when the pipeline of 'lines' completes or fails" // step 1: "does not run on a cancel"
                .map(String::strip);
    }
}
