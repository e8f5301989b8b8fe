package dev.heed.verify.point;

import java.util.List;
import java.util.Set;

/**
 * What the explorer knows of a call.
 *
 * @param deliveries how a cancellation may arrive at it
 * @param isOpen whether it delivers only if what stands behind the receiver was not rewritten
 * @param watches why it is watched
 */
public record Call(List<Delivery> deliveries, boolean isOpen, Set<Watch> watches) {
    public Call {
        deliveries = List.copyOf(deliveries);
        watches = Set.copyOf(watches);
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
