package dev.heed.runtime.trace;

import dev.heed.runtime.LoopEvent;
import java.util.List;

/** A run as lines: time, task, what happened. */
final class TextDrawing {
    private TextDrawing() {}

    static String draw(List<LoopEvent> events) {
        int width = 0;
        for (LoopEvent event : events) {
            width = Math.max(width, event.task().length());
        }
        StringBuilder text = new StringBuilder();
        String before = "";
        for (LoopEvent event : events) {
            if (Words.isShown(event)) {
                String time = "t=" + Words.time(event.time());
                text.append(time.equals(before) ? " ".repeat(time.length()) : time)
                        .append("  ");
                text.append(event.task()).append(" ".repeat(width - event.task().length() + 2));
                text.append(Words.of(event)).append(by(event)).append('\n');
                before = time;
            }
        }
        return text.toString();
    }

    private static String by(LoopEvent event) {
        return switch (event.kind()) {
            case SPAWNED, REQUESTED -> ", by " + event.other();
            default -> "";
        };
    }
}
