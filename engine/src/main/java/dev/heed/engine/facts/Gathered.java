package dev.heed.engine.facts;

import dev.heed.engine.dependency.Dependency;
import dev.heed.engine.dependency.Digest;
import dev.heed.engine.dependency.Question;
import dev.heed.engine.dependency.Recorder;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.UnreadBody;
import dev.heed.engine.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is gathered from the bodies of a program that a search finds. What one body gives must depend on nothing but that body
 * and on what files declare: then an edit matters only if the edited file gives something else.
 *
 * @param <T> what one body gives
 */
final class Gathered<T> {
    private final List<T> found;
    private final @Nullable Dependency basis;

    private Gathered(List<T> found, @Nullable Dependency basis) {
        this.found = found;
        this.basis = basis;
    }

    /** What to look for, and how. */
    interface Search<T> {
        /** Under which it can be gathered again; where what is given is restored, no other search has this name. */
        String name();

        Question question();

        /** What a function of the program gives, those included that stand in it; null if nothing. */
        @Nullable
        T of(Function function);

        /** Tells what two functions give apart, in one line. */
        String describe(T given);

        /**
         * Whether what is given can be told from its description. That is for searches which most scans make, and which read much.
         */
        default boolean isRestorable() {
            return false;
        }

        /** What has this description. */
        default T restored(String description) {
            throw new UnsupportedOperationException(name());
        }

        /** What tells apart what one file gives. */
        private @Nullable String share(List<String> descriptions) {
            String text = String.join("\n", descriptions);
            return descriptions.isEmpty() ? null : isRestorable() ? text : Long.toHexString(Digest.of(text));
        }
    }

    /** Gathers from the whole program, if no earlier scan has. */
    static <T> Gathered<T> of(Search<T> search, ProgramFacts facts) {
        Dependency earlier = search.isRestorable() && Recorder.isOn() ? facts.holding(search.name()) : null;
        if (earlier != null) {
            return restored(search, earlier);
        }
        List<T> found = new ArrayList<>();
        Map<SourceFile, List<String>> descriptions = new IdentityHashMap<>();
        boolean isRecorded = Recorder.isOn();
        Recorder.unrecorded(() -> {
            for (Function function : facts.mentioning(search.question())) {
                T given = search.of(function);
                if (given != null) {
                    found.add(given);
                    if (isRecorded) {
                        descriptions
                                .computeIfAbsent(function.file(), key -> new ArrayList<>(1))
                                .add(search.describe(given));
                    }
                }
            }
            return true;
        });
        if (!isRecorded) {
            return new Gathered<>(List.copyOf(found), null);
        }
        Map<SourceFile, String> shares = new IdentityHashMap<>();
        descriptions.forEach((file, lines) -> {
            String share = search.share(lines);
            if (share != null) {
                shares.put(file, share);
            }
        });
        return new Gathered<>(List.copyOf(found), Dependency.gathered(search.name(), search.question(), shares));
    }

    private static <T> Gathered<T> restored(Search<T> search, Dependency earlier) {
        List<T> found = earlier.shares().entrySet().stream()
                .sorted(Comparator.comparing(share -> share.getKey().path()))
                .flatMap(share -> share.getValue().lines())
                .map(search::restored)
                .toList();
        return new Gathered<>(found, earlier);
    }

    /** What one file gives; null if nothing. */
    static <T> @Nullable String share(Search<T> search, SourceFile file, ProgramFacts facts) {
        List<String> lines = new ArrayList<>();
        for (Function function : facts.functionsIn(file)) {
            UnreadBody unread = function.unread();
            boolean isConcerned =
                    unread == null ? function.hasBody() : search.question().concerns(unread.words());
            T given = isConcerned ? search.of(function) : null;
            if (given != null) {
                lines.add(search.describe(given));
            }
        }
        return search.share(lines);
    }

    /** In the order of the program. */
    List<T> found() {
        Recorder.used(basis);
        return found;
    }

    /** Whether this can be used where it is recorded what results rest on. */
    boolean isRecorded() {
        return basis != null;
    }
}
