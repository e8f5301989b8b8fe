package dev.heed.engine.fate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Program;
import dev.heed.engine.model.ModelException;
import dev.heed.engine.model.ModelFiles;
import dev.heed.engine.model.Models;
import dev.heed.engine.testing.FakeHierarchy;
import dev.heed.engine.testing.IrBuilder;
import dev.heed.engine.testing.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions whose end is the end of the work, and calls that never come back. */
class WorkEndsTest {

    private static IrBuilder swallows(IrBuilder code) {
        return code.tryCatch(IrBuilder::await, IrBuilder.INTERRUPTED, (c, e) -> c.log());
    }

    @Test
    void theMainThatReturnsIsFinished() {
        Function main = swallows(new IrBuilder("C", "main", "java.lang.String[]").modifier(Function.Modifier.STATIC))
                .build();
        assertThat(new Lab(main).fates(main)).containsExactly(Fate.FINISHED);
        Function other = swallows(new IrBuilder("C", "main")).build();
        assertThat(new Lab(other).fates(other)).containsExactly(Fate.LOST);
    }

    @Test
    void aTestThatReturnsIsFinished() {
        Function test = swallows(new IrBuilder("C", "works").annotation("Test")).build();
        assertThat(new Lab(test).fates(test)).containsExactly(Fate.FINISHED);
    }

    @Test
    void aThreadThatWaitsAgainIsNot() {
        Function run = swallows(new IrBuilder("Worker", "run")).await().build();
        Lab lab = new Lab(run).type("Worker", IrBuilder.THREAD);
        assertThat(lab.fates(run)).containsExactly(Fate.LOST);
        Function ends = swallows(new IrBuilder("Worker", "run")).build();
        assertThat(new Lab(ends).type("Worker", IrBuilder.THREAD).fates(ends)).containsExactly(Fate.FINISHED);
    }

    @Test
    void aThreadThatGoesRoundIsNot() {
        Function run = new IrBuilder("Worker", "run")
                .loop(l -> swallows(l).maybe(IrBuilder::breakLoop, c -> {}))
                .build();
        assertThat(new Lab(run).type("Worker", IrBuilder.THREAD).fates(run)).contains(Fate.LOST);
    }

    private static Lab withHelper(IrBuilder.Body after) {
        IrBuilder helper = swallows(new IrBuilder("Worker", "step").modifier(Function.Modifier.PRIVATE));
        IrBuilder run = new IrBuilder("Worker", "run").callStatic(helper.ref(), List.of());
        after.accept(run);
        return new Lab(helper.build(), run.build()).type("Worker", IrBuilder.THREAD);
    }

    @Test
    void aPrivateMethodThatTheThreadCallsLastEndsItsWork() {
        Lab last = withHelper(c -> c.log());
        assertThat(last.fates(last.program().functions().get(0))).containsExactly(Fate.FINISHED);
        Lab waits = withHelper(c -> c.log().await());
        assertThat(waits.fates(waits.program().functions().get(0))).containsExactly(Fate.LOST);
        Lab waitsInFinally = withHelper(c -> c.tryFinally(IrBuilder::log, IrBuilder::await));
        assertThat(waitsInFinally.fates(waitsInFinally.program().functions().get(0)))
                .containsExactly(Fate.LOST);
    }

    @Test
    void aPrivateMethodCalledFromElsewhereTooDoesNot() {
        IrBuilder helper = swallows(new IrBuilder("C", "step").modifier(Function.Modifier.PRIVATE));
        Function main = new IrBuilder("C", "main", "java.lang.String[]")
                .modifier(Function.Modifier.STATIC)
                .callStatic(helper.ref(), List.of())
                .build();
        Function other =
                new IrBuilder("C", "other").callStatic(helper.ref(), List.of()).build();
        Function step = helper.build();
        assertThat(new Lab(step, main).fates(step)).containsExactly(Fate.FINISHED);
        assertThat(new Lab(step, main, other).fates(step)).containsExactly(Fate.LOST);
    }

    @Test
    void aLibraryMethodThatAlwaysThrowsIsTheEndOfThePath(@TempDir Path directory) throws IOException, ModelException {
        Path file = directory.resolve("models.yaml");
        Files.writeString(file, """
                heed-models: 1
                types:
                  lib.Fail:
                    methods:
                      fail(): {completion: always-throws}
                """);
        Models models = ModelFiles.load(List.of(file));
        MethodRef fail = new MethodRef("lib.Fail", "fail", List.of());
        Function function = new IrBuilder("C", "m")
                .tryCatch(
                        IrBuilder::await,
                        IrBuilder.INTERRUPTED,
                        (c, e) -> c.callStatic(fail, List.of()).restore())
                .build();
        FakeHierarchy hierarchy = new FakeHierarchy().with("lib.Fail", "java.lang.Object");
        ProgramFacts facts = new ProgramFacts(new Program(List.of(function), List.of(), hierarchy), models);
        FunctionFates fates = new FateAnalysis(facts, SummaryBuilder.build(facts)).analyze(function);
        assertThat(Lab.fates(fates.signals().get(0))).containsExactly(Fate.CONVERTED);
    }
}
