package dev.heed.runtime.demo;

import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Loop;
import dev.heed.runtime.LoopEvent;
import dev.heed.runtime.Task;
import dev.heed.runtime.trace.Trace;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The second seed program: {@code main} cancels {@code cancel_me}, and the first to see it is {@code cancel_me2}, inside. Then the
 * same between three hosts: see {@link HostsStory}.
 */
public final class NestedDemo implements Demo {
    private final Duration patience;

    /** Host A waits a second before it hangs up. */
    public NestedDemo() {
        this(Duration.ofSeconds(1));
    }

    /** Host A waits so long before it hangs up. */
    public NestedDemo(Duration patience) {
        this.patience = patience;
    }

    @Override
    public String title() {
        return "main cancels cancel_me: the innermost frame sees it first";
    }

    @Override
    public void run(PrintStream out, Consumer<Trace> then) {
        Trace trace = new Trace();
        try (Loop loop = Loop.builder().listener(trace).build()) {
            loop.run(() -> seed(loop, out));
        }
        out.println();
        new HostsStory(patience).run(out);
        then.accept(trace);
    }

    /** The seed program, line by line. */
    static void seed(Loop loop, PrintStream out) {
        Task<Void> task = loop.spawn("cancel_me", () -> cancelMe(loop, out));
        loop.sleep(Duration.ofSeconds(1));
        boolean unused = task.cancel();
        try {
            task.await();
        } catch (CancelledException e) {
            say(loop, out, LoopEvent.Kind.HANDLER, "main(): cancel_me is cancelled now");
        }
    }

    private static void cancelMe(Loop loop, PrintStream out) {
        say(loop, out, LoopEvent.Kind.NOTE, "cancel_me(): before sleep");
        try {
            cancelMe2(loop, out);
        } catch (CancelledException e) {
            say(loop, out, LoopEvent.Kind.HANDLER, "cancel_me(): cancel sleep");
            throw e;
        } finally {
            say(loop, out, LoopEvent.Kind.FINALLY, "cancel_me(): after sleep");
        }
    }

    private static void cancelMe2(Loop loop, PrintStream out) {
        try {
            loop.sleep(Duration.ofHours(1));
        } catch (CancelledException e) {
            say(loop, out, LoopEvent.Kind.HANDLER, "cancel_me()2: cancel sleep");
            throw e;
        }
    }

    private static void say(Loop loop, PrintStream out, LoopEvent.Kind kind, String line) {
        out.println(line);
        loop.note(kind, line);
    }
}
