package dev.heed.verify.run;

import java.util.List;

/**
 * What one thread did in a run.
 *
 * @param role who it is; empty if it came to no point
 * @param hasEnded whether it had ended when the run was over
 * @param statusSet whether its interrupt status was set then, or when its part of the scenario ended
 * @param at the site of the point that it waits at, or -1
 * @param delivered how many cancellations it got
 * @param handedOver whether it handed the exception to somebody else
 * @param reached the points it came to, the first two visits of each site
 * @param events what it did after the first cancellation
 * @param deliveredIn the stack at the first delivery, innermost frame first
 */
public record ThreadRecord(
        String role,
        boolean hasEnded,
        boolean statusSet,
        int at,
        int delivered,
        boolean handedOver,
        List<Reached> reached,
        List<Event> events,
        List<StackTraceElement> deliveredIn) {
    public ThreadRecord {
        reached = List.copyOf(reached);
        events = List.copyOf(events);
        deliveredIn = List.copyOf(deliveredIn);
    }
}
