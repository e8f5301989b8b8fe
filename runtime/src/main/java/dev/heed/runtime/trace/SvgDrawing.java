package dev.heed.runtime.trace;

import dev.heed.runtime.LoopEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A run as an SVG: a lane for each task, time downwards. A thick line runs, a thin one waits; red is a cancel on its way, orange a
 * handler, violet a finally.
 */
final class SvgDrawing {
    private static final int LEFT = 76;
    private static final int TOP = 84;
    private static final int ROW = 27;
    private static final int LETTER = 7;
    private static final int NARROWEST = 130;
    private static final int WIDEST = 380;
    private static final int PADDING = 34;
    /** Where a label stands that an arrow starts from. */
    private static final int ABOVE = 8;

    private static final String STYLE = """
            text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#1f2933}
            .title{font:bold 15px system-ui,sans-serif}
            .key,.time{fill:#66727f}
            .lane{font-weight:bold}
            .label{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}
            .wait{stroke:#9aa5b1;stroke-width:1.5;stroke-dasharray:3 4}
            .run{stroke:#2b6cb0;stroke-width:7;stroke-linecap:round}
            .tick{stroke:#e4e7eb}
            .spawn{stroke:#2b6cb0;fill:none}
            .await{stroke:#9aa5b1;fill:none;stroke-dasharray:3 3}
            .cancel{stroke:#c81e1e;fill:none;stroke-width:1.8}
            .passed{stroke:#c81e1e;fill:none;stroke-width:1.8;stroke-dasharray:6 3}
            .red{fill:#c81e1e}.orange{fill:#b45309}.violet{fill:#6d28d9}.green{fill:#15803d}
            """;

    private final String title;
    private final List<LoopEvent> events;
    private final List<String> lanes;
    private final Map<String, Integer> x = new HashMap<>();
    private final Map<String, Integer> running = new HashMap<>();
    private final Map<String, Integer> alive = new HashMap<>();
    private final StringBuilder background = new StringBuilder();
    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder marks = new StringBuilder();
    private int width;

    SvgDrawing(String title, List<LoopEvent> events) {
        this.title = title;
        this.events = List.copyOf(events);
        this.lanes = Trace.lanes(events);
    }

    String draw() {
        placeLanes();
        int y = TOP;
        String before = "";
        for (LoopEvent event : events) {
            if (Words.isShown(event)) {
                String time = Words.time(event.time());
                if (!time.equals(before)) {
                    y += before.isEmpty() ? 0 : ROW / 2;
                    background.append("<line class=\"tick\" x1=\"8\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>"
                            .formatted(y - 14, width - 8, y - 14));
                    marks.append(text("time", 8, y + 4, time));
                    before = time;
                }
                show(event, y);
                y += ROW;
            } else {
                running.putIfAbsent(event.task(), y - ROW / 2);
            }
        }
        int bottom = y;
        List.copyOf(running.keySet()).forEach(lane -> stop(lane, bottom));
        alive.forEach((lane, from) -> background.append(line("wait", at(lane), from, at(lane), bottom)));
        return document(bottom + ROW);
    }

    /** Each lane is as wide as what is said in it. */
    private void placeLanes() {
        int next = LEFT + PADDING;
        for (String lane : lanes) {
            int longest = lane.length() + 2;
            for (LoopEvent event : events) {
                if (Words.isShown(event) && event.task().equals(lane)) {
                    longest = Math.max(longest, Words.of(event).length());
                }
            }
            x.put(lane, next);
            next += Math.min(WIDEST, Math.max(NARROWEST, longest * LETTER + PADDING));
        }
        width = next;
    }

    private int at(String lane) {
        return x.getOrDefault(lane, LEFT);
    }

    private void show(LoopEvent event, int y) {
        String lane = event.task();
        String words = Words.of(event);
        switch (event.kind()) {
            case SPAWNED -> {
                alive.put(lane, y);
                arrow("spawn", event.other(), lane, y);
                label(lane, y, "", words);
            }
            case SUSPENDED -> {
                stop(lane, y);
                arrow("await", lane, event.other(), y);
                label(lane, Trace.laneOf(event.other(), lanes).isEmpty() ? y : y - ABOVE, "time", words);
            }
            case REQUESTED -> {
                arrow("cancel", event.other(), lane, y);
                label(lane, y, "red", words);
            }
            case PASSED_ON -> {
                arrow("passed", lane, event.other(), y);
                label(lane, y - ABOVE, "red", words);
            }
            case DELIVERED -> {
                dot(lane, y, "red");
                running.putIfAbsent(lane, y);
                label(lane, y, "red", words);
            }
            case CALLED -> {
                alive.put(lane, y);
                stop(event.other(), y);
                running.put(lane, y);
                arrow("spawn", event.other(), lane, y);
                label(lane, y, "", words);
            }
            case CALL_RETURNED -> {
                end(lane, y);
                running.put(event.other(), y);
                arrow("spawn", lane, event.other(), y);
                label(lane, y, "", words);
            }
            case RESUMED -> {
                running.put(lane, y);
                arrow("spawn", event.other(), lane, y);
                label(lane, y, "", words);
            }
            case HANDLER -> boxed(lane, y, "orange", words);
            case FINALLY -> boxed(lane, y, "violet", words);
            case ENDED -> {
                end(lane, y);
                dot(lane, y, event.text().isEmpty() ? "green" : "red");
                label(lane, y, event.text().isEmpty() ? "green" : "red", words);
            }
            default -> label(lane, y, event.kind() == LoopEvent.Kind.NOTE ? "" : "red", words);
        }
    }

    private void end(String lane, int y) {
        stop(lane, y);
        background.append(line("wait", at(lane), alive.getOrDefault(lane, y), at(lane), y));
        alive.remove(lane);
    }

    private void stop(String lane, int y) {
        Integer from = running.remove(lane);
        if (from != null) {
            lines.append(line("run", at(lane), Math.min(from, y - 1), at(lane), y));
        }
    }

    private void arrow(String kind, String from, String to, int y) {
        String source = Trace.laneOf(from, lanes);
        String target = Trace.laneOf(to, lanes);
        if (source.isEmpty() || target.isEmpty() || source.equals(target)) {
            return;
        }
        int start = at(source);
        int end = at(target);
        int way = end > start ? -1 : 1;
        lines.append(line(kind, start, y, end + way * 6, y));
        lines.append("<path class=\"%s\" d=\"M%d %d l%d -4 m%d 4 l%d 4\" stroke-dasharray=\"none\"/>"
                .formatted(kind, end + way * 5, y, way * 7, -way * 7, way * 7));
    }

    private void dot(String lane, int y, String colour) {
        marks.append("<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"5\"/>".formatted(colour, at(lane), y));
    }

    private void boxed(String lane, int y, String colour, String words) {
        marks.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"9\" height=\"15\" rx=\"2\"/>"
                .formatted(colour, at(lane) - 4, y - 8));
        label(lane, y, colour, words);
    }

    private void label(String lane, int y, String style, String words) {
        int most = (WIDEST - PADDING) / LETTER;
        String shown = words.length() > most ? words.substring(0, most - 1) + "\u2026" : words;
        marks.append(text("label " + style, at(lane) + 11, y + 4, shown));
    }

    private static String line(String kind, int x1, int y1, int x2, int y2) {
        return "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>".formatted(kind, x1, y1, x2, y2);
    }

    private static String text(String style, int x, int y, String words) {
        return "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>".formatted(style, x, y, escape(words));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private String document(int height) {
        int wide = Math.max(width + PADDING, Math.max(620, title.length() * 9));
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" style=\"max-width:100%%;height:auto\">"
                        .formatted(wide, height, wide, height));
        svg.append("<title>")
                .append(escape(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style>");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        svg.append(text("title", 8, 22, title));
        svg.append(text(
                "key",
                8,
                40,
                "thick: runs   dashed: waits   red: a cancel on its way   orange: catch   violet: finally"));
        for (String lane : lanes) {
            svg.append(text("lane", at(lane) - 6, TOP - 22, lane));
        }
        return svg.append(background)
                .append(lines)
                .append(marks)
                .append("</svg>\n")
                .toString();
    }
}
