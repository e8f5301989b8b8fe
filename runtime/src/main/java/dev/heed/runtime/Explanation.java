package dev.heed.runtime;

import org.jspecify.annotations.Nullable;

/** The story of a cancel, in words. */
final class Explanation {
    private static final String STEP = "\n  ";
    private static final String DETAIL = "\n      ";

    private Explanation() {}

    static String of(CancelledException exception) {
        StringBuilder text = new StringBuilder();
        Cancel why = exception.why();
        tell(why, text);
        String task = exception.deliveredIn();
        if (task != null) {
            text.append(STEP).append("delivered first in ").append(task);
            Place place = exception.deliveredAt();
            if (place != null) {
                text.append(" at ").append(place);
            }
        }
        for (Cancel cause = why.cause(); cause != null; cause = cause.cause()) {
            text.append("\nbecause ");
            tell(cause, text);
        }
        return text.toString();
    }

    private static void tell(Cancel why, StringBuilder text) {
        text.append(head(why.kind()));
        if (why.reason() != null) {
            text.append(": \"").append(why.reason()).append('"');
        }
        text.append(", by ").append(why.requester()).append(at(why.requestedAt()));
        text.append(", aimed at ").append(why.target());
        Throwable failure = why.failure();
        if (failure != null) {
            text.append(STEP).append("because of ").append(failure);
        }
        text.append(STEP).append("t=").append(Times.exact(why.time())).append(' ');
        text.append(verb(why.kind())).append(" by ").append(why.requester());
        text.append(" -> ").append(why.target());
        for (Cancel.Hop hop : why.path()) {
            text.append(DETAIL).append(hop.from()).append(" was waiting");
            if (hop.via() != null) {
                text.append(" (await").append(at(hop.via())).append(')');
            }
            text.append(" for ").append(hop.to());
        }
    }

    private static String at(@Nullable Place place) {
        return place == null ? "" : " at " + place;
    }

    private static String head(Cancel.Kind kind) {
        return verb(kind);
    }

    private static String verb(Cancel.Kind kind) {
        return switch (kind) {
            case EXPLICIT -> "cancel() called";
            case DEADLINE -> "deadline passed, cancelled";
            case SIBLING_FAILED -> "a task of the group failed, cancelled";
            case PARENT_ENDED -> "the group's block ended early, cancelled";
            case INTERRUPT -> "interrupted, cancelled";
            case SHUTDOWN -> "the loop closes, cancelled";
            case GRACE_OVER -> "the cleanup's grace period is over, cancelled";
        };
    }
}
