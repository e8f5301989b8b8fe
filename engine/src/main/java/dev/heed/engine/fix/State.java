package dev.heed.engine.fix;

import dev.heed.engine.rule.Finding;
import java.util.List;

/**
 * Sources, and what a scan of them told.
 *
 * @param live the findings, each with what the first scan told of it
 */
record State(Sources sources, ScanOutput output, List<Live> live) {
    State {
        live = List.copyOf(live);
    }

    /** Of sources to which nothing has been done yet. */
    static State first(Sources sources, ScanOutput output) {
        return new State(
                sources,
                output,
                output.findings().stream().map(f -> new Live(f, f)).toList());
    }

    /** A finding as it was told first, and last. */
    record Live(Finding original, Finding now) {}
}
