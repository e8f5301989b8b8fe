package dev.heed.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Loop;
import dev.heed.runtime.LoopEvent;
import dev.heed.runtime.Task;
import dev.heed.runtime.trace.Trace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The pictures of docs/runtime.md are what the demos draw today. {@code -Dheed.docs.update=true} draws them anew. */
class DocsPicturesTest {
    private static final Path PICTURES = Path.of("..", "docs", "runtime");

    private static void check(String name, Demo demo) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        demo.run(nowhere, trace -> check(name, trace.svg(demo.title())));
    }

    private static void check(String name, String svg) {
        Path file = PICTURES.resolve(name + ".svg");
        try {
            if (Boolean.getBoolean("heed.docs.update")) {
                Files.createDirectories(PICTURES);
                Files.writeString(file, svg);
            }
            assertThat(Files.readString(file)).isEqualTo(svg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shutdown() {
        check("shutdown", ShutdownDemo.simulated(false));
    }

    @Test
    void broken() {
        check("broken", ShutdownDemo.simulated(true));
    }

    @Test
    void nested() {
        check("nested", new NestedDemo(Duration.ofMillis(10)));
    }

    @Test
    void chain() {
        check("chain", new ChainDemo());
    }

    @Test
    void lostCancel() {
        check("lost-cancel", new LostCancelDemo());
    }

    @Test
    void threeTasks() {
        Trace trace = new Trace();
        try (Loop loop = Loop.builder().listener(trace).build()) {
            loop.run(() -> {
                Task<Void> b = loop.spawn("B-handler", () -> {
                    Task<Void> c = loop.spawn("C-request", () -> {
                        try {
                            loop.sleep(Duration.ofSeconds(30));
                        } catch (CancelledException e) {
                            loop.note(LoopEvent.Kind.HANDLER, "the first to know");
                            throw e;
                        }
                    });
                    c.await();
                });
                loop.sleep(Duration.ofSeconds(1));
                b.cancel("client A disconnected");
                try {
                    b.await();
                } catch (CancelledException e) {
                    loop.note(LoopEvent.Kind.HANDLER, "the last to know");
                }
            });
        }
        check("hosts", trace.svg("A cancels B's handler, which waits for its request to C"));
    }
}
