package dev.heed.verify.oracle;

import dev.heed.verify.point.Site;
import dev.heed.verify.run.Event;
import dev.heed.verify.run.RunRecord;
import dev.heed.verify.run.ThreadRecord;
import dev.heed.verify.run.Thrown;
import dev.heed.verify.witness.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells what the cancelled thread did, as the steps of a witness. */
public final class Trace {
    /** More would not be read: a loop's further turns look like its first. */
    private static final int LONGEST = 12;

    private static final int LISTED_TURNS = 2;

    private Trace() {}

    /** From the delivery to the end. */
    public static List<Step> of(Case run) {
        List<Step> steps = new ArrayList<>();
        Map<Step, Integer> seen = new HashMap<>();
        for (Event event : run.thread().events()) {
            Site site = run.site(event.site());
            Step step = new Step(site.file(), site.line(), site.where(), what(event, site));
            if (steps.size() == LONGEST || seen.merge(step, 1, Integer::sum) > LISTED_TURNS) {
                steps.add(new Step("...", 0, "", "and so on"));
                break;
            }
            steps.add(step);
        }
        steps.add(new Step("", 0, "", end(run)));
        return steps;
    }

    private static String what(Event event, Site site) {
        return switch (event.kind()) {
            case DELIVERED -> event.detail() + " delivered in " + site.what();
            case CAUGHT -> "caught: " + event.detail();
            case RESTORED -> "status set again";
            case HANDED -> "the exception is handed to " + site.what();
            case POINT -> "comes to " + site.what();
            case ABORTED -> "comes to " + site.what() + " with the status set";
            case LOGGED, WARNED, ALARMED -> "tells: \"" + event.detail() + "\"";
            case FREED -> "gives back by " + site.what();
            case CLOSED -> "closes by " + site.what();
            case EXIT -> "asks for the end of the JVM";
        };
    }

    private static String end(Case run) {
        ThreadRecord thread = run.thread();
        RunRecord record = run.disturbed();
        String status = thread.statusSet() ? ", the status set" : ", the status clear";
        if (!run.isMain()) {
            return thread.hasEnded() ? "the thread has ended" : "the thread still runs" + run.waitsAt(thread) + status;
        }
        Thrown thrown = record.thrown();
        return switch (record.ending()) {
            case RETURNED -> "returns" + status;
            case THREW -> "throws " + (thrown == null ? "" : thrown.text()) + status;
            case EXITED -> "the JVM would have ended";
            case SPUN -> "stopped while it spun";
            case BLOCKED -> "waits for ever" + run.waitsAt(thread) + status;
            case ENDLESS ->
                (thread.at() < 0 ? "still runs" : "still waits" + run.waitsAt(thread)) + " when its time is over"
                        + status;
        };
    }
}
