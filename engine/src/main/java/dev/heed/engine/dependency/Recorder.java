package dev.heed.engine.dependency;

import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a worker thread looks at while it computes a result. Whatever hands out what is in a body says so here; whoever
 * keeps a result keeps what it rests on beside it ({@link Memo}). On threads that record nothing all of this does nothing.
 */
public final class Recorder {
    private final Set<SourceFile> files = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Dependency> results = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Question> questions = new LinkedHashSet<>(4);
    private @Nullable SourceFile last;

    private Recorder() {}

    /**
     * A result and what it rests on.
     *
     * @param basis null if nothing is recorded
     */
    public record Recorded<T>(T result, @Nullable Dependency basis) {}

    private static @Nullable Recorder current() {
        return WorkerThread.attachment() instanceof Recorder recorder ? recorder : null;
    }

    /** Whether something is recorded on this thread. */
    public static boolean isOn() {
        return current() != null;
    }

    /** Says that a body of a file is looked at. Cheap enough for every look. */
    public static void read(SourceFile file) {
        Recorder recorder = current();
        if (recorder != null && recorder.last != file) {
            recorder.last = file;
            recorder.files.add(file);
        }
    }

    /** Says that the bodies of the program were searched for words. */
    public static void asked(Words words, @Nullable Words also) {
        Recorder recorder = current();
        if (recorder != null) {
            recorder.questions.add(new Question(words, also));
        }
    }

    /** Says that a result is used that was computed before. */
    public static void used(@Nullable Dependency result) {
        Recorder recorder = current();
        if (recorder != null && result != null) {
            recorder.results.add(result);
        }
    }

    /** Records, on a worker thread, whatever was recorded before on it. */
    public static <T> Recorded<T> begin(Supplier<T> work) {
        return record(new Recorder(), work);
    }

    /** Records, if something is recorded on this thread: what the work looks at is not counted to what is around it. */
    public static <T> Recorded<T> apart(Supplier<T> work) {
        return isOn() ? record(new Recorder(), work) : new Recorded<>(work.get(), null);
    }

    /** Does something that decides over no result, or of which is said otherwise what it rests on. */
    public static <T> T unrecorded(Supplier<T> work) {
        return isOn() ? record(new Recorder(), work).result() : work.get();
    }

    private static <T> Recorded<T> record(Recorder recorder, Supplier<T> work) {
        Object before = WorkerThread.attach(recorder);
        try {
            T result = work.get();
            return new Recorded<>(result, recorder.basis());
        } finally {
            WorkerThread.attach(before);
        }
    }

    private Dependency basis() {
        List<Dependency> used = new ArrayList<>(results);
        return Dependency.of(new ArrayList<>(files), used, new ArrayList<>(questions));
    }
}
