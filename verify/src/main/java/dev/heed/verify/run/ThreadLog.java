package dev.heed.verify.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What one thread of a run did. Written by that thread; read by others while it may still write. */
final class ThreadLog {
    /** How often a site is listed: a loop's third turn tells nothing new. */
    private static final int LISTED_TURNS = 2;

    private static final int NOWHERE = -1;

    private final Thread thread;
    private final int mostEvents;
    private final List<Reached> reached = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<Integer, Integer> visits = new HashMap<>();
    private @Nullable String role;
    private int points;
    private int delivered;
    private int at = NOWHERE;
    private int late = NOWHERE;
    private int turns;
    private boolean handed;
    private boolean isInside;
    private List<StackTraceElement> deliveredIn = List.of();
    private String level = "";
    private @Nullable Throwable failure;
    private boolean isLate;
    private boolean hasNoTime;

    ThreadLog(Thread thread, int mostEvents) {
        this.thread = thread;
        this.mostEvents = mostEvents;
    }

    Thread thread() {
        return thread;
    }

    /** False if this thread is in a probe already, which has called the program back. */
    synchronized boolean enter() {
        boolean free = !isInside;
        isInside = true;
        return free;
    }

    synchronized void leave() {
        isInside = false;
    }

    synchronized @Nullable String role() {
        return role;
    }

    synchronized void role(String name) {
        role = name;
    }

    /** Comes to a point, perhaps with the status set; returns the how-manieth time. */
    synchronized int reach(int site, boolean withStatusSet) {
        int visit = reachStub(site);
        if (delivered > 0) {
            event(withStatusSet ? Event.Kind.ABORTED : Event.Kind.POINT, site, "");
        }
        at = site;
        return visit;
    }

    /**
     * Comes to a call of a made-up stub; returns the how-manieth time. It is listed, and no more: as long as nothing is delivered there it
     * waits for nothing, so that it neither is cut short nor ends a spin.
     */
    synchronized int reachStub(int site) {
        points++;
        int visit = visits.merge(site, 1, Integer::sum);
        if (visit <= LISTED_TURNS && reached.size() < mostEvents) {
            reached.add(new Reached(role == null ? "" : role, points, site, visit, delivered));
        }
        return visit;
    }

    /** A delivery is to be completed when the call returns. */
    synchronized void throwLate(int site) {
        late = site;
    }

    /** Whether it is this call's. */
    synchronized boolean throwsLate(int site) {
        boolean isDue = late == site;
        late = NOWHERE;
        return isDue;
    }

    /** Is past the point; a wait that went well ends a spin. */
    synchronized void pass(boolean isRealWait) {
        at = NOWHERE;
        if (isRealWait) {
            turns = 0;
        }
    }

    /** Was thrown out of a wait, or fell through one; returns how often on end. */
    synchronized int turn() {
        turns++;
        return turns;
    }

    synchronized void delivered(int site, String how, List<StackTraceElement> stack) {
        delivered++;
        if (deliveredIn.isEmpty()) {
            deliveredIn = stack;
        }
        event(Event.Kind.DELIVERED, site, how);
    }

    synchronized boolean isCancelled() {
        return delivered > 0;
    }

    synchronized void event(Event.Kind kind, int site, String detail) {
        if (events.size() < mostEvents) {
            events.add(new Event(kind, site, detail));
        }
    }

    /** The next wait gets no time. */
    synchronized void late() {
        isLate = true;
        hasNoTime = true;
    }

    /** Whether this wait is the one that gets no time. */
    synchronized boolean takesNoTime() {
        boolean taken = hasNoTime;
        hasNoTime = false;
        return taken;
    }

    /** This is about to be thrown in place of a call. */
    synchronized <T extends Throwable> T failure(T thrown) {
        failure = thrown;
        return thrown;
    }

    /** Whether it is what was thrown in place of a call, or came of a wait that had no time. */
    synchronized boolean isFailure(Throwable caught) {
        return caught == failure || (isLate && caught instanceof TimeoutException);
    }

    /** The level of what is about to be logged; empty if the call's name tells it. */
    synchronized void level(String name) {
        level = name;
    }

    synchronized String level() {
        return level;
    }

    synchronized void caught(int site, String type) {
        at = NOWHERE;
        event(Event.Kind.CAUGHT, site, type);
    }

    synchronized void handed(int site) {
        handed = true;
        event(Event.Kind.HANDED, site, "");
    }

    synchronized ThreadRecord record(boolean statusSet) {
        return new ThreadRecord(
                role == null ? "" : role,
                !thread.isAlive(),
                statusSet,
                at,
                delivered,
                handed,
                reached,
                events,
                deliveredIn);
    }
}
