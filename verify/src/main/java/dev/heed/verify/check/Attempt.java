package dev.heed.verify.check;

import dev.heed.verify.Entry;
import dev.heed.verify.Exploration;
import dev.heed.verify.drive.Drive;
import dev.heed.verify.scenario.Scenario;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One drive on its way to the wait: remembers of its first run, which nobody disturbs, how far it came. */
final class Attempt implements Entry {
    private final Drive drive;
    private final Obstacles obstacles = new Obstacles();
    private volatile boolean isFirst = true;
    private volatile boolean isInitialized;
    private volatile boolean hasObstacle;
    private volatile @Nullable Throwable failure;

    Attempt(Drive drive) {
        this.drive = drive;
    }

    @Override
    public byte[] adapted(String internalName, byte[] file) {
        return drive.adapted(internalName, file);
    }

    @Override
    public Scenario in(ClassLoader loader) throws ReflectiveOperationException {
        Scenario driven = drive.in(loader);
        boolean isUndisturbed = isFirst;
        isFirst = false;
        return checks -> {
            try {
                Class.forName(drive.className(), true, loader);
                isInitialized = true;
                driven.run(checks);
            } catch (Throwable e) {
                if (isUndisturbed) {
                    hasObstacle = obstacles.add(e);
                    failure = e;
                }
                // How the scenario ends is what the explorer looks at.
                throw e;
            }
        };
    }

    /** The same drive with what its first run has told of its values; else with the next choice, if there is one. */
    Optional<Drive> next() {
        Throwable known = failure;
        Optional<Drive> taught = known instanceof ClassCastException cast ? drive.afterCast(cast) : Optional.empty();
        if (taught.isEmpty() && known != null) {
            taught = drive.after(known);
        }
        return taught.isPresent() ? taught : drive.next();
    }

    /** Tells why the wait was not reached. */
    void tell(Exploration exploration, boolean wasThereOnce, Obstacles to) {
        String call = drive.call();
        String how = exploration.undisturbed();
        if (hasObstacle) {
            Answer answer = obstacles.answer();
            to.add(answer.obstacle() == null ? Obstacle.NOT_REACHED : answer.obstacle(), answer.reason());
        } else if (!exploration.problem().isEmpty()) {
            to.add(Obstacle.UNLOADABLE, Sentences.end(exploration.problem()));
        } else if (!isInitialized) {
            to.add(Obstacle.INITIALIZER, "The static initializer of " + drive.className() + " does not end.");
        } else if (!drive.unmakeable().isEmpty()) {
            to.add(
                    Obstacle.NOT_DRIVEN,
                    "No object to call " + call + " with can be made: " + Sentences.end(drive.unmakeable()));
        } else if (wasThereOnce) {
            to.add(Obstacle.NOT_REACHED, call + " comes to the wait in one run, and not in the next.");
        } else if (how.startsWith("asks for the end")) {
            to.add(Obstacle.EXITED, call + " asks for the end of the JVM before it comes to the wait.");
        } else {
            to.add(
                    Obstacle.NOT_REACHED,
                    "Called with made-up values, " + call + " does not come to the wait: it " + Sentences.end(how));
        }
    }
}
