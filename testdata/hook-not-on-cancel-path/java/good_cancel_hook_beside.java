// One hook for the end, one for the cancel.
import reactor.core.publisher.Flux;

class BothHooks {
    interface Handle {
        void release();
    }

    Flux<String> read(Flux<String> source, Handle handle) {
        return source.doOnCancel(handle::release).map(String::strip).doOnTerminate(handle::release);
    }
}
