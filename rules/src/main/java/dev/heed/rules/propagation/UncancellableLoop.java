package dev.heed.rules.propagation;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.UncancellableLoops;
import dev.heed.engine.ir.Function;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Precision;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Step;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.Span;
import dev.heed.rules.support.SourceLines;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A long loop of a task never looks whether the task was cancelled.
 *
 * <h2>What it does</h2>
 * <p>Reports a loop in a task, that is in the {@code run()} or {@code call()} of what a pool or a thread runs, or in a private
 * method of it, that has no end of its own or takes long in its turns, and in which nothing notices a cancel: no call that an
 * interrupt ends, no question for the status, no flag.
 *
 * <h2>Why is this bad</h2>
 * <p>Cancelling is cooperative. {@code Future.cancel(true)} and {@code shutdownNow()} set a status, and code that neither waits nor asks
 * never comes to know. The caller believes the work to be over; it goes on to its end, and takes a thread of the pool,
 * the processor, and the file that it writes along. A copy of some gigabytes that nobody wants any more is typical, and so is an
 * import that computes for minutes between two rows.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_copies_to_the_end.java}
 *
 * <h2>Use instead</h2>
 * <p>Ask once in each turn:
 * <p>{@code java/good_asks_each_turn.java}
 * <p>Or have the loop end by a flag that the canceller writes:
 * <p>{@code java/good_flag.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>any call in the loop, to a depth of three, that an interrupt ends, or that asks for the status
 *   <li>a branch that depends on a field, which may be what a canceller writes
 *   <li>calls that by their names ask for an end or check something: {@code isStopped()}, {@code checkState()}
 *   <li>code of which too little is known: other libraries' methods, functions that were given as values
 *   <li>loops that end by themselves and do little: over a collection, without loops, reading or writing inside
 *   <li>methods that are not only called by tasks
 * </ul>
 * <p>Off by default: how long a loop takes stands in its data, and not in its code. It is for a review of one's own tasks.
 *
 * <h2>Fix safety</h2>
 * <p>None: where the work may stop, and what it must take back then, is for the author to say.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.Future#cancel(boolean) Future.cancel}: the thread "should be interrupted in an attempt to stop the
 *     task"
 *   <li>{@link java.util.concurrent.ExecutorService#shutdownNow() shutdownNow}: any task that fails to respond to interrupts may never
 *     terminate
 *   <li><em>Java Concurrency in Practice</em>, 7.1 "Task Cancellation"
 * </ul>
 */
@RuleInfo(
        name = "uncancellable-loop",
        summary = "A long loop of a task never looks whether the task was cancelled",
        family = Family.PROPAGATION,
        level = Level.NOTE,
        precision = Precision.MEDIUM,
        enabled = false,
        since = "0.1.0",
        cwe = {1322, 835},
        languages = Language.JAVA,
        triggers = {},
        words = {"for", "while", "do"})
public final class UncancellableLoop implements Rule {
    private static final List<String> KEYWORDS = List.of("while", "for", "do");

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        UncancellableLoops.of(function).forEach(loop -> findings.accept(finding(function.function(), loop)));
    }

    private static Finding finding(Function function, Span loop) {
        String name = function.displayName();
        Span keyword = keyword(function, loop);
        return new Finding(
                "uncancellable-loop",
                Level.NOTE,
                Finding.Confidence.PROVED,
                function.file(),
                keyword,
                name,
                "Nothing in this loop of '" + name
                        + "' can be ended by an interrupt, or asks for one: when the task is cancelled, its thread works on to the"
                        + " end of the loop.",
                List.of(new Step(
                        function.file(), keyword, "from here on, no turn of the loop looks at the interrupt status")),
                List.of(),
                "Ask Thread.currentThread().isInterrupted() in each turn, or each hundredth, and leave the loop.",
                List.of());
    }

    private static Span keyword(Function function, Span loop) {
        String text =
                SourceLines.of(function.file()).map(lines -> lines.from(loop)).orElse("");
        int length = Stream.concat(KEYWORDS.stream().filter(text::startsWith), Stream.of(""))
                .findFirst()
                .map(String::length)
                .orElse(0);
        return new Span(loop.startLine(), loop.startColumn(), loop.startLine(), loop.startColumn() + length);
    }
}
