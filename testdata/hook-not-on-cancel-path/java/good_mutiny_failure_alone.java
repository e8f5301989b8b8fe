// What is given back on a failure alone is handed on otherwise.
import io.smallrye.mutiny.Uni;

class PermitOfItem {
    private int free = 3;

    Uni<String> withPermit(Uni<String> work) {
        free--;
        return work.onFailure().invoke(() -> giveBack());
    }

    synchronized void giveBack() {
        free++;
    }
}
