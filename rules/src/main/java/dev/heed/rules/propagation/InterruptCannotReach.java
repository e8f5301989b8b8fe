package dev.heed.rules.propagation;

import dev.heed.engine.facts.DeafWaits;
import dev.heed.engine.facts.DeafWaits.DeafWait;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.LateStops;
import dev.heed.engine.fate.LateStops.LateStop;
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
import dev.heed.engine.source.Span;
import dev.heed.rules.support.SourceLines;
import java.util.List;
import java.util.function.Consumer;

/**
 * An interrupt is sent where it has no effect.
 *
 * <h2>What it does</h2>
 * <p>Reports a thread that waits in {@code ServerSocket.accept()} or {@code DatagramSocket.receive()} when the code that is
 * to stop it interrupts it, and nobody but the thread itself closes the socket. Reports {@code shutdownNow()} that is called
 * only if {@code awaitTermination} or {@code isTerminated} has answered that the tasks of that pool are done.
 *
 * <h2>Why is this bad</h2>
 * <p>A platform thread that waits for a connection does not react to an interrupt. It goes on waiting, the port stays
 * taken, and the first client after the stop is still served; only closing the socket makes {@code accept()} throw. With the
 * inverted test the tasks that hang are never interrupted, and those that are done get an interrupt that nobody needs.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_accept_is_deaf.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/good_closes_socket.java}
 * <p>For a pool: interrupt what has <em>not</em> ended.
 * <p>{@code java/good_stops_what_hangs.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the socket is closed by anybody else, also by an overridden {@code interrupt()}
 *   <li>{@code setSoTimeout} bounds the wait: the loop can look at a flag
 *   <li>whoever interrupts also connects to the socket, or sends a packet, to wake the thread
 *   <li>the socket is handed out: somebody else may close it
 *   <li>channels, whose waits end by an interrupt
 *   <li>reads of streams and {@code lock()}: what ends them is often elsewhere
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>Unsafe for an inverted condition, which is turned round. None for a socket: who owns it is a question of design.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.net.ServerSocket#close() ServerSocket.close}: a thread blocked in {@code accept} gets a
 *     {@code SocketException}
 *   <li>{@link java.lang.Thread#interrupt() Thread.interrupt}: what reacts to it; socket calls are not in the list
 *   <li>{@link java.util.concurrent.ExecutorService}: the shutdown idiom
 *   <li><em>Java Concurrency in Practice</em>, 7.1.6 "Dealing with Non-interruptible Blocking"
 * </ul>
 */
@RuleInfo(
        name = "interrupt-cannot-reach",
        summary = "An interrupt is sent where it has no effect",
        family = Family.PROPAGATION,
        since = "0.1.0",
        cwe = {833, 404},
        languages = Language.JAVA,
        triggers = Trigger.OWN_THREAD,
        calls = "shutdownNow")
public final class InterruptCannotReach implements Rule {
    private static final String NAME = "interrupt-cannot-reach";

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        for (DeafWait wait : new DeafWaits(function.facts()).of(function.function())) {
            findings.accept(deaf(function, wait));
        }
        for (LateStop late : LateStops.of(function)) {
            findings.accept(late(function, late));
        }
    }

    private static Finding deaf(FunctionFates function, DeafWait wait) {
        SourceFile file = function.function().file();
        String call = wait.call().callee().name();
        String stopper = wait.interrupt().caller().displayName();
        return new Finding(
                NAME,
                Level.WARNING,
                Finding.Confidence.PROVED,
                file,
                wait.call().span(),
                function.function().displayName(),
                "'" + stopper + "' interrupts the thread that waits here, but '" + call + "' does not react to an"
                        + " interrupt, and nobody else closes '" + wait.socket() + "': the thread and its port stay"
                        + " until somebody connects.",
                List.of(
                        new Step(file, wait.call().span(), "the thread waits in '" + call + "'"),
                        new Step(
                                wait.interrupt().caller().file(),
                                wait.interrupt().call().span(),
                                "'" + stopper + "' interrupts it here: the status is set, and the wait goes on")),
                List.of(),
                "Close the socket in '" + stopper + "': '" + call
                        + "' then throws a SocketException, which ends the loop.",
                List.of());
    }

    private static Finding late(FunctionFates function, LateStop late) {
        SourceFile file = function.function().file();
        String asked = late.ended().callee().name();
        String name = function.function().displayName();
        return new Finding(
                NAME,
                Level.WARNING,
                Finding.Confidence.PROVED,
                file,
                late.stop().span(),
                name,
                "'" + name + "' interrupts the tasks only if '" + asked
                        + "' has answered that all of them are done: those that" + " hang are never told.",
                List.of(
                        new Step(file, late.ended().span(), "'" + asked + "' answers true: nothing runs any more"),
                        new Step(file, late.stop().span(), "only then the tasks are interrupted")),
                List.of(),
                "Turn the condition round: call shutdownNow() if '" + asked + "' returns false.",
                turned(file, late));
    }

    private static List<Fix> turned(SourceFile file, LateStop late) {
        Span ended = late.ended().span();
        return SourceLines.of(file)
                .filter(lines -> lines.line(ended.startLine())
                        .substring(0, ended.startColumn() - 1)
                        .strip()
                        .equals("if ("))
                .filter(lines -> lines.line(ended.endLine())
                        .substring(ended.endColumn() - 1)
                        .startsWith(")"))
                .map(lines -> List.of(new Fix(
                        "Turn the condition round",
                        Fix.Safety.UNSAFE,
                        List.of(new TextEdit(file, ended.before(), "!")))))
                .orElse(List.of());
    }
}
