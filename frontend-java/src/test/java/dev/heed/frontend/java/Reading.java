package dev.heed.frontend.java;

import dev.heed.engine.ir.Program;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the front end makes of some sources.
 *
 * @param notifications those that are more than information, in any order
 */
public record Reading(Program program, List<Notification> notifications) {

    public static Reading of(SourceFile... files) {
        return of(List.of(files), List.of(), 1, false);
    }

    public static Reading of(List<? extends SourceFile> files, List<Path> classPath, int threads, boolean readsLate) {
        List<Notification> notifications = Collections.synchronizedList(new ArrayList<>());
        try {
            Program program = new JavaFrontEnd()
                    .read(
                            List.copyOf(files),
                            new FrontEnd.Context(
                                    classPath,
                                    threads,
                                    n -> {
                                        if (n.kind() != Notification.Kind.INFO) {
                                            notifications.add(n);
                                        }
                                    },
                                    () -> {},
                                    lines -> {},
                                    readsLate ? words -> false : null))
                    .get(0);
            return new Reading(program, notifications);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
