// Mutiny: looks at neither the item nor the failure, so it is meant to run at the end, whatever the end is.
import io.smallrye.mutiny.Uni;

class PermitGuard {
    private int free = 3;

    Uni<String> guarded(Uni<String> work) {
        free--;
        return work.onItemOrFailure().invoke((item, failure) -> giveBack()); // heed: hook-not-on-cancel-path "'giveBack'"
    }

    private synchronized void giveBack() {
        free++;
    }
}
