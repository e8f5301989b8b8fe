package dev.heed.engine.fate;

import dev.heed.engine.facts.Dispatch;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.model.MethodModel;
import dev.heed.engine.model.MethodModel.OnInterrupt;
import dev.heed.engine.model.TypeModel;
import dev.heed.engine.summary.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a call does to a tracked signal: by model, by the bodies of the project's functions, or by default. */
final class CallTransfer {
    /** Flags that a callee hands to its caller. */
    private static final int FROM_CALLEE =
            State.RESTORED | State.TRANSFERRED | State.WORKED | State.ABORTED | State.MURKY;

    private static final String EXCEPTION = "java.lang.Exception";

    private static final Pattern CANCELS = Pattern.compile("(?i)cancel|abort");

    private static final Pattern ASKS_FOR_INTERRUPT = Pattern.compile("is(CausedBy)?Interrupt(ed|ion)?(Exception)?");

    private static final Set<String> COLLECTING = Set.of("add", "addLast", "addFirst", "offer", "put", "push", "set");

    private final FunctionContext context;
    private final Effects effects;
    private final int depth;
    private final Conditions conditions;

    CallTransfer(FunctionContext context, Effects effects, Conditions conditions, int depth) {
        this.context = context;
        this.effects = effects;
        this.depth = depth;
        this.conditions = conditions;
    }

    /** How control goes on after a call. */
    enum Kind {
        CONTINUES,
        THROWS,
        EXITS
    }

    /** One end of a call. */
    record Result(
            Kind kind, State state, @Nullable Held thrown, String thrownType, List<Event> events, boolean aborted) {
        static Result of(State state, List<Event> events) {
            return new Result(Kind.CONTINUES, state, null, "", events, false);
        }

        /** Whether the status is clear after, and no interrupt is on its way either. */
        boolean usesStatusUp() {
            return state.status() == Status.CLEAR && (thrown == null || !thrown.isSignal());
        }

        boolean continues() {
            return kind == Kind.CONTINUES;
        }
    }

    /** Whether the call, reached in this state, gives up at once because the interrupt status is set. */
    boolean aborts(Op.Call call, State state) {
        if (state.status() != Status.SET) {
            return false;
        }
        OnInterrupt reaction = context.calls.reaction(call);
        return reaction == OnInterrupt.THROWS
                || (reaction == OnInterrupt.THROWS_IF_WAITING && !conditions.isDone(call, state))
                || (reaction == OnInterrupt.RETURNS && state.has(State.LOOPED));
    }

    List<Result> apply(Op.Call call, State before, @Nullable Handler handler) {
        State state = before.has(State.LOOPED_BOUNDED) && context.calls.beginsWork(call)
                ? before.with(State.BEGAN_WORK)
                : before;
        if (call.kind() == Op.CallKind.IMPLICIT_SUPPRESS) {
            return List.of(Result.of(state, List.of()));
        }
        MethodModel model = context.calls.model(call);
        if (model.completion() == MethodModel.Completion.EXITS) {
            return List.of(new Result(Kind.EXITS, state, null, "", List.of(), false));
        }
        List<Result> results = followed(call, state, model);
        if (results == null) {
            Result plain = modelled(call, state, model);
            results = withOthers(
                    model.completion() == MethodModel.Completion.ALWAYS_THROWS ? failed(call, state, plain) : plain);
        }
        addHandled(call, state, handler, results);
        return results;
    }

    /** A call that never comes back: it throws something of its own, built with the signal if it is given that. */
    private static Result failed(Op.Call call, State before, Result plain) {
        boolean carries = carries(call.arguments(), before);
        String type = call.callee().declaredThrows().isEmpty()
                ? "java.lang.RuntimeException"
                : call.callee().declaredThrows().get(0);
        Held thrown = new Held(type, carries ? Held.Kind.BUILT : Held.Kind.REPLACEMENT);
        return new Result(Kind.THROWS, plain.state(), thrown, type, plain.events(), false);
    }

    /** Whether a call of which nothing is known, in another turn of a loop, may fail as what brought the loop round did. */
    private boolean mayFailAgain(Op.Call call, State state) {
        return state.status() == Status.SET
                && state.has(State.LOOPED)
                && !call.callee().isResolved()
                && context.calls.model(call) == MethodModel.NONE
                && context.calls.targets(call).isEmpty();
    }

    /** Declared exceptions, other than signals, that a handler of this function takes: the path may go there. */
    private void addHandled(Op.Call call, State state, @Nullable Handler handler, List<Result> results) {
        if (handler == null || call.kind() == Op.CallKind.IMPLICIT_CLOSE) {
            return;
        }
        if (mayFailAgain(call, state)) {
            Dispatch dispatch = Dispatch.of(EXCEPTION, handler, context.facts.hierarchy());
            if (!dispatch.mayEscape()
                    && dispatch.landings().size() == 1
                    && dispatch.landings().get(0).clause().kind() == Handler.Kind.CATCH) {
                results.add(new Result(Kind.THROWS, state.with(State.MURKY), null, EXCEPTION, List.of(), false));
            }
        }
        for (String type : call.callee().declaredThrows()) {
            TypeModel known = context.facts.models().type(type, context.facts.hierarchy());
            if (known != null && known.signal() != null) {
                continue;
            }
            Dispatch dispatch = Dispatch.of(type, handler, context.facts.hierarchy());
            if (!dispatch.mayEscape()
                    && !dispatch.landings().isEmpty()
                    && dispatch.landings().get(0).clause().kind() == Handler.Kind.CATCH) {
                // A second failure takes the place of the first: nobody can be blamed for what becomes of it.
                results.add(new Result(Kind.THROWS, state.with(State.MURKY), null, type, List.of(), false));
            }
        }
    }

    /** The ends of a call whose bodies can be seen and matter here; else null. */
    private @Nullable List<Result> followed(Op.Call call, State state, MethodModel model) {
        List<Function> targets = context.calls.targets(call);
        if (targets.isEmpty()) {
            return null; // most calls leave the project
        }
        List<Function> bodies = targets.stream().filter(Function::hasBody).toList();
        boolean carries = carries(call.arguments(), state);
        boolean acts = bodies.stream().anyMatch(target -> acts(target, state));
        boolean setsFlags = bodies.stream().anyMatch(target -> setsFlags(target, call));
        if (bodies.isEmpty() || (!acts && !setsFlags && (!carries || depth == 0))) {
            return null;
        }
        Result plain = modelled(call, state, model);
        if (depth == 0) {
            State after = plain.state().withFields(Map.of());
            return withOthers(Result.of(acts ? after.with(Status.UNKNOWN).with(State.MURKY) : after, plain.events()));
        }
        List<Result> results = new ArrayList<>();
        boolean plainToo = false;
        for (Function target : bodies) {
            if (carries || acts(target, state) || setsFlags(target, call)) {
                List<Effect> known = effects.of(target, call, state, depth - 1);
                boolean mayThrowOther =
                        carries || !context.calls.summary(target).returns();
                List<Effect> followed = known.stream()
                        .filter(e -> mayThrowOther || e.returns() || isLinked(e.value()))
                        .toList();
                // Where nothing but another exception comes back for these arguments, that is what happens.
                (followed.isEmpty() ? known : followed).forEach(effect -> results.add(result(call, state, effect)));
            } else {
                plainToo = true;
            }
        }
        if (plainToo) {
            results.add(plain);
        } else if (results.isEmpty()) {
            results.add(new Result(Kind.EXITS, state, null, "", List.of(), false));
        }
        return results;
    }

    private static boolean carries(List<Operand> operands, State state) {
        for (Operand operand : operands) {
            if (state.carries(operand)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a call of this function may do something to a signal that it is not given. */
    private boolean acts(Function target, State state) {
        Summary summary = context.calls.summary(target);
        return summary.touchesStatus() || !summary.returns() || (state.status() == Status.SET && summary.waits());
    }

    private boolean setsFlags(Function target, Op.Call call) {
        return context.calls.summary(target).setsFlags() && Effects.isOnSameObject(call);
    }

    private static boolean isLinked(@Nullable Held thrown) {
        return thrown != null && thrown.kind() != Held.Kind.REPLACEMENT;
    }

    /** A list to which further ends can be added. */
    private static List<Result> withOthers(Result result) {
        return new ArrayList<>(List.of(result));
    }

    private Result result(Op.Call call, State state, Effect effect) {
        List<Event> events = new ArrayList<>(1);
        String name = CallSemantics.displayName(call);
        int raised = effect.flags() & FROM_CALLEE;
        if (effect.status() == Status.SET && state.status() != Status.SET) {
            events.add(new Event(
                    Event.Kind.RESTORED, call.span(), call, "'" + name + "' sets the interrupt status again"));
        } else if ((raised & State.TRANSFERRED) != 0 && !state.has(State.TRANSFERRED)) {
            events.add(new Event(Event.Kind.HANDED_ON, call.span(), call, "'" + name + "' hands it on"));
        }
        State next = state.with(effect.status()).withFlags(state.flags() | raised);
        next = context.calls.mayWait(call) ? next.with(State.WORKED) : next;
        next = Effects.isOnSameObject(call) ? next.withFields(effect.fields()) : next;
        boolean aborted = (effect.flags() & State.ABORTED) != 0;
        if (!effect.returns()) {
            String type = effect.thrownType() == null ? "?" : effect.thrownType();
            Held thrown = effect.value() == null ? new Held(type, Held.Kind.REPLACEMENT) : effect.value();
            return new Result(Kind.THROWS, next, thrown, type, events, aborted);
        }
        Variable target = call.result();
        boolean wraps = call.callee().isConstructor() && carries(call.arguments(), state);
        if (wraps) {
            String type = Types.simpleName(call.callee().receiverType());
            events.add(0, new Event(Event.Kind.WRAPPED, call.span(), call, "it is wrapped in '" + type + "'"));
        }
        if (target != null) {
            Held value = effect.value();
            if (wraps) {
                value = new Held(call.callee().receiverType(), Held.Kind.BUILT);
            }
            next = next.hold(target, value).constant(target, effect.constant());
        }
        return new Result(Kind.CONTINUES, next, null, "", events, aborted);
    }

    private Result modelled(Op.Call call, State state, MethodModel model) {
        List<Event> events = new ArrayList<>(1);
        State next = status(call, state, events);
        if (context.calls.mayWait(call)) {
            next = next.with(State.WORKED);
        }
        boolean carries = carries(call.arguments(), state) || carries(call.captured(), state);
        if (state.status() == Status.SET && state.has(State.RESTORED) && waitsDeaf(call, model)) {
            events.add(new Event(
                    Event.Kind.WAITED,
                    call.span(),
                    call,
                    "'" + CallSemantics.displayName(call) + "' waits all the same"));
        }
        boolean captures = call.arguments().stream()
                .anyMatch(a -> a instanceof Operand.FunctionRef ref && carries(ref.captured(), state));
        if (FalseEnds.commits(call, context)) {
            events.add(new Event(Event.Kind.COMMITTED, call.span(), call, "what there is of the work is committed"));
        }
        if (model.log() != null) {
            events.add(new Event(Event.Kind.LOGGED, call.span(), call, "it is logged"));
        } else if (call.callee().isConstructor()) {
            next = constructed(call, next, carries || captures, events);
        } else if (carries || captures) {
            next = handed(call, state, next, model, captures, events);
        } else if (!call.callee().isResolved()
                && context.calls.targets(call).isEmpty()
                && call.callee().name().contains("nterrupt")
                && context.calls.statusEffect(call) == MethodModel.StatusEffect.NONE
                && model.cancel() == null) {
            // An unknown helper that has to do with interrupts may well restore the status.
            next = next.with(State.MURKY);
        }
        if (state.has(State.CANCEL) && CANCELS.matcher(call.callee().name()).find()) {
            next = next.with(State.MURKY); // it may well tell those who have to know
        }
        Variable target = call.result();
        if (target != null && !call.callee().isConstructor() && !carries) {
            Object constant = polled(call, state);
            String flag = AtomicFlags.read(call, context.definitions);
            constant = flag != null ? state.constants().get(flag) : constant;
            next = next.hold(target, built(call, state)).constant(target, constant);
        }
        String flag = AtomicFlags.written(call, context.definitions);
        if (flag != null) {
            next = next.constant(flag, Conditions.value(call.arguments().get(0), state));
        }
        return Result.of(next, events);
    }

    /** {@code carrier.getCause()} leads back to the signal. */
    private static @Nullable Held built(Op.Call call, State state) {
        Held receiver =
                call.receiver() == null ? null : state.held(call.receiver().variableOrNull());
        if (receiver == null || receiver.kind() != Held.Kind.BUILT) {
            return null;
        }
        String name = call.callee().name();
        if (ExceptionFlow.UNWRAPPING.contains(name)) {
            return new Held("?", Held.Kind.BUILT);
        }
        return name.equals("fillInStackTrace") || name.equals("initCause") ? receiver : null;
    }

    private static boolean waitsDeaf(Op.Call call, MethodModel model) {
        return model.blocks() == MethodModel.Blocks.YES
                && model.onInterrupt() == OnInterrupt.IGNORES
                && call.receiver() != null;
    }

    private @Nullable Object polled(Op.Call call, State state) {
        MethodModel.StatusEffect effect = context.calls.statusEffect(call);
        boolean polls = effect == MethodModel.StatusEffect.POLLS || effect == MethodModel.StatusEffect.POLLS_AND_CLEARS;
        return !polls || state.status() == Status.UNKNOWN ? null : (Object) (state.status() == Status.SET);
    }

    private State status(Op.Call call, State state, List<Event> events) {
        return switch (context.calls.statusEffect(call)) {
            case RESTORES -> {
                events.add(new Event(Event.Kind.RESTORED, call.span(), call, "the interrupt status is set again"));
                yield state.with(Status.SET).with(State.RESTORED);
            }
            case POLLS_AND_CLEARS -> {
                if (state.status() != Status.CLEAR) {
                    events.add(new Event(Event.Kind.CLEARED, call.span(), call, "the interrupt status is cleared"));
                }
                yield state.with(Status.CLEAR);
            }
            case POLLS -> state;
            case NONE -> {
                if (context.calls.interruptsOther(call)) {
                    events.add(new Event(
                            Event.Kind.INTERRUPTED_OTHER, call.span(), call, "another thread is interrupted"));
                }
                yield state;
            }
        };
    }

    private State constructed(Op.Call call, State state, boolean carries, List<Event> events) {
        State next = state;
        String type = call.callee().receiverType();
        TypeModel model = context.facts.models().type(type, context.facts.hierarchy());
        if (model != null && model.constructorRestores()) {
            events.add(new Event(
                    Event.Kind.RESTORED,
                    call.span(),
                    call,
                    "the constructor of '" + Types.simpleName(type) + "' sets the interrupt status again"));
            next = next.with(Status.SET).with(State.RESTORED);
        }
        Held made = carries ? new Held(type, Held.Kind.BUILT) : null;
        if (carries) {
            events.add(new Event(
                    Event.Kind.WRAPPED, call.span(), call, "it is wrapped in '" + Types.simpleName(type) + "'"));
        } else if (context.facts
                .hierarchy()
                .isSubtype(type, "java.lang.Throwable")
                .isYes()) {
            // Its variable may be declared with a wider type: what is thrown later is this one. An assert makes an
            // Error of its own.
            boolean failure =
                    context.facts.hierarchy().isSubtype(type, EXCEPTION).isYes();
            made = failure ? new Held(type, Held.Kind.REPLACEMENT) : null;
            events.add(new Event(
                    Event.Kind.CREATED,
                    call.span(),
                    call,
                    "'" + Types.simpleName(type) + "' is made, which does not know of it"));
        }
        Variable target = call.result();
        return target == null ? next : next.hold(target, made).constant(target, null);
    }

    /** Whether a helper that cannot be seen is asked whether the interrupt is one: {@code ExceptionUtil.isInterrupt(e)}. */
    private static boolean asksForInterrupt(Op.Call call, State state) {
        Held held = call.arguments().size() == 1
                ? state.held(call.arguments().get(0).variableOrNull())
                : null;
        return held != null
                && held.isSignal()
                && held.type().contains("Interrupted")
                && ASKS_FOR_INTERRUPT.matcher(call.callee().name()).matches();
    }

    /** Whether a callee of a library may throw the exception that it is given: {@code ifExceptionThrow(failure)}. */
    private boolean mayThrowIt(Op.Call call) {
        return call.callee().name().toLowerCase(Locale.ROOT).contains("throw")
                || call.callee().declaredThrows().stream().anyMatch(context.calls::isAboveInterrupt);
    }

    /** The signal, or a function that holds it, is given to a callee whose body is not followed. */
    private State handed(
            Op.Call call, State before, State state, MethodModel model, boolean captures, List<Event> events) {
        State next = state;
        String name = call.callee().name();
        boolean transfers = model.transfers().stream()
                .anyMatch(i -> i < call.arguments().size()
                        && before.carries(call.arguments().get(i)));
        boolean collects = COLLECTING.contains(name) && call.callee().confidence() != Confidence.UNRESOLVED;
        if (transfers || collects || captures) {
            events.add(new Event(Event.Kind.HANDED_ON, call.span(), call, "it is handed to '" + name + "'"));
            next = next.with(State.TRANSFERRED);
        } else if (call.result() == null || call.isStatement()) {
            boolean harmless =
                    call.callee().isResolved() && context.calls.targets(call).isEmpty() && !mayThrowIt(call);
            if (name.equals("initCause") || name.equals("addSuppressed")) {
                Variable receiver =
                        call.receiver() == null ? null : call.receiver().variableOrNull();
                Held held = receiver == null ? null : before.held(receiver);
                next = receiver == null || (held != null && held.isSignal())
                        ? next
                        : next.hold(receiver, new Held(held == null ? receiver.type() : held.type(), Held.Kind.BUILT));
            } else if (!harmless) {
                events.add(new Event(Event.Kind.HANDED_ON, call.span(), call, "it is given to '" + name + "'"));
                next = next.with(State.MURKY);
            }
        }
        Variable target = call.result();
        if (target != null && name.equals("initCause") && call.receiver() != null) {
            Held held = before.held(call.receiver().variableOrNull());
            String type = held == null ? call.receiver().type() : held.type();
            return next.hold(target, new Held(type, Held.Kind.BUILT)).constant(target, null);
        }
        if (target != null) {
            boolean text =
                    target.type().equals("java.lang.String") || target.type().equals("boolean");
            next = next.hold(target, text ? null : new Held(call.callee().returnType(), Held.Kind.BUILT))
                    .constant(target, asksForInterrupt(call, before) ? Boolean.TRUE : null);
        }
        return next;
    }
}
