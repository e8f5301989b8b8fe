package dev.heed.verify.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.verify.check.Answer;
import dev.heed.verify.check.Compiled;
import dev.heed.verify.check.Obstacle;
import dev.heed.verify.check.Question;
import dev.heed.verify.check.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Code that does its worst to the JVM costs the finding at hand, and nothing else. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ForksTest {
    private static final String HOSTILE = """
            public class Hostile {
                public void %s() throws Exception {
                    %s
                    try {
                        Thread.sleep(1); // wait
                    } catch (InterruptedException e) { // caught
                        System.out.println();
                    }
                }
            }
            """;

    /** Without an end, and without a probe: it loops inside the JDK. */
    private static final String ENDLESS =
            "java.util.stream.LongStream.iterate(0, i -> i).filter(i -> i > 0).findFirst();";

    @TempDir
    private Path directory;

    private static Bounds bounds(int seconds) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new Bounds(java, Duration.ofSeconds(seconds), 64, 200);
    }

    private static Question within(Question question, int seconds) {
        return new Question(
                question.classNames(),
                question.members(),
                question.deliveries(),
                question.handlers(),
                question.properties(),
                Duration.ofSeconds(seconds));
    }

    /** The answer about code that does this first; then a harmless question, which must be answered as ever. */
    private Answer ask(String code, int seconds) throws Exception {
        Compiled hostile = Compiled.of(directory, "Hostile.java", HOSTILE.formatted("f", code));
        Compiled harmless = Compiled.of(
                directory, "Harmless.java", HOSTILE.formatted("g", "").replace("Hostile", "Harmless"));
        List<Question> questions =
                List.of(within(hostile.swallowed("f"), seconds), within(harmless.swallowed("g"), 30));
        List<Answer> answers = new ArrayList<>();
        new Forks(List.of(hostile.classes()), List.of(), bounds(seconds))
                .ask(questions, 1, (answer, millis) -> answers.add(answer));
        assertThat(answers).hasSize(2);
        assertThat(answers.get(1).verdict()).as(answers.get(1).reason()).isEqualTo(Verdict.CONFIRMED);
        return answers.get(0);
    }

    @Test
    void exitThatNoProbeSees() throws Exception {
        Answer answer = ask("System.class.getMethod(\"exit\", int.class).invoke(null, 7);", 30);
        assertThat(answer.obstacle()).isEqualTo(Obstacle.EXITED);
        assertThat(answer.reason()).contains("exit status 7");
    }

    @Test
    void haltThatNoProbeSees() throws Exception {
        Answer answer = ask("Runtime.class.getMethod(\"halt\", int.class).invoke(Runtime.getRuntime(), 9);", 30);
        assertThat(answer.obstacle()).isEqualTo(Obstacle.EXITED);
    }

    @Test
    void hooksThatNeverEndDoNotKeepIt() throws Exception {
        Answer answer = ask(
                "Runtime.getRuntime().addShutdownHook(new Thread(() -> { " + ENDLESS + " }));"
                        + "System.class.getMethod(\"exit\", int.class).invoke(null, 7);",
                1);
        assertThat(answer.obstacle()).isEqualTo(Obstacle.TIMED_OUT);
    }

    @Test
    void outputWithoutEnd() throws Exception {
        Answer answer = ask(
                "byte[] much = new byte[1 << 20]; for (int i = 0; i < 100; i++) { System.out.write(much, 0, much.length);"
                        + " new java.io.FileOutputStream(java.io.FileDescriptor.out).write(much); }",
                30);
        assertThat(answer.verdict()).as(answer.reason()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void fullHeap() throws Exception {
        Answer answer = ask(
                "java.util.List<byte[]> all = new java.util.ArrayList<>(); while (true) {"
                        + " all.add(new byte[1 << 20]); if (all.isEmpty()) break; }",
                30);
        assertThat(answer.obstacle()).isEqualTo(Obstacle.HEAP);
    }

    @Test
    void threadsWithoutEnd() throws Exception {
        Answer answer = ask(
                "while (true) { Thread t = new Thread(() -> { synchronized (Object.class) { while (true)"
                        + " Thread.onSpinWait(); } }); t.setDaemon(false); t.start(); if (t.isInterrupted()) break; }",
                30);
        assertThat(answer.obstacle()).isIn(Obstacle.THREADS, Obstacle.HEAP);
    }

    @Test
    void aThreadThatCannotBeStoppedIsNotThereForTheNextQuestion() throws Exception {
        Answer answer = ask(ENDLESS, 2);
        assertThat(answer.verdict()).isEqualTo(Verdict.UNCONFIRMED);
    }

    @Test
    void deletedDirectories() throws Exception {
        Answer answer = ask(
                "for (String p : new String[] {System.getProperty(\"user.dir\"), System.getProperty(\"java.io.tmpdir\")}) {"
                        + " java.io.File[] fs = new java.io.File(p).listFiles();"
                        + " for (int i = 0; fs != null && i < fs.length; i++) fs[i].delete();"
                        + " new java.io.File(p).delete(); }",
                30);
        assertThat(answer.verdict()).as(answer.reason()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void processesThatItStartedAreGone() throws Exception {
        Path pids = directory.resolve("pids");
        Answer answer = ask(
                "new ProcessBuilder(\"sh\", \"-c\", \"sleep 300 & echo $! >> " + pids
                        + "; echo; exec sleep 300\").start().getInputStream().read();",
                30);
        assertThat(answer.verdict()).as(answer.reason()).isEqualTo(Verdict.CONFIRMED);
        List<String> started = Files.readAllLines(pids);
        assertThat(started).isNotEmpty();
        for (String pid : started) {
            ProcessHandle.of(Long.parseLong(pid))
                    .ifPresent(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(20)));
        }
    }

    @Test
    void anInterruptEndsAllJvms() throws Exception {
        Compiled hostile = Compiled.of(directory, "Hostile.java", HOSTILE.formatted("f", ENDLESS));
        Forks forks = new Forks(List.of(hostile.classes()), List.of(), bounds(100));
        Question question = within(hostile.swallowed("f"), 100);
        CountDownLatch ended = new CountDownLatch(1);
        Thread asking = new Thread(() -> {
            try {
                forks.ask(List.of(question), 1, (answer, millis) -> {});
            } catch (InterruptedException | ForkException e) {
                ended.countDown();
            }
        });
        asking.start();
        ProcessHandle fork = awaitChild();
        asking.interrupt();
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(fork.onExit()).succeedsWithin(Duration.ofSeconds(20));
    }

    private static ProcessHandle awaitChild() throws InterruptedException {
        while (true) {
            try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
                var fork = children.filter(child -> child.info()
                                .arguments()
                                .map(arguments -> List.of(arguments).contains(ForkMain.class.getName()))
                                .orElse(false))
                        .findFirst();
                if (fork.isPresent()) {
                    return fork.get();
                }
            }
            Thread.sleep(5);
        }
    }

    @Test
    void answersComeInTheOrderOfTheQuestions() throws Exception {
        Compiled bad = Compiled.of(directory, "Hostile.java", HOSTILE.formatted("f", ""));
        Compiled good = Compiled.of(
                directory,
                "Good.java",
                HOSTILE.formatted("g", "")
                        .replace("Hostile", "Good")
                        .replace("System.out.println();", "Thread.currentThread().interrupt();"));
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            questions.add(within(bad.swallowed("f"), 30));
            questions.add(within(good.swallowed("g"), 30));
        }
        List<Verdict> verdicts = new ArrayList<>();
        new Forks(List.of(bad.classes()), List.of(), bounds(30))
                .ask(questions, 2, (answer, millis) -> verdicts.add(answer.verdict()));
        Verdict yes = Verdict.CONFIRMED;
        Verdict no = Verdict.NOT_REPRODUCED;
        assertThat(verdicts).containsExactly(yes, no, yes, no, yes, no, yes, no);
    }

    @Test
    void aJavaThatIsNoneIsTold() throws Exception {
        Compiled bad = Compiled.of(directory, "Hostile.java", HOSTILE.formatted("f", ""));
        Bounds bounds = new Bounds(directory.resolve("no-java"), Duration.ofSeconds(1), 64, 100);
        List<Question> questions = List.of(bad.swallowed("f"));
        assertThatThrownBy(() ->
                        new Forks(List.of(bad.classes()), List.of(), bounds).ask(questions, 1, (answer, millis) -> {}))
                .isInstanceOf(ForkException.class)
                .hasMessageContaining("no-java");
    }

    @Test
    void aHeapThatNoJvmCanHaveIsTold() throws Exception {
        Compiled bad = Compiled.of(directory, "Hostile.java", HOSTILE.formatted("f", ""));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Bounds bounds = new Bounds(java, Duration.ofSeconds(1), 1 << 30, 100);
        List<Question> questions = List.of(bad.swallowed("f"));
        assertThatThrownBy(() ->
                        new Forks(List.of(bad.classes()), List.of(), bounds).ask(questions, 1, (answer, millis) -> {}))
                .isInstanceOf(ForkException.class);
    }

    @Test
    void noDirectoryIsLeft() throws Exception {
        Path told = directory.resolve("told");
        ask(
                "java.nio.file.Files.writeString(java.nio.file.Path.of(\"" + told
                        + "\"), System.getProperty(\"user.dir\")); new java.io.File(\"left\").createNewFile();",
                30);
        Path home = Path.of(Files.readString(told));
        assertThat(home.getFileName()).hasToString("home");
        assertThat(home.getParent()).doesNotExist();
    }
}
