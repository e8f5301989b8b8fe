package dev.heed.engine.scan;

import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.ir.Program;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the sources of one language into the IR. */
public interface FrontEnd {

    Language language();

    /**
     * Reads all files. Never throws for what a file holds: what could not be read becomes a notification, and the rest is
     * read all the same.
     *
     * <p>Sources that cannot belong together, such as two versions of one library, are several programs.
     *
     * @param files of this front end's language, in the order of their paths
     * @throws InterruptedException if the calling thread is interrupted; the workers have ended then
     */
    List<Program> read(List<SourceFile> files, Context context) throws InterruptedException;

    /**
     * What a file declares.
     *
     * @return null if the file has no outline: any change in it may matter anywhere
     * @throws IOException if it cannot be read
     */
    default @Nullable Outline outline(SourceFile file) throws IOException {
        return null;
    }

    /** Where names stand in a file. */
    enum Mention {
        NONE,
        /** In bodies that are read when they are first looked at, or where the names themselves are declared. */
        IN_BODIES,
        /** Also where it may decide over what the file declares, such as in the initial value of a field. */
        IN_DECLARATIONS
    }

    /**
     * Where one of some names stands in a file.
     *
     * @param names of members, as in {@link Outline}
     * @throws IOException if it cannot be read
     */
    default Mention mention(SourceFile file, Set<String> names) throws IOException {
        return Mention.IN_DECLARATIONS;
    }

    /** Takes what {@link #outline} returns for each file that has one, from any thread. */
    interface Outlines {
        /** Whether the outline of a file must be told: it may be known. */
        boolean isWanted(SourceFile file);

        void take(SourceFile file, Outline outline);
    }

    /**
     * What a front end works with.
     *
     * @param classPath jars and directories of class files, for types that are not in the sources
     * @param threads how many threads may work
     * @param notifications takes what could not be read; called from any thread
     * @param progress called for each file done; from any thread
     * @param lines takes the number of lines of each file read; from any thread
     * @param fileTimeout how long one file may take; zero for no bound
     * @param wanted if bodies may be read when they are first looked at: which will be looked at for sure, by their words;
     *     else null. Files must stay readable then
     * @param outlines takes what files declare; null if nobody wants to know
     */
    record Context(
            List<Path> classPath,
            int threads,
            Consumer<Notification> notifications,
            Runnable progress,
            LongConsumer lines,
            Duration fileTimeout,
            @Nullable Predicate<Words> wanted,
            @Nullable Outlines outlines) {
        public Context {
            classPath = List.copyOf(classPath);
        }

        /** The same, telling somebody else of each file done. */
        public Context withProgress(Runnable other) {
            return new Context(classPath, threads, notifications, other, lines, fileTimeout, wanted, outlines);
        }

        /** The same, with somebody else to take what could not be read. */
        public Context withNotifications(Consumer<Notification> other) {
            return new Context(classPath, threads, other, progress, lines, fileTimeout, wanted, outlines);
        }

        /** The same, with lines not counted, and all read at once. */
        public Context(List<Path> classPath, int threads, Consumer<Notification> notifications, Runnable progress) {
            this(classPath, threads, notifications, progress, lines -> {}, WorkerThread.DEFAULT_LIMIT, null, null);
        }
    }
}
