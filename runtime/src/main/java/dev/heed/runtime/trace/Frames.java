package dev.heed.runtime.trace;

import dev.heed.runtime.LoopEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each call that the program told of a lane of its own: what then happens to the task happens in its innermost call. */
final class Frames {
    private final Map<String, Deque<String>> calls = new HashMap<>();

    private Frames() {}

    static List<LoopEvent> asLanes(List<LoopEvent> events) {
        Frames frames = new Frames();
        List<LoopEvent> framed = new ArrayList<>(events.size());
        for (LoopEvent event : events) {
            framed.add(frames.asLane(event));
        }
        return framed;
    }

    private LoopEvent asLane(LoopEvent event) {
        Deque<String> stack = calls.computeIfAbsent(event.task(), task -> new ArrayDeque<>());
        String lane = stack.isEmpty() ? event.task() : stack.element();
        return switch (event.kind()) {
            case CALLED -> {
                stack.push(event.text());
                yield new LoopEvent(event.kind(), event.time(), event.text(), lane, "");
            }
            case CALL_RETURNED -> {
                String left = stack.isEmpty() ? lane : stack.pop();
                String caller = stack.isEmpty() ? event.task() : stack.element();
                yield new LoopEvent(event.kind(), event.time(), left, caller, event.text());
            }
            case RESUMED -> new LoopEvent(event.kind(), event.time(), lane, stack.isEmpty() ? "" : "loop", "");
            default -> new LoopEvent(event.kind(), event.time(), lane, event.other(), event.text());
        };
    }
}
