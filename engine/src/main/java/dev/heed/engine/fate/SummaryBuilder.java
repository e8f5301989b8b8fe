package dev.heed.engine.fate;

import dev.heed.engine.bound.GivenUpException;
import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.dependency.Dependency;
import dev.heed.engine.dependency.Recorder;
import dev.heed.engine.facts.Loops;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.model.MethodModel.OnInterrupt;
import dev.heed.engine.model.MethodModel.StatusEffect;
import dev.heed.engine.model.TypeModel;
import dev.heed.engine.summary.Escape;
import dev.heed.engine.summary.RestoredReturn;
import dev.heed.engine.summary.Summaries;
import dev.heed.engine.summary.Summary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Computes the summaries of functions, callees first; functions that call each other until nothing changes. */
public final class SummaryBuilder implements Summaries {
    /** Rounds over functions that call each other; the facts grow, so few are needed. */
    private static final int MAX_ROUNDS = 6;

    /** With the identity of a function behind it: under which its summary can be computed again. */
    public static final String NAME_PREFIX = "summary ";

    private final ProgramFacts facts;
    private final SummaryDigest digests;
    private final Map<Function, Recorder.Recorded<Summary>> known = new ConcurrentHashMap<>();
    private final BiConsumer<Function, Throwable> failures;
    /** How many threads are about to keep the summaries of a component. */
    private final AtomicInteger publishing = new AtomicInteger();

    private SummaryBuilder(ProgramFacts facts, BiConsumer<Function, Throwable> failures) {
        this.facts = facts;
        this.failures = failures;
        digests = new SummaryDigest(facts.places());
    }

    /** Summaries of a program, each computed when it is asked for. */
    public static Summaries build(ProgramFacts facts) {
        return build(facts, (function, failure) -> {
            throw new IllegalStateException("no summary of " + function, failure);
        });
    }

    /**
     * Summaries of a program, each computed when it is asked for, by the thread that asks. Two threads may compute the same;
     * they come to the same end. Thread-safe.
     *
     * @param failures told of each function on which this fails; it counts as one of which nothing is known
     */
    public static SummaryBuilder build(ProgramFacts facts, BiConsumer<Function, Throwable> failures) {
        return new SummaryBuilder(facts, failures);
    }

    @Override
    public Summary of(Function function) {
        if (function.isInert()) {
            return Summary.NONE;
        }
        Summary summary = known(function);
        return summary == null ? new Computation(Map.of()).of(function) : summary;
    }

    /** What is kept of a function; null if that is nothing yet. */
    private @Nullable Summary known(Function function) {
        Recorder.Recorded<Summary> summary = kept(function);
        if (summary == null) {
            return null;
        }
        Recorder.used(summary.basis());
        return summary.result();
    }

    /** Null as well if it was not recorded what the summary rests on, and should be. */
    private Recorder.@Nullable Recorded<Summary> kept(Function function) {
        Recorder.Recorded<Summary> summary = known.get(function);
        if (!Recorder.isOn()) {
            return summary;
        }
        return summary == null || summary.basis() == null ? keptEarlier(function) : summary;
    }

    private Recorder.@Nullable Recorded<Summary> keptEarlier(Function function) {
        Dependency basis = facts.holding(NAME_PREFIX + function);
        Summary summary = basis == null ? null : SummaryDigest.summary(basis.digest());
        if (summary == null) {
            return null;
        }
        Recorder.Recorded<Summary> kept = new Recorder.Recorded<>(summary, basis);
        known.put(function, kept);
        return kept;
    }

    /**
     * Whether somebody else has kept summaries of a component since the search for it began. Those of functions that call each
     * other are kept together: who saw one of them must not take the others, which it left out for that, for all of them.
     */
    private boolean isKeptByOthers(List<Function> component) {
        while (publishing.get() > 0) {
            Thread.onSpinWait();
        }
        return component.stream().allMatch(function -> kept(function) != null);
    }

    /** The summaries as one thread sees them while it computes some. */
    private final class Computation implements Summaries {
        /** Of functions that call each other and are not done; those of a computation around this one are among them. */
        private final Map<Function, Summary> begun;

        /** Those of them on which the component at hand rests. */
        private Set<Function> seen = new HashSet<>();

        Computation(Map<Function, Summary> around) {
            begun = new HashMap<>(around);
        }

        @Override
        public Summary of(Function function) {
            // First what this thread has begun: somebody else may be done with it, which would look as if nothing
            // changed.
            Summary summary = begun.get(function);
            if (summary != null) {
                seen.add(function);
                return summary;
            }
            summary = known(function);
            if (summary != null) {
                return summary;
            } else if (!function.hasBody() || function.isInert()) {
                return Summary.NONE;
            }
            // No callee, but asked for on the way: one that is given as a value, for example.
            Computation inner = new Computation(begun);
            inner.computeAll(function);
            seen.addAll(inner.seen);
            summary = known(function);
            return summary == null ? inner.begun.getOrDefault(function, Summary.NONE) : summary;
        }

        private void computeAll(Function root) {
            // In which order summaries are computed decides over none of them.
            CallOrder order =
                    Recorder.unrecorded(() -> new CallOrder(root, facts, this::isDone, WorkerThread.number()));
            List<Function> component = Recorder.unrecorded(order::next);
            while (component != null) {
                component(component);
                component = Recorder.unrecorded(order::next);
            }
        }

        private boolean isDone(Function function) {
            return kept(function) != null || begun.containsKey(function);
        }

        private void component(List<Function> component) {
            if (isKeptByOthers(component)) {
                return;
            }
            Set<Function> before = seen;
            seen = new HashSet<>();
            component.forEach(function -> begun.put(function, Summary.NONE));
            Dependency basis = Recorder.apart(() -> rounds(component)).basis();
            component.forEach(seen::remove);
            // What rests on something that is not done is not kept for others.
            if (seen.isEmpty()) {
                keep(component, basis);
            } else {
                Recorder.used(basis);
            }
            seen.addAll(before);
        }

        private void keep(List<Function> component, @Nullable Dependency basis) {
            publishing.incrementAndGet();
            try {
                for (Function function : component) {
                    Summary summary = begun.remove(function);
                    SummaryBuilder.this.keep(function, summary == null ? Summary.NONE : summary, basis);
                }
            } finally {
                publishing.decrementAndGet();
            }
        }

        private boolean rounds(List<Function> component) {
            Set<Function> failed = new HashSet<>();
            boolean changed = true;
            for (int round = 0; changed && round < MAX_ROUNDS; round++) {
                changed = false;
                for (Function function : component) {
                    if (function.hasBody()) {
                        Summary summary = summarizeOrGiveUp(function, failed);
                        changed |= !summary.equals(begun.put(function, summary));
                    }
                }
                changed &= component.stream().anyMatch(seen::contains);
            }
            return failed.isEmpty();
        }

        private Summary summarizeOrGiveUp(Function function, Set<Function> failed) {
            if (failed.contains(function)) {
                return Summary.UNKNOWN;
            }
            try {
                return WorkerThread.apart(() -> summarize(function, this));
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError | LinkageError e) {
                if (e instanceof GivenUpException && Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                failed.add(function);
                failures.accept(function, e);
                return Summary.UNKNOWN;
            }
        }
    }

    private void keep(Function function, Summary summary, @Nullable Dependency basis) {
        Dependency named = basis == null ? null : basis.named(NAME_PREFIX + function, digests.of(summary));
        Summary shared = summary.equals(Summary.NONE) ? Summary.NONE : summary; // two of three are equal to it
        known.put(function, new Recorder.Recorded<>(shared, named));
    }

    /** Tells the summary of a function apart from what it may be after an edit. */
    public long digest(Function function) {
        return digests.of(of(function));
    }

    private Summary summarize(Function function, Summaries summaries) {
        FunctionContext context = new FunctionContext(function, facts, summaries);
        List<Escape> escapes = new ArrayList<>();
        for (Delivery delivery : EscapeGuards.of(context)) {
            escapes.add(new Escape(
                    delivery.type(),
                    delivery.signal(),
                    delivery.proved(),
                    delivery.originFile(),
                    delivery.origin(),
                    delivery.by(),
                    delivery.traits()));
        }
        boolean touches = false;
        boolean waits = false;
        boolean flags = false;
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call) {
                    touches |= touchesStatus(context, call);
                    waits |= waits(context, call);
                    flags |= setsFlags(context, call);
                } else if (op instanceof Op.FieldWrite write) {
                    flags |= write.value() instanceof Operand.Constant constant && constant.value() instanceof Boolean;
                }
            }
        }
        List<String> thrown = new ArrayList<>();
        boolean returns = returns(context, thrown);
        List<Outcome> restored = touches ? restored(context, summaries) : List.of();
        return new Summary(
                escapes,
                context.flow.mayThrowUnseen(),
                touches,
                flags,
                waits,
                returns,
                returns ? List.of() : thrown,
                returns ? restoredReturns(restored) : List.of(),
                RestoredThrows.of(context, restored));
    }

    private boolean setsFlags(FunctionContext context, Op.Call call) {
        return AtomicFlags.written(call, context.definitions) != null
                || (Effects.isOnSameObject(call)
                        && context.calls.targets(call).stream()
                                .anyMatch(
                                        target -> context.calls.summary(target).setsFlags()));
    }

    private boolean touchesStatus(FunctionContext context, Op.Call call) {
        StatusEffect effect = context.calls.statusEffect(call);
        if (effect == StatusEffect.RESTORES || effect == StatusEffect.POLLS_AND_CLEARS) {
            return true;
        }
        if (call.callee().isConstructor()) {
            TypeModel model = facts.models().type(call.callee().receiverType(), facts.hierarchy());
            if (model != null && model.constructorRestores()) {
                return true;
            }
        }
        return context.calls.targets(call).stream()
                .anyMatch(target -> context.calls.summary(target).touchesStatus());
    }

    private boolean waits(FunctionContext context, Op.Call call) {
        OnInterrupt reaction = context.calls.reaction(call);
        return reaction == OnInterrupt.THROWS
                || reaction == OnInterrupt.THROWS_IF_WAITING
                || context.calls.targets(call).stream()
                        .anyMatch(target -> context.calls.summary(target).waits());
    }

    /** Whether a return can be reached; else collects the types thrown explicitly. */
    private static boolean returns(FunctionContext context, List<String> thrown) {
        Set<Block> seen = new HashSet<>();
        Deque<Block> work = new ArrayDeque<>();
        work.add(context.function.entry());
        while (!work.isEmpty()) {
            Block block = work.poll();
            if (!seen.add(block)) {
                continue;
            }
            boolean stops =
                    block.ops().stream().anyMatch(op -> op instanceof Op.Call call && context.calls.neverReturns(call));
            List<Block> next = new ArrayList<>(Loops.flow(block));
            if (stops) {
                next.removeAll(block.successors());
            } else if (block.terminator() instanceof Terminator.Return) {
                return true;
            } else if (block.terminator() instanceof Terminator.Throw end) {
                thrown.add(typeOf(context, end));
            }
            work.addAll(next);
        }
        return false;
    }

    private static String typeOf(FunctionContext context, Terminator.Throw end) {
        @Nullable Op source = context.definitions.single(end.value());
        return source instanceof Op.Call call && call.callee().isConstructor()
                ? call.callee().receiverType()
                : end.value().type();
    }

    /** The paths on which a function catches an interrupt, sets the status again, and leaves. */
    private List<Outcome> restored(FunctionContext context, Summaries summaries) {
        FunctionFates fates = FateAnalysis.forSummaries(facts, summaries).analyze(context);
        return fates.signals().stream()
                .filter(signal -> signal.start() == SignalFates.Start.HANDLER)
                .flatMap(signal -> signal.outcomes().stream())
                .filter(outcome -> outcome.fate() == Fate.RESTORED && outcome.restored())
                .toList();
    }

    private static List<RestoredReturn> restoredReturns(List<Outcome> restored) {
        Set<RestoredReturn> found = new LinkedHashSet<>();
        for (Outcome outcome : restored) {
            if (outcome.has(Event.Kind.RETURNED)) {
                found.add(new RestoredReturn(outcome.constant(), outcome.fields(), RestoredThrows.place(outcome)));
            }
        }
        return List.copyOf(found);
    }
}
