package dev.heed.frontend.java;

import dev.heed.engine.bound.GivenUpException;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.SourceException;
import dev.heed.engine.source.SourceFile;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads files so that what goes wrong in one becomes a notification. */
final class Guard {
    private Guard() {}

    /** Something that reads a file. */
    interface Step {
        void run() throws IOException;
    }

    /** What goes wrong in one file does not touch the others. */
    static void run(SourceFile file, Consumer<Notification> notifications, Step step) {
        Notification trouble;
        try {
            step.run();
            return;
        } catch (SourceException e) {
            trouble = Notification.incomplete(file.path(), null, sentence(e.getMessage()))
                    .lasting();
        } catch (IOException e) {
            trouble = Notification.incomplete(
                    file.path(),
                    null,
                    "The file could not be read (" + reason(e) + "); check that it exists and is readable.");
        } catch (GivenUpException e) {
            trouble = tookTooLong(file);
        } catch (OutOfMemoryError e) {
            trouble = Notification.incomplete(
                    file.path(),
                    null,
                    "The file was not analyzed because it needs more memory than there is; exclude it with --exclude,"
                            + " or give it a larger -Xmx.");
        } catch (StackOverflowError e) {
            trouble = Notification.incomplete(
                    file.path(), null, "The file was not analyzed because its code is nested too deeply; split it.");
        } catch (RuntimeException e) {
            trouble = Notification.internalError(
                    file.path(),
                    "The file was not analyzed because Heed failed on it; please report this with the file.",
                    e);
        }
        // An interrupted worker fails at reading; nobody asks for the rest any more.
        if (!Thread.currentThread().isInterrupted()) {
            notifications.accept(trouble);
        }
    }

    /** Of a file that is given up. */
    static Notification tookTooLong(SourceFile file) {
        return Notification.incomplete(
                file.path(),
                null,
                "The file was not analyzed because reading it took too long; exclude it with --exclude, or give it"
                        + " more time with --file-timeout.");
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static String sentence(@Nullable String message) {
        return message == null ? "The file is no source text." : message;
    }
}
