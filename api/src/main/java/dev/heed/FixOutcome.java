package dev.heed;

import dev.heed.engine.fix.FileChange;
import dev.heed.engine.fix.FixResult;
import dev.heed.engine.scan.Notification;
import dev.heed.input.FixedFile;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fixing ended. Nothing has been written.
 *
 * @param result what was fixed, and what was not
 * @param files what has become of the files, by path
 * @param known how many findings the baseline knows; they are neither fixed nor among the others
 * @param notifications what the inputs and the scan told
 * @param warnings what a user should look at although nothing is missing, one sentence each
 */
public record FixOutcome(
        FixResult result, List<Fixed> files, int known, List<Notification> notifications, List<String> warnings) {
    public FixOutcome {
        files = List.copyOf(files);
        notifications = List.copyOf(notifications);
        warnings = List.copyOf(warnings);
    }

    /** Whether some input could not be analyzed. */
    public boolean isIncomplete() {
        return notifications.stream().anyMatch(notification -> notification.kind() != Notification.Kind.INFO);
    }

    /**
     * A file that has changed.
     *
     * @param file the way to write it; null if there is none
     * @param problem why there is none; one sentence
     */
    public record Fixed(
            FileChange change,
            @Nullable FixedFile file,
            @Nullable String problem) {
        static Fixed of(FileChange change) {
            try {
                return new Fixed(change, FixedFile.of(change), null);
            } catch (IOException e) {
                return new Fixed(change, null, String.valueOf(e.getMessage()));
            }
        }
    }
}
