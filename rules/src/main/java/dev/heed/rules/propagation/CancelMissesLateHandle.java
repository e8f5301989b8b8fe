package dev.heed.rules.propagation;

import dev.heed.engine.facts.LateRegistrations;
import dev.heed.engine.facts.LateRegistrations.Late;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import java.util.List;
import java.util.function.Consumer;

/**
 * A cancel between the look at the flag and the store of the handle cancels nothing.
 *
 * <h2>What it does</h2>
 * <p>Reports a method that looks whether its object is cancelled, stores the handle of what depends on it, and does not look
 * again, where {@code cancel} sets that flag and cancels what is stored, and no lock keeps the two apart.
 *
 * <h2>Why is this bad</h2>
 * <p>A cancel that comes between the look and the store sets a flag that nobody asks for any more, and finds no handle yet. It
 * reports success, and what was then stored runs to its end, or for ever: nobody cancels a second time.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_checks_then_stores.java}
 *
 * <h2>Use instead</h2>
 * <p>Store first, and look then; one of the two sees the other:
 * <p>{@code java/good_looks_again.java}
 * <p>Or keep flag and handle in one atomic, with a marker for "cancelled":
 * <p>{@code java/good_one_atomic.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the flag is read again behind the store, also by a method of the object that is called there
 *   <li>both methods hold a lock
 *   <li>the flag or the handle is neither volatile nor atomic: one thread alone may use them
 *   <li>the handle is stored by {@code compareAndSet} or {@code getAndSet}: the outcome tells of the cancel
 *   <li>constructors, and methods called {@code close} or {@code stop}: an object is mostly closed by who started it
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>None: what to do with the late handle is the author's to decide.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.atomic.AtomicReference#compareAndSet AtomicReference.compareAndSet}
 *   <li><em>Java Concurrency in Practice</em>, 2.2.1 "Race Conditions": check-then-act
 * </ul>
 */
@RuleInfo(
        name = "cancel-misses-late-handle",
        summary = "A cancel between the look at the flag and the store of the handle cancels nothing",
        family = Family.PROPAGATION,
        since = "0.1.0",
        cwe = {367, 362},
        languages = Language.JAVA,
        triggers = Trigger.CANCEL,
        calls = {"unsubscribe", "abort"})
public final class CancelMissesLateHandle implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        for (Late late : new LateRegistrations(function.facts()).missedBy(function.function())) {
            findings.accept(finding(function, late));
        }
    }

    private static Finding finding(FunctionFates function, Late late) {
        SourceFile file = function.function().file();
        String canceller = function.function().displayName();
        return new Finding(
                "cancel-misses-late-handle",
                Level.WARNING,
                Finding.Confidence.PROVED,
                file,
                late.store(),
                late.registrar().displayName(),
                "A cancel after the look at '" + late.flag().name() + "' finds nothing in '"
                        + late.handle().name()
                        + "' yet, and nobody looks again once it is stored here: it is never cancelled.",
                List.of(
                        new Step(file, late.check(), "not cancelled so far"),
                        new Step(file, late.written(), "'" + canceller + "' comes in between, and sets the flag"),
                        new Step(file, late.cancel().span(), "it cancels what is stored, which is not this one"),
                        new Step(file, late.store(), "the handle is stored, after the cancel")),
                List.of(),
                "Store the handle first, then look at the flag and cancel the handle if it is set.",
                List.of());
    }
}
