package dev.heed.engine.dependency;

import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Words;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells which results of an earlier scan still hold after some files were edited. A result that rests on an edited file, directly or
 * not, is void, unless something between them has a name, is computed again, and comes to the same.
 */
public final class Validity {
    private final Set<SourceFile> edited;
    private final Set<SourceFile> redeclared;
    private final List<Words> bodies;
    private final Words allWords;
    private final Map<Question, Boolean> found = new IdentityHashMap<>();
    private final Again again;
    private final Map<Dependency, Boolean> known = new IdentityHashMap<>();
    private final Map<Dependency, Dependency> replaced = new IdentityHashMap<>();
    private final Map<String, Dependency> holding = new ConcurrentHashMap<>();

    /** Computes results again. */
    public interface Again {
        /** What a result rests on now, with its new digest; null if there is none of this name any more. */
        @Nullable
        Dependency result(String name);

        /** Whether the digest of a result tells all that can be seen of it, what is declared of functions in it included. */
        boolean isTold(String name);

        /** Whether a result that is gathered is still searched for by the same words: they may be what is declared. */
        boolean asksTheSame(String name, Question question);

        /**
         * Whether a file gives the same to a result that is gathered.
         *
         * @param before what it gave, as in {@link Dependency#shares}; null if it gave nothing
         */
        boolean isSame(String name, Question question, SourceFile file, @Nullable String before);
    }

    /**
     * After an edit.
     *
     * @param edited files, by identity
     * @param redeclared those of them in which something may be declared otherwise, or mean something else: of what is gathered from
     *     them, no description tells whether it is the same
     * @param bodies the words of each body that stands in them now
     */
    public Validity(Set<SourceFile> edited, Set<SourceFile> redeclared, Collection<Words> bodies, Again again) {
        this.edited = edited;
        this.redeclared = redeclared;
        this.bodies = List.copyOf(bodies);
        Words.Builder all = new Words.Builder();
        bodies.forEach(all::addAll);
        allWords = all.build();
        this.again = again;
    }

    /** Results that came to the same again, and what they rest on now. */
    public Map<Dependency, Dependency> replaced() {
        return replaced;
    }

    /**
     * What a result rests on that holds; null if none of this name is known to hold. Of a result that is asked for while another is
     * computed again, that other one is never a part: what rests on it is not known yet.
     */
    public @Nullable Dependency holding(String name) {
        return holding.get(name);
    }

    /** Whether a result holds that rests on this. */
    public boolean holds(Dependency result) {
        Deque<Dependency> open = new ArrayDeque<>();
        open.push(result);
        while (!open.isEmpty()) {
            Dependency next = open.peek();
            if (known.containsKey(next)) {
                open.pop();
                continue;
            }
            boolean waits = false;
            for (Dependency below : next.results()) {
                if (!known.containsKey(below)) {
                    open.push(below);
                    waits = true;
                }
            }
            if (!waits) {
                open.pop();
                known.put(next, check(next));
            }
        }
        return known.getOrDefault(result, false);
    }

    /** What results below say is known. */
    private boolean check(Dependency result) {
        boolean isUntouched = result.isGathered() ? givesTheSame(result) : restsOnTheSame(result);
        String name = result.name();
        if (isUntouched && name != null) {
            holding.put(name, result);
        }
        if (isUntouched || name == null || result.isGathered()) {
            return isUntouched;
        } else if (!redeclared.isEmpty() && !again.isTold(name)) {
            return false;
        }
        Dependency now = again.result(name);
        if (now == null || now.digest() != result.digest()) {
            return false;
        }
        replaced.put(result, now);
        return true;
    }

    private boolean restsOnTheSame(Dependency result) {
        return result.files().stream().noneMatch(edited::contains)
                && result.questions().stream().noneMatch(this::findsAny)
                && result.results().stream().allMatch(below -> known.getOrDefault(below, false));
    }

    private boolean findsAny(Question question) {
        return found.computeIfAbsent(
                question, key -> key.concerns(allWords) && bodies.stream().anyMatch(key::concerns));
    }

    private boolean givesTheSame(Dependency gathered) {
        String name = Objects.requireNonNull(gathered.name(), "what is gathered has a name");
        Question question = gathered.questions().get(0);
        if (!again.asksTheSame(name, question)) {
            return false;
        }
        boolean mayFind = findsAny(question);
        for (SourceFile file : edited) {
            String before = gathered.shares().get(file);
            if (before != null && redeclared.contains(file)) {
                return false;
            } else if (mayFind ? !again.isSame(name, question, file, before) : before != null) {
                return false;
            }
        }
        return true;
    }
}
