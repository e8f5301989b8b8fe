package dev.heed.rules.swallowed;

import dev.heed.engine.facts.ForgottenCancels;
import dev.heed.engine.facts.ForgottenCancels.Forgotten;
import dev.heed.engine.fate.FunctionFates;
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
import dev.heed.rules.support.BlockEdits;
import dev.heed.rules.support.SourceLines;
import java.util.List;
import java.util.function.Consumer;

/**
 * A cancelled future answers as if it had come to its end.
 *
 * <h2>What it does</h2>
 * <p>Reports an implementation of {@code Future} whose {@code cancel} remembers the cancel in a flag, whose
 * {@code isCancelled} tells it, and whose {@code get} returns a value without looking at the flag.
 *
 * <h2>Why is this bad</h2>
 * <p>Who waits in {@code get()} is woken by the cancel and gets null, or half a result, as if that were the answer. The
 * {@code NullPointerException} comes later, elsewhere, and in the name of somebody who did nothing wrong.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_helper_returns_result.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/bad_helper_returns_result.fixed.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>{@code get}, or anything it calls on the same object, reads the flag, asks {@code isCancelled()}, or throws
 *     {@code CancellationException}
 *   <li>{@code get} asks another future, {@code super}, or a helper that it gives the future to
 *   <li>{@code get} is inherited, or the state is kept in something that is no flag
 *   <li>futures that cannot be cancelled
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Unsafe: callers may have come to live with null.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.Future#get() Future.get}: throws {@code CancellationException} if the computation was
 *     cancelled
 * </ul>
 */
@RuleInfo(
        name = "cancel-becomes-success",
        summary = "A cancelled future answers as if it had come to its end",
        family = Family.SWALLOWED,
        since = "0.1.0",
        cwe = {393, 390},
        languages = Language.JAVA,
        triggers = Trigger.FUTURE_METHOD)
public final class CancelBecomesSuccess implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        Forgotten forgotten = new ForgottenCancels(function.facts()).of(function.function());
        if (forgotten != null) {
            findings.accept(finding(forgotten));
        }
    }

    private static Finding finding(Forgotten forgotten) {
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
                fixes(file, forgotten));
    }

    private static List<Fix> fixes(SourceFile file, Forgotten forgotten) {
        String test = forgotten.flag().type().endsWith("AtomicBoolean")
                ? forgotten.flag().name() + ".get()"
                : forgotten.flag().name();
        return SourceLines.of(file)
                .map(lines -> new BlockEdits(file, lines))
                .filter(edits -> edits.canInsertBefore(forgotten.returned()))
                .map(edits -> List.of(new Fix(
                        "Throw a CancellationException if '" + forgotten.flag().name() + "' is set",
                        Fix.Safety.UNSAFE,
                        List.of(edits.before(
                                forgotten.returned(),
                                List.of(
                                        "if (" + test + ") {",
                                        "\tthrow new java.util.concurrent.CancellationException();",
                                        "}"))))))
                .orElse(List.of());
    }
}
