package dev.heed.runtime.trace;

import dev.heed.runtime.LoopEvent;
import java.util.List;

/** A run as a Mermaid sequence diagram. */
final class MermaidDrawing {
    private MermaidDrawing() {}

    static String draw(List<LoopEvent> events) {
        List<String> lanes = Trace.lanes(events);
        StringBuilder text = new StringBuilder("sequenceDiagram\n");
        for (int i = 0; i < lanes.size(); i++) {
            text.append("    participant p")
                    .append(i)
                    .append(" as ")
                    .append(escape(lanes.get(i)))
                    .append('\n');
        }
        String before = "";
        for (LoopEvent event : events) {
            if (Words.isShown(event)) {
                String time = Words.time(event.time());
                if (!time.equals(before)) {
                    text.append("    Note over p0,p")
                            .append(lanes.size() - 1)
                            .append(": t=")
                            .append(time)
                            .append('\n');
                    before = time;
                }
                text.append("    ").append(line(event, lanes)).append('\n');
            }
        }
        return text.toString();
    }

    private static String line(LoopEvent event, List<String> lanes) {
        String self = "p" + lanes.indexOf(event.task());
        String other = Trace.laneOf(event.other(), lanes);
        String party = other.isEmpty() || other.equals(event.task()) ? "" : "p" + lanes.indexOf(other);
        String words = escape(Words.of(event));
        return switch (event.kind()) {
            case SPAWNED -> party.isEmpty() ? note(self, words) : party + "->>" + self + ": spawn";
            case REQUESTED -> party.isEmpty() ? note(self, words) : party + "-x" + self + ": " + words;
            case PASSED_ON -> party.isEmpty() ? note(self, words) : self + "--x" + party + ": passed on";
            case RESUMED -> party.isEmpty() ? note(self, words) : party + "->>" + self + ": resumed";
            case CALLED -> party.isEmpty() ? note(self, words) : party + "->>+" + self + ": call";
            case CALL_RETURNED -> party.isEmpty() ? note(self, words) : self + "-->>-" + party + ": " + words;
            case SUSPENDED -> party.isEmpty() ? note(self, words) : self + "-->>" + party + ": await";
            default -> note(self, words);
        };
    }

    private static String note(String lane, String words) {
        return "Note over " + lane + ": " + words;
    }

    /** What Mermaid would take for its own. */
    private static String escape(String text) {
        return text.replace("#", "#35;")
                .replace(";", "#59;")
                .replace("#35#59;", "#35;")
                .replace("\n", " ")
                .replace("<", "#lt;")
                .replace(">", "#gt;");
    }
}
