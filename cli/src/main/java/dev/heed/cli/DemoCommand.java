package dev.heed.cli;

import dev.heed.ExitCode;
import dev.heed.UserException;
import dev.heed.runtime.demo.ChainDemo;
import dev.heed.runtime.demo.Demo;
import dev.heed.runtime.demo.LostCancelDemo;
import dev.heed.runtime.demo.NestedDemo;
import dev.heed.runtime.demo.ShutdownDemo;
import dev.heed.runtime.trace.Trace;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code heed demo}. */
@Command(
        name = "demo",
        header = "Run a small program that shows one thing about cancellation, and draw it.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  heed demo nested",
            "  heed demo shutdown --broken",
            "  heed demo chain --trace text",
            "  heed demo nested --trace svg --output nested.svg"
        })
final class DemoCommand implements Callable<Integer> {
    /** The programs. */
    enum Name {
        SHUTDOWN,
        NESTED,
        CHAIN,
        LOST_CANCEL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How to draw. */
    enum Picture {
        SVG,
        MERMAID,
        TEXT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Console console;

    @Parameters(
            paramLabel = "NAME",
            description = {
                "shutdown: Ctrl-C cancels three tasks, which clean up before the loop closes; "
                        + "the process interrupts itself after a second, and ends with 130.",
                "nested: the innermost code sees a cancel first; then the same between three hosts.",
                "chain: a coroutine awaits another.",
                "lost-cancel: cancel after every step, with wait_for of CPython 3.11 and 3.12."
            })
    private Name name = Name.NESTED;

    @Option(names = "--broken", description = "Only shutdown: close at once, as programs do by mistake.")
    private boolean isBroken;

    @Option(
            names = "--trace",
            paramLabel = "FORMAT",
            description = "Draw what happened: ${COMPLETION-CANDIDATES}. Without --output the picture goes to standard "
                    + "output, and what the program prints to standard error.")
    private @Nullable Picture picture;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write the picture.")
    private @Nullable String file;

    @Mixin
    @SuppressWarnings("UnusedVariable") // For its options; picocli reads it.
    private CommonOptions common = new CommonOptions();

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UserException {
        if (isBroken && name != Name.SHUTDOWN) {
            throw new UserException("Only the demo \"shutdown\" can be run with --broken.");
        }
        if (file != null && picture == null) {
            throw new UserException("--output needs --trace svg, mermaid or text.");
        }
        Demo demo = demo();
        boolean isPictureOnly = picture != null && file == null;
        PrintStream out = isPictureOnly ? console.err() : new PrintStream(console.out(), true, StandardCharsets.UTF_8);
        demo.run(out, trace -> draw(demo, trace));
        return ExitCode.CLEAN;
    }

    private Demo demo() {
        return switch (name) {
            case SHUTDOWN -> ShutdownDemo.real(isBroken);
            case NESTED -> new NestedDemo();
            case CHAIN -> new ChainDemo();
            case LOST_CANCEL -> new LostCancelDemo();
        };
    }

    private void draw(Demo demo, Trace trace) {
        Picture wanted = picture;
        if (wanted == null) {
            return;
        }
        String text = switch (wanted) {
            case SVG -> trace.svg(demo.title());
            case MERMAID -> trace.mermaid();
            case TEXT -> trace.text();
        };
        try {
            if (file == null) {
                Output.print(console, text);
            } else {
                Files.writeString(console.resolve(file), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
