package dev.heed.runtime.trace;

import dev.heed.runtime.LoopEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** What an event is called in all drawings. */
final class Words {
    private static final int NANO_DIGITS = 9;

    private Words() {}

    static String time(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), NANO_DIGITS)
                        .setScale(3, RoundingMode.HALF_EVEN)
                        .toPlainString()
                + "s";
    }

    /** Whether it is worth a line of its own. */
    static boolean isShown(LoopEvent event) {
        boolean isInCall =
                event.kind() == LoopEvent.Kind.RESUMED && !event.other().isEmpty();
        return isInCall || (event.kind() != LoopEvent.Kind.STARTED && event.kind() != LoopEvent.Kind.RESUMED);
    }

    static String of(LoopEvent event) {
        return switch (event.kind()) {
            case SPAWNED -> "spawned";
            case STARTED -> "starts";
            case SUSPENDED ->
                event.other().startsWith("task ") || event.other().equals("gather")
                        ? "await " + event.other()
                        : event.other();
            case RESUMED -> "resumed by the loop, straight here";
            case CALLED -> "called by " + event.other() + ", a plain call";
            case CALL_RETURNED -> event.text().isEmpty() ? "returns" : "returns " + event.text();
            case REQUESTED -> "cancel " + brief(event.text());
            case PASSED_ON -> "passed on to " + event.other();
            case CAME_ROUND -> "the cancel came round a ring";
            case DELIVERED -> "Cancelled: " + brief(event.text());
            case ENDED -> end(event.text());
            case SCOPE_CANCELLED -> "cancels " + event.other() + ": " + brief(event.text());
            case HANDLER -> "catch: " + event.text();
            case FINALLY -> "finally: " + event.text();
            case NOTE -> event.text();
        };
    }

    /** The kind and reason of a request, without the way it came. */
    private static String brief(String request) {
        int by = request.indexOf(" by ");
        return by < 0 ? request : request.substring(0, by);
    }

    private static String end(String failure) {
        if (failure.isEmpty()) {
            return "returned";
        }
        if (failure.contains("AbandonedError")) {
            return "left behind";
        }
        return isCancelled(failure) ? "ended: cancelled" : "failed: " + simple(failure);
    }

    private static boolean isCancelled(String failure) {
        return failure.contains("CancelledException");
    }

    private static String simple(String failure) {
        int colon = failure.indexOf(':');
        String type = colon < 0 ? failure : failure.substring(0, colon);
        return type.substring(type.lastIndexOf('.') + 1) + (colon < 0 ? "" : failure.substring(colon));
    }
}
