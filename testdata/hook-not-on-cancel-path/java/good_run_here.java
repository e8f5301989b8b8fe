// The pipeline is run to its end where it is made.
import reactor.core.publisher.Flux;

class BlockingRead {
    interface Handle {
        void release();
    }

    String last(Flux<String> source, Handle handle) {
        return source.doOnTerminate(handle::release).blockLast();
    }
}
