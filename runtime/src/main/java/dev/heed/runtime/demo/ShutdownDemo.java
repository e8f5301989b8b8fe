package dev.heed.runtime.demo;

import dev.heed.runtime.Backend;
import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Loop;
import dev.heed.runtime.LoopBuilder;
import dev.heed.runtime.LoopEvent;
import dev.heed.runtime.LoopInterruptedException;
import dev.heed.runtime.Report;
import dev.heed.runtime.Task;
import dev.heed.runtime.trace.Trace;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The first seed program: three tasks sleep 2, 3 and 4 seconds, and Ctrl-C comes after one. All are cancelled and run until they
 * have ended; then the loop closes. Broken, it closes at once, and the cleanups never run.
 */
public final class ShutdownDemo implements Demo {
    private static final Duration INTERRUPT_AFTER = Duration.ofSeconds(1);

    private final boolean isBroken;
    private final boolean isReal;

    private ShutdownDemo(boolean isBroken, boolean isReal) {
        this.isBroken = isBroken;
        this.isReal = isReal;
    }

    /** In virtual time, with a Ctrl-C of the demo's own. */
    public static ShutdownDemo simulated(boolean isBroken) {
        return new ShutdownDemo(isBroken, false);
    }

    /** In real time: this process sends itself a SIGINT, unless the user is faster, and so ends with exit code 130. */
    public static ShutdownDemo real(boolean isBroken) {
        return new ShutdownDemo(isBroken, true);
    }

    @Override
    public String title() {
        return isBroken
                ? "Ctrl-C, then close at once: the cleanups never run"
                : "Ctrl-C: cancel all, run until all have ended, close";
    }

    @Override
    public void run(PrintStream out, Consumer<Trace> then) {
        Trace trace = new Trace();
        LoopBuilder builder = Loop.builder().listener(trace).reporter(report -> tell(report, out));
        Loop loop =
                (isReal ? builder.realTime() : builder).backend(Backend.best()).build();
        if (isReal) {
            try (Interrupts interrupts = Interrupts.watch(loop)) {
                interrupts.raise(INTERRUPT_AFTER);
                play(loop, out);
                then.accept(trace);
            }
        } else {
            play(loop, out);
            then.accept(trace);
        }
    }

    private void play(Loop loop, PrintStream out) {
        try {
            loop.run(() -> main(loop, out));
        } catch (LoopInterruptedException e) {
            out.println("^C");
            for (Task<?> task : loop.tasks()) {
                out.println("cancel task");
                out.println(task.cancel("Ctrl-C"));
            }
        } finally {
            if (isBroken) {
                loop.closeNow();
            } else {
                loop.close();
            }
        }
        out.println("loop closed");
    }

    private void main(Loop loop, PrintStream out) {
        List<Task<Void>> tasks = List.of(
                loop.spawn("get_html(2)", () -> getHtml(loop, out, 2)),
                loop.spawn("get_html(3)", () -> getHtml(loop, out, 3)),
                loop.spawn("get_html(4)", () -> getHtml(loop, out, 4)));
        if (!isReal) {
            loop.callLater(INTERRUPT_AFTER, loop::interrupt);
        }
        Loop.Waited<Void> unused = loop.wait(tasks, Loop.Until.ALL_DONE);
    }

    private static void getHtml(Loop loop, PrintStream out, int seconds) {
        out.println("waiting");
        try {
            loop.sleep(Duration.ofSeconds(seconds));
            out.println("done after " + seconds + "s");
        } catch (CancelledException e) {
            loop.note(LoopEvent.Kind.HANDLER, "close the connection");
            loop.cleanup(Duration.ofSeconds(2), () -> loop.sleep(Duration.ofMillis(500)));
            loop.note(LoopEvent.Kind.NOTE, "connection closed");
            out.println("get_html(" + seconds + "): connection closed");
            throw e;
        }
    }

    private static void tell(Report report, PrintStream out) {
        out.println("loop: " + report.message());
    }
}
