package dev.heed.engine.fix;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;

/**
 * A fix that is to be applied.
 *
 * @param original the finding as the first scan told it, at its place in the sources as they were given
 * @param finding the same as the last scan told it, at its place in what has become of the sources until now
 * @param fix one of the fixes of {@code finding}
 */
public record Proposal(Finding original, Finding finding, Fix fix) {

    /** What the fix says, without its place. */
    String text() {
        StringBuilder text = new StringBuilder(fix.title());
        fix.edits().forEach(edit -> text.append('\0').append(edit.replacement()));
        return text.toString();
    }

    /** Whether an edit of the fix is in a file. */
    boolean touches(String path) {
        return fix.edits().stream().anyMatch(edit -> edit.file().path().equals(path));
    }
}
