package dev.heed.junit;

import dev.heed.verify.Trial;
import dev.heed.verify.witness.Point;
import dev.heed.verify.witness.Witness;
import java.util.List;
import java.util.stream.Collectors;

/** Something did not hold after a cancellation. */
public final class CancellationFailedError extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final transient List<Witness> witnesses;

    CancellationFailedError(Trial trial) {
        super(trial.witnesses().stream().map(Witness::text).collect(Collectors.joining("\n\n")));
        this.witnesses = trial.witnesses();
        // Where to look is where the cancellation arrived.
        Point point = trial.point();
        setStackTrace(new StackTraceElement[] {
            new StackTraceElement(point.className(), point.method(), point.file(), point.line())
        });
    }

    /** What did not hold, as data. */
    public List<Witness> witnesses() {
        return witnesses;
    }
}
