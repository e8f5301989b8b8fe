package dev.heed.engine.facts;

import dev.heed.engine.dependency.Dependency;
import dev.heed.engine.dependency.Question;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.source.SourceFile;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Computes facts again by the names under which they were recorded. */
public final class FactsAgain {
    private final ProgramFacts facts;
    private final java.util.function.Function<String, @Nullable Function> functions;

    /** @param functions finds a function of the program by its text */
    public FactsAgain(ProgramFacts facts, java.util.function.Function<String, @Nullable Function> functions) {
        this.facts = facts;
        this.functions = functions;
    }

    /** A digest of a fact about the whole program; null if no fact has this name. */
    public @Nullable Long digest(String name) {
        if (name.equals(OwnThreads.NAME)) {
            return facts.ownThreads().digest();
        } else if (name.equals(Continuations.NAME)) {
            return facts.continuations().digest();
        } else if (name.startsWith(StopFlags.FLAG)) {
            return StopFlags.digest(facts.stopFlags().isStopFlag(field(name.substring(StopFlags.FLAG.length()))));
        }
        Function function = function(name, StopFlags.INTERRUPTS);
        if (function != null) {
            return StopFlags.digest(facts.stopFlags().isInterrupter(function));
        }
        function = function(name, StopFlags.ACCESSOR);
        if (function != null) {
            return facts.stopFlags().digestOfAccessor(function);
        }
        function = function(name, OwnThreads.RUN_BY);
        if (function != null) {
            return facts.ownThreads().digestOfRunBy(function);
        }
        function = function(name, Roles.ROLES);
        return function == null ? null : Roles.digest(facts.roles(function));
    }

    /** Whether the digest of a result tells all that can be seen of it: functions are told apart by name, not by what they declare. */
    public static boolean isTold(String name) {
        return !name.equals(OwnThreads.NAME) && !name.equals(Continuations.NAME) && !name.startsWith(OwnThreads.RUN_BY);
    }

    /** Whether something is still gathered from the bodies that a question finds: only of threads its words are what files declare. */
    public boolean asksTheSame(String name, Question question) {
        return !name.equals(OwnThreads.THREADS) || facts.ownThreads().asks(question);
    }

    /**
     * Whether a file gives the same to what is gathered from bodies.
     *
     * @param before what it gave, as {@link Dependency#shares} tells; null if it gave nothing
     */
    public boolean isSame(String name, Question question, SourceFile file, @Nullable String before) {
        Gathered.Search<?> search = search(name, question);
        return search != null && Objects.equals(Gathered.share(search, file, facts), before);
    }

    private Gathered.@Nullable Search<?> search(String name, Question question) {
        if (name.equals(Carriers.NAME)) {
            return facts.carriers().search();
        } else if (name.equals(OwnThreads.THREADS)) {
            return facts.ownThreads().search();
        } else if (name.equals(Roles.HANDED_OVER)) {
            return facts.handedOverSearch();
        }
        if (name.startsWith(StopFlags.WRITERS)) {
            return facts.stopFlags().writersSearch(field(name.substring(StopFlags.WRITERS.length())));
        }
        Function target = function(name, Callers.PREFIX);
        return target == null ? null : facts.callersSearch(target, question.also());
    }

    private @Nullable Function function(String name, String prefix) {
        return name.startsWith(prefix) ? functions.apply(name.substring(prefix.length())) : null;
    }

    /** What matters of a field: who declares it, and its name. */
    private static FieldRef field(String text) {
        int dot = text.lastIndexOf('.');
        return new FieldRef(text.substring(0, Math.max(0, dot)), text.substring(dot + 1), "?", false);
    }
}
