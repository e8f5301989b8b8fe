package dev.heed.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Program;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.Step;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.testing.FakeHierarchy;
import dev.heed.engine.testing.FakeSource;
import dev.heed.engine.testing.IrBuilder;
import dev.heed.engine.testing.Lab;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ScanTest {
    private final List<Function> functions = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Notification> notifications = new ArrayList<>();

    private final ScanListener listener = new ScanListener() {
        @Override
        public void onFinding(Finding finding) {
            findings.add(finding);
        }

        @Override
        public void onNotification(Notification notification) {
            notifications.add(notification);
        }
    };

    /** Hands out functions that are already made. */
    private final class MadeFrontEnd implements FrontEnd {
        @Override
        public Language language() {
            return Language.JAVA;
        }

        @Override
        public List<Program> read(List<SourceFile> files, Context context) {
            return List.of(new Program(functions, List.of(), new FakeHierarchy()));
        }
    }

    private static void reportLost(FunctionFates fates, Consumer<Finding> found) {
        for (SignalFates signal : fates.signals()) {
            signal.first(Fate.LOST).ifPresent(lost -> found.accept(finding(fates, signal)));
        }
    }

    private static Finding finding(FunctionFates fates, SignalFates signal) {
        SourceFile file = fates.function().file();
        return new Finding(
                "lost",
                Level.WARNING,
                Finding.Confidence.PROVED,
                file,
                signal.place(),
                fates.function().displayName(),
                "Lost.",
                List.of(new Step(file, signal.place(), "here")),
                List.of(),
                "Do not.",
                List.of());
    }

    private void file(String path, int handlers) {
        for (int i = 0; i < handlers; i++) {
            functions.add(new IrBuilder("C", "m" + functions.size())
                    .file(path)
                    .tryCatch(IrBuilder::await, IrBuilder.INTERRUPTED, (c, e) -> c.log())
                    .build());
        }
    }

    private ScanSummary scan(int threads, Rule... rules) throws InterruptedException {
        List<SourceFile> files = new ArrayList<>();
        functions.stream().map(f -> f.file().path()).distinct().forEach(path -> files.add(new FakeSource(path)));
        Collections.shuffle(files, new Random(7));
        return new ProgramScan()
                .run(
                        new Scan.Input(
                                files, List.of(), List.of(new MadeFrontEnd()), List.of(rules), Lab.models(), threads),
                        listener);
    }

    @Test
    void aRuleThatCrashesIsANotificationAndTheOthersGoOn() throws InterruptedException {
        file("A.java", 2);
        ScanSummary summary = scan(
                2,
                (fates, found) -> {
                    throw new IllegalStateException("broken");
                },
                (fates, found) -> {
                    throw new AssertionError("broken, too");
                },
                ScanTest::reportLost);
        assertThat(findings).hasSize(2);
        assertThat(summary.findings()).isEqualTo(2);
        assertThat(summary.incomplete()).isEqualTo(4);
        assertThat(notifications)
                .hasSize(4)
                .allSatisfy(n -> assertThat(n.kind()).isEqualTo(Notification.Kind.INTERNAL_ERROR))
                .allSatisfy(n -> assertThat(n.path()).isEqualTo("A.java"))
                .allSatisfy(n -> assertThat(n.cause()).hasMessageStartingWith("broken"));
    }

    @Test
    void aFileThatTakesTooLongIsGivenUpAndTheOthersGoOn() throws InterruptedException {
        file("A.java", 2);
        file("B.java", 1);
        Rule endless = (fates, found) -> {
            while (fates.function().file().path().equals("A.java")) {
                WorkerThread.check();
            }
        };
        ScanSummary summary = new ProgramScan()
                .run(
                        new Scan.Input(
                                List.of(new FakeSource("A.java"), new FakeSource("B.java")),
                                List.of(),
                                List.of(new MadeFrontEnd()),
                                List.of(ScanTest::reportLost, endless),
                                Lab.models(),
                                1,
                                java.time.Duration.ofMillis(300)),
                        listener);
        assertThat(summary.incomplete()).isEqualTo(1);
        assertThat(notifications).singleElement().satisfies(n -> {
            assertThat(n.kind()).isEqualTo(Notification.Kind.INCOMPLETE);
            assertThat(n.path()).isEqualTo("A.java");
            assertThat(n.message()).contains("took too long").contains("--file-timeout");
        });
        assertThat(findings).extracting(f -> f.file().path()).containsExactly("A.java", "B.java");
    }

    @Test
    void aRuleThatRunsOutOfMemoryIsToldOfAndTheOthersGoOn() throws InterruptedException {
        file("A.java", 1);
        scan(
                1,
                (fates, found) -> {
                    throw new OutOfMemoryError("test");
                },
                ScanTest::reportLost);
        assertThat(findings).hasSize(1);
        assertThat(notifications).singleElement().satisfies(n -> {
            assertThat(n.kind()).isEqualTo(Notification.Kind.INCOMPLETE);
            assertThat(n.message()).contains("more memory");
        });
    }

    @Test
    void aFunctionThatCannotBeAnalyzedIsANotificationAndTheOthersGoOn() throws InterruptedException {
        file("A.java", 1);
        IrBuilder broken = new IrBuilder("C", "broken").file("B.java");
        Function whole = broken.build();
        Handler.TryStatement place = new Handler.TryStatement(whole.span(), whole.span(), null);
        Handler.Clause nowhere = new Handler.Clause(Handler.Kind.CATCH, List.of("java.lang.Error"), place, null);
        Block block = new Block(0, new Handler(List.of(nowhere), null)); // a handler without a block
        block.terminate(new Terminator.Throw(whole.span(), new Operand.Unknown("java.lang.Error"), false));
        List<Block> blocks = List.of(block);
        functions.add(new Function(
                whole.ref(),
                whole.kind(),
                "broken",
                whole.file(),
                whole.span(),
                whole.nameSpan(),
                whole.bodySpan(),
                null,
                whole.modifiers(),
                List.of(),
                List.of(),
                List.of(),
                "void",
                List.of(),
                blocks,
                null,
                List.of(),
                false));
        file("C.java", 1);
        scan(2, ScanTest::reportLost);
        assertThat(findings).extracting(f -> f.file().path()).containsExactly("A.java", "C.java");
        assertThat(notifications)
                .isNotEmpty()
                .allSatisfy(n -> assertThat(n.path()).isEqualTo("B.java"))
                .allSatisfy(n -> assertThat(n.message()).contains("'broken'"));
    }

    @Test
    void whatTheFatesAndEachRuleTookIsTold() throws InterruptedException {
        file("A.java", 1);
        assertThat(scan(1, ScanTest::reportLost).checks()).containsKey("fates").hasSize(2);
    }

    @Test
    void theOrderOfFindingsDoesNotDependOnTheThreads() throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            file(String.format("F%02d.java", i), 1 + i % 5);
        }
        scan(1, ScanTest::reportLost);
        List<Finding> alone = List.copyOf(findings);
        assertThat(alone).hasSize(functions.size()).isSortedAccordingTo(Finding.ORDER);
        for (int threads : new int[] {2, 3, 8}) {
            findings.clear();
            scan(threads, ScanTest::reportLost);
            assertThat(findings).isEqualTo(alone);
        }
    }

    @Test
    void theListenerIsCalledFromOneThreadAtATime() throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            file(String.format("F%02d.java", i), 3);
        }
        AtomicBoolean busy = new AtomicBoolean();
        AtomicReference<String> trouble = new AtomicReference<>();
        Runnable alone = () -> {
            if (!busy.compareAndSet(false, true)) {
                trouble.set("two threads at a time");
            }
            Thread.yield();
            busy.set(false);
        };
        ScanListener strict = new ScanListener() {
            @Override
            public void onFinding(Finding finding) {
                alone.run();
            }

            @Override
            public void onNotification(Notification notification) {
                alone.run();
            }
        };
        Rule noisy = (fates, found) -> {
            reportLost(fates, found);
            throw new IllegalStateException("noise");
        };
        for (int i = 0; i < 20 && trouble.get() == null; i++) {
            new ProgramScan()
                    .run(
                            new Scan.Input(
                                    List.of(new FakeSource("F00.java")),
                                    List.of(),
                                    List.of(new MadeFrontEnd()),
                                    List.of(noisy),
                                    Lab.models(),
                                    4),
                            strict);
        }
        assertThat(trouble.get()).isNull();
    }

    @Test
    void anInterruptEndsTheScanAndTheListenerHearsNothingMore() throws InterruptedException {
        file("A.java", 1);
        file("B.java", 1);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        AtomicReference<Thread> worker = new AtomicReference<>();
        Rule slow = (fates, found) -> {
            worker.set(Thread.currentThread());
            inside.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                // The worker is told to stop; it crashes only when nobody listens any more.
                boolean ended = awaitUninterruptibly(over);
                throw new IllegalStateException("too late " + ended, e);
            }
        };
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread scanner = new Thread(() -> {
            try {
                scan(1, slow);
            } catch (InterruptedException e) {
                thrown.set(e);
            }
        });
        scanner.start();
        inside.await();
        scanner.interrupt();
        scanner.join();
        over.countDown();
        worker.get().join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(notifications).isEmpty();
        assertThat(findings).isEmpty();
    }

    private static boolean awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    @Test
    void aCrashOfTheFrontEndIsNotHidden() {
        FrontEnd broken = new FrontEnd() {
            @Override
            public Language language() {
                return Language.JAVA;
            }

            @Override
            public List<Program> read(List<SourceFile> files, Context context) {
                throw new IllegalStateException("front end");
            }
        };
        Scan.Input input = new Scan.Input(
                List.of(new FakeSource("A.java")), List.of(), List.of(broken), List.of(), Lab.models(), 1);
        assertThatThrownBy(() -> new ProgramScan().run(input, listener)).hasMessage("front end");
    }
}
