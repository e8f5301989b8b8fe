package dev.heed.rules.propagation;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.facts.Loops;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A callback that throws keeps a cancel from going on.
 *
 * <h2>What it does</h2>
 * <p>Reports a {@code cancel}, {@code dispose} or {@code unsubscribe} that runs a callback which the object was given, and only
 * then cancels what it depends on, where nothing catches what the callback throws.
 *
 * <h2>Why is this bad</h2>
 * <p>The callback is somebody else's code. If it throws, the method ends there: what it depends on is never cancelled, and goes
 * on to deliver to nobody, with its connections and threads. The object counts as cancelled already, so that a second cancel
 * does nothing either.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_callback_first.java}
 *
 * <h2>Use instead</h2>
 * <p>Cancel first, or whatever the callback does:
 * <p>{@code java/good_cancel_in_finally.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the callback stands in a {@code try}, or behind the cancel
 *   <li>what runs is no function that the object was given: a method of its own, a listener with several methods
 *   <li>the callback computes what the cancel needs
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>None: the order of the two may be promised to those who give the callback.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>Reactive Streams specification, 3.15: {@code Subscription.cancel} must return normally
 * </ul>
 */
@RuleInfo(
        name = "callback-before-cancel",
        summary = "A callback that throws keeps a cancel from going on",
        family = Family.PROPAGATION,
        since = "0.1.0",
        cwe = {460, 404, 772},
        languages = Language.JAVA,
        triggers = Trigger.CANCEL,
        calls = {"cancel", "dispose", "unsubscribe"})
public final class CallbackBeforeCancel implements Rule {
    private static final Set<String> CANCELS = Set.of("cancel", "dispose", "unsubscribe");
    private static final String RUNNABLE = "java.lang.Runnable";
    private static final List<String> FUNCTIONS =
            List.of("java.util.function.", "io.reactivex.rxjava3.functions.", "java.util.concurrent.Callable");

    /** A callback, and the cancel behind it. */
    private record Order(Op.Call callback, FieldRef field, Op.Call cancel) {}

    @Override
    public void check(FunctionFates fates, Consumer<Finding> findings) {
        Function function = fates.function();
        if (function.kind() == Function.Kind.METHOD
                && CANCELS.contains(function.ref().name())) {
            for (Block block : function.blocks()) {
                Order order = order(fates, block);
                if (order != null) {
                    findings.accept(finding(function, order));
                    return;
                }
            }
        }
    }

    /** What stands in a block that no handler is around. */
    private static @Nullable Order order(FunctionFates fates, Block block) {
        if (block.handler() != null) {
            return null;
        }
        List<Op> ops = block.ops();
        for (int i = 0; i < ops.size(); i++) {
            if (ops.get(i) instanceof Op.Call call) {
                FieldRef field = callback(fates, call);
                Op.Call cancel = field == null ? null : cancelBehind(block, i);
                if (field != null && cancel != null) {
                    return new Order(call, field, cancel);
                }
            }
        }
        return null;
    }

    /** The field with the function that is called, whose result nobody needs; else null. */
    private static @Nullable FieldRef callback(FunctionFates fates, Op.Call call) {
        Definitions definitions = fates.definitions();
        if (!call.isStatement()
                || call.receiver() == null
                || CANCELS.contains(call.callee().name())
                || !(definitions.single(call.receiver()) instanceof Op.FieldRead read)
                || read.field().isStatic()) {
            return null;
        }
        String type = read.field().type();
        boolean isFunction = type.equals(RUNNABLE)
                || FUNCTIONS.stream().anyMatch(type::startsWith)
                || fates.facts().isCallback(type);
        return isFunction ? read.field() : null;
    }

    private static Op.@Nullable Call cancelBehind(Block block, int index) {
        Op.Call found = cancel(block.ops().subList(index + 1, block.ops().size()));
        Set<Block> seen = new HashSet<>(Set.of(block));
        Deque<Block> open = new ArrayDeque<>(Loops.flow(block));
        while (found == null && !open.isEmpty()) {
            Block next = open.remove();
            if (seen.add(next)) {
                found = cancel(next.ops());
                open.addAll(Loops.flow(next));
            }
        }
        return found;
    }

    private static Op.@Nullable Call cancel(List<Op> ops) {
        for (Op op : ops) {
            if (op instanceof Op.Call call
                    && CANCELS.contains(call.callee().name())
                    && call.receiver() != null
                    && call.receiver().variableOrNull() != null) {
                return call;
            }
        }
        return null;
    }

    private static Finding finding(Function function, Order order) {
        SourceFile file = function.file();
        String callback = order.field().name();
        String cancel = order.cancel().callee().name();
        return new Finding(
                "callback-before-cancel",
                Level.WARNING,
                Finding.Confidence.PROVED,
                file,
                order.callback().span(),
                function.displayName(),
                "If '" + callback + "' throws, '" + function.displayName() + "' ends here: '" + cancel
                        + "' behind it is never called, and what should be cancelled goes on.",
                List.of(
                        new Step(
                                file,
                                order.callback().span(),
                                "'" + callback + "', which others have given, may throw"),
                        new Step(file, order.cancel().span(), "then this cancel is not reached")),
                List.of(),
                "Cancel first, or in finally.",
                List.of());
    }
}
