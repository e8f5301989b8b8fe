package dev.heed.frontend.java;

import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.ir.Program;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.types.Hierarchy;
import dev.heed.engine.types.Truth;
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
            List<Program> programs = new JavaFrontEnd()
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
                                    WorkerThread.DEFAULT_LIMIT,
                                    readsLate ? words -> false : null,
                                    null));
            // Of files that cannot be read at all there is no program.
            Program program = programs.isEmpty() ? new Program(List.of(), List.of(), new NoTypes()) : programs.get(0);
            return new Reading(program, notifications);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class NoTypes implements Hierarchy {
        @Override
        public Truth isSubtype(String type, String ancestor) {
            return Truth.UNKNOWN;
        }

        @Override
        public List<String> supertypes(String type) {
            return List.of();
        }

        @Override
        public boolean isKnown(String type) {
            return false;
        }
    }
}
