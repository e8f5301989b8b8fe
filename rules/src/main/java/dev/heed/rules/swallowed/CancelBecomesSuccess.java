package dev.heed.rules.swallowed;

import dev.heed.engine.facts.ForgottenCancels;
import dev.heed.engine.facts.ForgottenCancels.Forgotten;
import dev.heed.engine.fate.FalseEnds;
import dev.heed.engine.fate.FalseEnds.FalseEnd;
import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.rules.support.BlockEdits;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.JavaNames;
import dev.heed.rules.support.PathSteps;
import dev.heed.rules.support.SourceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A cancel is told as the regular end of the work.
 *
 * <h2>What it does</h2>
 * <p>Reports an implementation of {@code Future} whose {@code cancel} remembers the cancel in a flag, whose
 * {@code isCancelled} tells it, and whose {@code get} returns a value without looking at the flag. Reports a handler that takes an
 * interrupt and then returns what the method's contract has for a regular end: {@code -1} out of {@code read} of a stream,
 * {@code false} out of {@code Iterator.hasNext}. And one from which the method goes on to commit a transaction.
 *
 * <h2>Why is this bad</h2>
 * <p>Who waits in {@code get()} is woken by the cancel and gets null, or half a result, as if that were the answer. The
 * {@code NullPointerException} comes later, elsewhere, and in the name of somebody who did nothing wrong.
 * <p>An end of the stream is a statement: what you have is all. A file that was copied up to there is closed, renamed, and counted
 * as done; half a list is stored as the list; and a commit makes the half that was done before the interrupt last. That the status
 * is set again helps little: no code looks at it between the last byte and the rename.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_helper_returns_result.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/bad_helper_returns_result.fixed.java}
 * <p>A stream tells of the interrupt by its exception:
 * <p>{@code java/good_read_throws.java}
 * <p>A transaction is committed only if the work is complete:
 * <p>{@code java/good_rolls_back.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>{@code get}, or anything it calls on the same object, reads the flag, asks {@code isCancelled()}, or throws
 *     {@code CancellationException}
 *   <li>{@code get} asks another future, {@code super}, or a helper that it gives the future to
 *   <li>{@code get} is inherited, or the state is kept in something that is no flag
 *   <li>futures that cannot be cancelled
 *   <li>methods of other names or types, whose {@code -1}, {@code null} or empty list may mean what they like: what is lost there is
 *     for <em>swallowed-interrupt</em> to say, and where the status is set again, callers can know
 *   <li>a commit after a pause that was cut short: the work may be complete
 *   <li>a commit under a condition that the interrupt does not meet
 *   <li>{@code exceptionally}, {@code handle}, {@code onErrorReturn}: a default for failures is meant for cancels as often as not
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Unsafe: callers may have come to live with null, or with a stream that ends early. None where {@code get} returns in several
 * places: the cancel may come out at each of them.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.Future#get() Future.get}: throws {@code CancellationException} if the computation was
 *     cancelled
 *   <li>{@link java.io.InputStream#read() InputStream.read}: {@code -1} if the end of the stream is reached
 *   <li>{@link java.io.InterruptedIOException}: signals that an I/O operation has been interrupted
 * </ul>
 */
@RuleInfo(
        name = "cancel-becomes-success",
        summary = "A cancel is told as the regular end of the work",
        family = Family.SWALLOWED,
        since = "0.1.0",
        cwe = {393, 390},
        languages = Language.JAVA,
        triggers = {Trigger.FUTURE_METHOD, Trigger.HANDLER})
public final class CancelBecomesSuccess implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        Forgotten forgotten = new ForgottenCancels(function.facts()).of(function.function());
        if (forgotten != null) {
            findings.accept(finding(function, forgotten));
        }
        FalseEnds.of(function).forEach(end -> findings.accept(falseEnd(function, end)));
    }

    private static Finding falseEnd(FunctionFates function, FalseEnd end) {
        String name = function.function().displayName();
        String word = end.signal().signal().word();
        String meaning = end.meaning();
        boolean isLost = end.outcome().fate() == Fate.LOST;
        String message = meaning == null
                ? "After the " + word + " that '"
                        + end.signal().deliveries().get(0).by() + "' delivers, '" + name
                        + "' commits here: the part of the work that was done by then lasts, as if it were all."
                : "After the " + word + ", '" + name + "' answers here as for " + meaning
                        + ": its callers take what they have for all there is.";
        String remedy = meaning == null
                ? "Roll back, or commit only if the work has come to its end."
                : "Throw in place of the answer: an InterruptedIOException where the method may, else an unchecked exception.";
        return new Finding(
                "cancel-becomes-success",
                isLost || meaning == null ? Level.WARNING : Level.NOTE,
                Handlers.confidence(end.signal()),
                function.function().file(),
                end.place(),
                name,
                message,
                PathSteps.of(function, end.signal(), end.outcome()),
                List.of(),
                remedy,
                throwing(function, end));
    }

    private static List<Fix> throwing(FunctionFates function, FalseEnd end) {
        Handler.Clause clause = end.signal().clause();
        Handler.CatchText text = clause == null ? null : clause.text();
        boolean inHandler = text != null && text.body().contains(end.place());
        boolean mayThrow = function.function().declaredThrows().contains("java.io.IOException");
        boolean onlyInterrupts =
                end.signal().named() && text != null && text.typeSpans().size() == 1;
        return end.meaning() != null && inHandler && mayThrow && onlyInterrupts
                ? List.of(new Fix(
                        "Throw an InterruptedIOException",
                        Fix.Safety.UNSAFE,
                        List.of(new TextEdit(
                                function.function().file(),
                                end.place(),
                                "throw new java.io.InterruptedIOException();"))))
                : List.of();
    }

    private static Finding finding(FunctionFates function, Forgotten forgotten) {
        SourceFile file = forgotten.in().file();
        String flag = forgotten.flag().name();
        return new Finding(
                "cancel-becomes-success",
                Level.WARNING,
                Finding.Confidence.PROVED,
                file,
                forgotten.returned(),
                forgotten.in().displayName(),
                "A cancelled future answers 'get' with a value here: nobody looks at '" + flag
                        + "', and who waits takes it for the result.",
                List.of(
                        new Step(file, forgotten.written(), "'cancel' sets '" + flag + "'"),
                        new Step(file, forgotten.returned(), "'get' returns a value all the same")),
                List.of(),
                "Throw a CancellationException if '" + flag + "' is set, before the value is returned.",
                fixes(function, file, forgotten));
    }

    private static List<Fix> fixes(FunctionFates function, SourceFile file, Forgotten forgotten) {
        SourceLines lines = SourceLines.of(file).orElse(null);
        BlockEdits edits = lines == null ? null : new BlockEdits(file, lines);
        if (lines == null
                || edits == null
                || !edits.canInsertBefore(forgotten.returned())
                || returns(forgotten.in()) > 1) {
            return List.of();
        }
        String flag = forgotten.flag().name();
        String test = forgotten.flag().type().endsWith("AtomicBoolean") ? flag + ".get()" : flag;
        JavaNames names = new JavaNames(function, file, lines);
        List<String> statements = List.of(
                "if (" + test + ") {",
                "\tthrow new " + names.of("java.util.concurrent.CancellationException") + "();",
                "}");
        List<TextEdit> all = new ArrayList<>(names.imports());
        all.add(edits.before(forgotten.returned(), statements));
        return List.of(new Fix("Throw a CancellationException if '" + flag + "' is set", Fix.Safety.UNSAFE, all));
    }

    private static long returns(Function function) {
        return function.blocks().stream()
                .filter(block -> block.terminator() instanceof Terminator.Return)
                .count();
    }
}
