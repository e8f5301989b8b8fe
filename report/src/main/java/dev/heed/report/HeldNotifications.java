package dev.heed.report;

import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The notifications of a scan, held until its end to show them in an order that does not depend on threads. If there are
 * too many, those that come first in that order are kept, so which ones does not depend on threads either.
 */
final class HeldNotifications {
    static final int LIMIT = 5_000;

    /** The grave ones first, then by path, place and message. */
    private static final Comparator<Notification> ORDER = Comparator.comparing(Notification::kind)
            .reversed()
            .thenComparing(n -> n.path() == null ? "" : n.path())
            .thenComparing(HeldNotifications::span)
            .thenComparing(Notification::message);

    private final PriorityQueue<Notification> last = new PriorityQueue<>(ORDER.reversed());
    private final int limit;
    private int left;

    HeldNotifications() {
        this(LIMIT);
    }

    HeldNotifications(int limit) {
        this.limit = limit;
    }

    void add(Notification notification) {
        last.add(notification);
        if (last.size() > limit) {
            last.remove();
            left++;
        }
    }

    /** What is kept, in order. */
    List<Notification> sorted() {
        List<Notification> all = new ArrayList<>(last);
        all.sort(ORDER);
        return all;
    }

    /** How many are not kept. */
    int left() {
        return left;
    }

    private static Span span(Notification notification) {
        Span span = notification.span();
        return span == null ? new Span(1, 1, 1, 1) : span;
    }
}
