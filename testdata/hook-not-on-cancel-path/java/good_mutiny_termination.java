// onTermination runs on a cancellation, too; a hook that looks at the item is for the item.
import io.smallrye.mutiny.Uni;

class TermPermit {
    private int free = 3;

    Uni<String> guarded(Uni<String> work) {
        free--;
        return work.onTermination().invoke(() -> free++);
    }

    Uni<String> told(Uni<String> work) {
        return work.onItemOrFailure().invoke((item, failure) -> System.out.println(failure == null ? item : "failed"));
    }
}
