package dev.heed.verify.witness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run in which a property does not hold.
 *
 * @param property which
 * @param point where the cancellation was delivered
 * @param signal what was delivered: {@code interrupt} or {@code cancel of the awaited future}
 * @param second where a second one was delivered, during the cleanup after the first; null if there was none
 * @param message what happened, in one sentence
 * @param lost what was lost: {@code the interrupt}, {@code the FileReader opened at Reader.java:12}
 * @param steps what happened from the delivery on
 */
public record Witness(
        Property property,
        Point point,
        String signal,
        @Nullable Point second,
        String message,
        String lost,
        List<Step> steps) {
    public Witness {
        steps = List.copyOf(steps);
    }

    /** The short trace that people read: several lines, without a line break at the end. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(property).append(": ").append(message).append('\n');
        text.append("  ").append(event()).append(" at ").append(point.name());
        if (second != null) {
            text.append(", and again at ").append(second.name());
        }
        int widest =
                steps.stream().mapToInt(step -> step.place().length()).max().orElse(0);
        for (Step step : steps) {
            text.append("\n    ").append(step.place());
            text.append(" ".repeat(widest - step.place().length() + 2)).append(step.what());
        }
        return text.append("\n  lost: ").append(lost).toString();
    }

    private String event() {
        // As Delivery.signal() tells them.
        return switch (signal) {
            case "failure" -> "failed";
            case "timeout" -> "late";
            default -> "cancelled";
        };
    }

    @Override
    public String toString() {
        return text();
    }
}
