package dev.heed.rules.propagation;

import dev.heed.engine.facts.CallSite;
import dev.heed.engine.facts.SelfJoins;
import dev.heed.engine.facts.SelfJoins.SelfJoin;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.ir.Function;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import dev.heed.rules.support.GuardStatement;
import dev.heed.rules.support.SourceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A thread calls the method that stops it from outside, and waits for itself.
 *
 * <h2>What it does</h2>
 * <p>Reports a call, in code that runs on a thread which the class keeps, of a method of the same object that joins this thread,
 * and that does not ask who calls it.
 *
 * <h2>Why is this bad</h2>
 * <p>A thread never sees its own end. Without a bound {@code join()} waits for ever, with one it waits for nothing. Where the
 * method interrupts the thread first, the interrupt hits the caller itself: the join throws at once, the method takes that for
 * somebody's request, and what stands behind it, such as giving up a lock or a reference, is skipped.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_stop_in_handler.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/good_returns.java}
 * <p>Where both may call the method, it asks:
 * <p>{@code java/good_asks_who_calls.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the method, or its caller, compares {@code Thread.currentThread()} with the thread
 *   <li>it only interrupts the thread: code uses that to tell itself to stop
 *   <li>another thread is joined: a field with another thread, a local
 *   <li>a task that the thread hands to somebody else makes the call
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Unsafe: the thread is joined only if another one calls. Whether it should rather return is a question of design.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.lang.Thread#join() Thread.join}: waits for the thread to die
 *   <li>{@link java.lang.Thread#interrupt() Thread.interrupt}
 * </ul>
 */
@RuleInfo(
        name = "thread-joins-itself",
        summary = "A thread calls the method that stops it from outside, and waits for itself",
        family = Family.PROPAGATION,
        since = "0.1.0",
        cwe = {833},
        languages = Language.JAVA,
        triggers = Trigger.OWN_THREAD)
public final class ThreadJoinsItself implements Rule {
    private static final Pattern JOIN = Pattern.compile("^((?:this\\.)?\\w+)\\.join\\(");

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        for (SelfJoin join : new SelfJoins(function.facts()).of(function.function())) {
            findings.accept(finding(function, join));
        }
    }

    private static Finding finding(FunctionFates function, SelfJoin join) {
        SourceFile file = function.function().file();
        Function stopper = join.stopper();
        CallSite interrupt = join.interrupt();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                join.body().file(), join.body().nameSpan(), "'" + join.body().displayName() + "' runs on the thread"));
        steps.add(new Step(file, join.call().span(), "the thread calls '" + stopper.displayName() + "'"));
        if (interrupt != null) {
            steps.add(new Step(stopper.file(), interrupt.call().span(), "it interrupts itself"));
        }
        steps.add(new Step(stopper.file(), join.join().span(), "it waits for its own end"));
        String what = interrupt != null
                ? "' interrupts and joins the thread that calls it here: the interrupt hits the caller, whose join gives"
                        + " up at once."
                : "' joins the thread that calls it here: it waits for its own end.";
        return new Finding(
                "thread-joins-itself",
                Level.WARNING,
                Finding.Confidence.PROVED,
                file,
                join.call().span(),
                function.function().displayName(),
                "'" + stopper.displayName() + what,
                steps,
                List.of(),
                "Let the thread return instead; or interrupt and join only if Thread.currentThread() is another thread.",
                fixes(join));
    }

    /** Asks who calls, where the thread that is joined has a name. */
    private static List<Fix> fixes(SelfJoin join) {
        SourceFile file = join.stopper().file();
        Span call = join.join().span();
        return SourceLines.of(file)
                .map(lines -> JOIN.matcher(lines.text(call)))
                .filter(Matcher::find)
                .filter(name -> join.join().isStatement())
                .map(name -> GuardStatement.put(
                        file,
                        call,
                        "Thread.currentThread() != " + name.group(1),
                        "Join the thread only from another one",
                        Fix.Safety.UNSAFE))
                .orElse(List.of());
    }
}
