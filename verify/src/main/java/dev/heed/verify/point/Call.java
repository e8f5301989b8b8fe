package dev.heed.verify.point;

import java.util.List;
import java.util.Set;

/**
 * What the explorer knows of a call.
 *
 * @param deliveries how a cancellation may arrive at it
 * @param from what must stand behind the receiver for it to deliver
 * @param watches why it is watched
 * @param failures as in {@link Site}
 */
public record Call(List<Delivery> deliveries, From from, Set<Watch> watches, List<String> failures) {
    /** What stands behind a receiver. */
    public enum From {
        /** Whatever it is. */
        ANYTHING,
        /** Code that was not rewritten: a proxy, or a mock. */
        UNKNOWN_CODE,
        /** A stub that was made up for a drive. */
        STUB
    }

    public Call {
        deliveries = List.copyOf(deliveries);
        watches = Set.copyOf(watches);
        failures = List.copyOf(failures);
    }

    /** One at which no failure is to be delivered. */
    public Call(List<Delivery> deliveries, From from, Set<Watch> watches) {
        this(deliveries, from, watches, List.of());
    }

    /** Whether it needs no probe. */
    public boolean isPlain() {
        return deliveries.isEmpty() && watches.isEmpty();
    }

    /** Whether it is watched for this reason. */
    public boolean is(Watch watch) {
        return watches.contains(watch);
    }
}
