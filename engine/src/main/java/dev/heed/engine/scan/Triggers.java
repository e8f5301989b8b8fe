package dev.heed.engine.scan;

import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Program;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.model.MethodModel;
import dev.heed.engine.model.MethodModel.OnInterrupt;
import dev.heed.engine.model.MethodModel.StatusEffect;
import dev.heed.engine.model.Models;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleMetadata;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Words;
import dev.heed.engine.types.Hierarchy;
import dev.heed.engine.types.Truth;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells by the words of a function whether some rules may find something in it. Which words those are follows from what the
 * rules say of themselves, and from the models.
 */
final class Triggers {
    private static final Hierarchy NOTHING = new Hierarchy() {
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
    };

    private static final String FUTURE = "java.util.concurrent.Future";
    private static final Set<String> FUTURE_METHODS = Set.of("get", "cancel");
    private static final String SUPER = Words.called("super");
    private static final List<String> LOOPS = List.of("for", "while", "do");

    private final Set<Trigger> triggers = EnumSet.noneOf(Trigger.class);
    private final Words caught;
    private final Words loops = Words.of(LOOPS);
    private final Named polls;
    private final Named wakes;
    private final Named acquires;
    private final Named spawns;
    private final Named boundedWaits;
    private final Named cancels;
    private final Named restores;
    private final Named hooks;
    private final Named offers;
    private final Words signals;
    private final Words named;
    private final Hierarchy hierarchy;

    /** The words of a function. */
    private interface Mentions {
        boolean word(String word);

        boolean anyOf(Words words);

        /** Whether it may call a constructor of one of some types by {@code super(...)}. */
        boolean callsSuper(Set<String> types);

        default boolean calls(Named methods) {
            return anyOf(methods.words) || (!methods.constructed.isEmpty() && callsSuper(methods.constructed));
        }
    }

    /**
     * Methods of models.
     *
     * @param words one of which stands where one of them is called, but for {@code super(...)}
     * @param constructed simple names of the types whose constructors are among them
     */
    private record Named(Words words, Set<String> constructed) {}

    Triggers(Collection<Rule> rules, Program program, Models models) {
        this(rules, program.types(), models, program.hierarchy());
    }

    private Triggers(Collection<Rule> rules, List<TypeDeclaration> types, Models models, Hierarchy hierarchy) {
        Words.Builder words = new Words.Builder();
        for (Rule rule : rules) {
            RuleMetadata info = rule.metadata();
            triggers.addAll(info == null ? List.of(Trigger.ANYTHING) : info.triggers());
            if (info != null) {
                words.addAll(Words.of(info.words()));
                words.addAll(Words.uses(info.calls()));
            }
        }
        named = words.build();
        this.hierarchy = hierarchy;
        signals =
                Words.of(models.signalTypes().stream().map(Triggers::simpleName).toList());
        restores = names(models, model -> model.status() == StatusEffect.RESTORES);
        hooks = names(models, model -> model.runsOnCancel() != null);
        offers = names(models, model -> !model.offers().isEmpty());
        caught = caught(types, models, hierarchy);
        polls = names(models, model -> model.status() == StatusEffect.POLLS_AND_CLEARS);
        wakes = names(models, model -> model.onInterrupt() == OnInterrupt.RETURNS);
        acquires = names(models, model -> model.acquires() != null);
        spawns = names(models, model -> model.spawns() != null);
        boundedWaits =
                names(models, model -> model.await() != null && model.await().bounded());
        cancels = names(models, model -> model.cancel() != null);
    }

    private static Named names(Models models, Predicate<MethodModel> said) {
        Set<String> names = new HashSet<>(models.methodNames(said));
        names.remove("super");
        Set<String> constructed = names.stream()
                .filter(name -> Character.isUpperCase(name.charAt(0)))
                .collect(Collectors.toSet());
        return new Named(Words.uses(names), constructed);
    }

    /** The simple names of all types that a clause may name which catches a signal: signals, what is above, and what is below. */
    private static Words caught(List<TypeDeclaration> declared, Models models, Hierarchy hierarchy) {
        Set<String> types = new HashSet<>(models.signalTypes());
        Deque<String> open = new ArrayDeque<>(types);
        while (!open.isEmpty()) {
            for (String above : hierarchy.supertypes(open.remove())) {
                if (types.add(above)) {
                    open.add(above);
                }
            }
        }
        types.addAll(List.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException"));
        types.addAll(signals(declared, models, hierarchy));
        return Words.of(types.stream().map(Triggers::simpleName).toList());
    }

    private static Set<String> signals(List<TypeDeclaration> declared, Models models, Hierarchy hierarchy) {
        Set<String> types = new HashSet<>(models.signalTypes());
        declared.stream()
                .filter(type ->
                        !hierarchy.isSubtype(type.name(), "java.lang.Throwable").isNo())
                .filter(type -> models.signalTypes().stream()
                        .anyMatch(signal ->
                                !hierarchy.isSubtype(type.name(), signal).isNo()))
                .forEach(type -> types.add(type.name()));
        return types;
    }

    private static String simpleName(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }

    /** Whether a rule may find something in a function, calls of functions that restore and threads left aside. */
    boolean mayFire(Function function) {
        return mayFire(mentions(function))
                || (triggers.contains(Trigger.FUTURE_METHOD)
                        && FUTURE_METHODS.contains(function.ref().name())
                        && !hierarchy.isSubtype(function.ref().owner(), FUTURE).isNo());
    }

    private boolean hasSupertype(String type, Set<String> simpleNames) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(hierarchy.supertypes(type));
        while (!open.isEmpty()) {
            String above = open.remove();
            if (simpleNames.contains(simpleName(above))) {
                return true;
            }
            if (seen.add(above)) {
                open.addAll(hierarchy.supertypes(above));
            }
        }
        return false;
    }

    /** Whether it matters what runs on threads of the project. */
    boolean followsThreads() {
        return triggers.contains(Trigger.OWN_THREAD);
    }

    private Mentions mentions(Function function) {
        return new Mentions() {
            @Override
            public boolean word(String word) {
                return function.mayMention(word);
            }

            @Override
            public boolean anyOf(Words words) {
                return function.mayMentionAny(words);
            }

            @Override
            public boolean callsSuper(Set<String> types) {
                return function.ref().isConstructor()
                        && function.mayMention(SUPER)
                        && hasSupertype(function.ref().owner(), types);
            }
        };
    }

    private boolean mayFire(Mentions function) {
        return function.anyOf(named)
                || triggers.stream().anyMatch(trigger -> switch (trigger) {
                    case HANDLER -> mayCatch(function);
                    case FINALLY -> function.word("finally");
                    case POLL -> function.calls(polls);
                    case WAKE -> function.calls(wakes) && function.anyOf(loops);
                    case RESTORED_RETURN, FUTURE_METHOD, OWN_THREAD -> false;
                    case RESTORE -> function.calls(restores);
                    case SIGNAL -> function.anyOf(signals);
                    case HOOK -> function.calls(hooks);
                    case OFFER -> function.calls(offers);
                    case CURRENT_THREAD -> function.word("currentThread");
                    case ACQUIRE -> function.calls(acquires);
                    case SPAWN -> function.calls(spawns);
                    case BOUNDED_AWAIT -> function.calls(boundedWaits) && function.calls(spawns);
                    case CANCEL -> function.calls(cancels);
                    case ANYTHING -> true;
                });
    }

    /** Whether a function may have a clause that catches a signal. */
    boolean mayCatch(Function function) {
        return mayCatch(mentions(function));
    }

    private boolean mayCatch(Mentions function) {
        return function.word("catch") && function.anyOf(caught);
    }

    /** What the front end may as well read at once; errs where only the whole program tells. */
    static Predicate<Words> wanted(Collection<Rule> rules, Models models) {
        Triggers triggers = new Triggers(rules, List.of(), models, NOTHING);
        return words -> triggers.mayFire(new Mentions() {
            @Override
            public boolean word(String word) {
                return words.mayContain(word);
            }

            @Override
            public boolean anyOf(Words others) {
                return words.mayContainAny(others);
            }

            @Override
            public boolean callsSuper(Set<String> types) {
                return false; // only the whole program tells
            }
        });
    }

    /** Whether it matters which functions return with the status set. */
    boolean followsRestoredReturns() {
        return triggers.contains(Trigger.RESTORED_RETURN);
    }

    /** Whether a function may call, in a loop, one of some others. */
    boolean mayCallInLoop(Function function, Words names) {
        return function.mayMentionAny(loops) && function.mayMentionAny(names);
    }
}
