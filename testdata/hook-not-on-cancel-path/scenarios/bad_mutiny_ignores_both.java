// After a cancel the permit is free again.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import io.smallrye.mutiny.Uni;

class PermitGuardScene {
    static Verdict bad_mutiny_ignores_both(Stage stage) {
        PermitGuard guard = new PermitGuard();
        return isFree(guard, guard.guarded(Uni.createFrom().nothing()));
    }

    static Verdict good_mutiny_termination(Stage stage) {
        TermPermit guard = new TermPermit();
        return isFree(guard, guard.guarded(Uni.createFrom().nothing()));
    }

    private static Verdict isFree(Object guard, Uni<String> guarded) {
        guarded.subscribe().with(item -> {}).cancel();
        Object free = Stage.field(guard, "free");
        return Verdict.holdsIf(free.equals(3), "Mutiny has not run the hook: " + free + " of 3 permits are free, and nobody works.");
    }
}
