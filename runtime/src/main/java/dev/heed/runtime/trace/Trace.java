package dev.heed.runtime.trace;

import dev.heed.runtime.LoopEvent;
import dev.heed.runtime.LoopListener;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Records what happens in a loop: give it to {@code Loop.builder().listener(...)}, then draw it. */
public final class Trace implements LoopListener {
    private final List<LoopEvent> events = new ArrayList<>();

    /** Nothing yet. */
    public Trace() {}

    /** A trace of events that somebody else recorded. */
    public Trace(List<LoopEvent> recorded) {
        events.addAll(recorded);
    }

    @Override
    public void on(LoopEvent event) {
        events.add(event);
    }

    /** What happened, in order. */
    public List<LoopEvent> events() {
        return List.copyOf(events);
    }

    /** One line an event. */
    public String text() {
        return TextDrawing.draw(Frames.asLanes(events));
    }

    /** A sequence diagram in Mermaid's language. */
    public String mermaid() {
        return MermaidDrawing.draw(Frames.asLanes(events));
    }

    /** A sequence diagram as an SVG document that needs nothing else. */
    public String svg(String title) {
        return new SvgDrawing(title, Frames.asLanes(events)).draw();
    }

    /** The lanes: the loop if it asked for a cancel, then the tasks in the order of their creation. */
    static List<String> lanes(List<LoopEvent> events) {
        Set<String> lanes = new LinkedHashSet<>();
        for (LoopEvent event : events) {
            if (event.kind() != LoopEvent.Kind.SPAWNED && event.other().equals("loop")) {
                lanes.add("loop");
            }
        }
        for (LoopEvent event : events) {
            lanes.add(event.task());
        }
        return List.copyOf(lanes);
    }

    /** The lane that a requester, or what is waited for, belongs to; empty if it is none. */
    static String laneOf(String party, List<String> lanes) {
        String name = party.startsWith("task ") ? party.substring("task ".length()) : party;
        return lanes.contains(name) ? name : "";
    }
}
