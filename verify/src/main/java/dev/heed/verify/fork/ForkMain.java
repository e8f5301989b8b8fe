package dev.heed.verify.fork;

import dev.heed.verify.check.Answer;
import dev.heed.verify.check.Check;
import dev.heed.verify.check.Obstacle;
import dev.heed.verify.check.Question;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What a forked JVM runs: reads questions from standard input, and writes each answer to a file of its own, which appears when it is
 * complete. Standard output belongs to nobody, so that nothing that the code prints can be taken for an answer.
 *
 * <p>When standard input ends, whoever asked is gone, and this JVM halts.
 */
public final class ForkMain {
    /** The exit status that says that a fork has asked for its end itself. */
    static final int GONE = 86;

    /** Of the answers' files; the number stands behind it. */
    static final String ANSWER = "answer-";

    /** Behind an answer: whether this JVM is as it was before. */
    static final int CLEAN = 1;

    static final int USED = 0;

    private static final String RUN_GROUP = "heed-verify";
    private static final long LOOK_MILLIS = 20;
    private static final double HEAP_SHARE = 0.6;

    private final Path answers;
    private final int mostThreads;
    private final LinkedBlockingQueue<Question> questions = new LinkedBlockingQueue<>(1);
    private int number;

    private ForkMain(Path answers, int mostThreads) {
        this.answers = answers;
        this.mostThreads = mostThreads;
    }

    /**
     * Answers until nobody asks any more.
     *
     * @param arguments the directory of the answers, and how many threads the code may have at once
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        // The code gets streams that lead nowhere.
        System.setIn(InputStream.nullInputStream());
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
        Check check = new Check(Wire.readPaths(in), Wire.readPaths(in));
        ForkMain fork = new ForkMain(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        fork.daemon("heed-questions", () -> fork.read(in));
        fork.daemon("heed-threads", fork::watch);
        fork.answer(check);
    }

    private void daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void read(DataInputStream in) {
        try {
            while (true) {
                questions.put(Wire.readQuestion(in));
            }
        } catch (IOException | InterruptedException e) {
            // Nobody asks any more; halting, because the code may have hooks that never end.
            Runtime.getRuntime().halt(GONE);
        }
    }

    private void answer(Check check) throws IOException, InterruptedException {
        Properties properties = (Properties) System.getProperties().clone();
        while (true) {
            Question question = questions.take();
            write(check.answer(question), isClean());
            System.setProperties((Properties) properties.clone());
        }
    }

    /** The answer, and behind it whether another question may be asked here. */
    private synchronized void write(Answer answer, boolean isClean) throws IOException {
        Path draft = answers.resolve("draft");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)))) {
            Wire.write(out, answer);
            out.write(isClean ? CLEAN : USED);
        }
        number++;
        Files.move(draft, answers.resolve(ANSWER + number), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether no thread of the code is left, and memory. */
    private static boolean isClean() throws InterruptedException {
        Runtime heap = Runtime.getRuntime();
        boolean hasRoom = heap.totalMemory() - heap.freeMemory() < heap.maxMemory() * HEAP_SHARE;
        // Pools made for the code end their threads a moment after they are idle.
        for (int i = 0; i < 5 && hasRoom; i++) {
            if (threadsOfCode() == 0) {
                return true;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return false;
    }

    private static int threadsOfCode() {
        Thread[] threads = new Thread[threads() + 100];
        int count = root().enumerate(threads);
        int ofCode = 0;
        for (int i = 0; i < count; i++) {
            ThreadGroup group = threads[i].getThreadGroup();
            boolean isOfCode = false;
            for (; group != null; group = group.getParent()) {
                isOfCode |= group.getName().equals(RUN_GROUP);
            }
            ofCode += isOfCode ? 1 : 0;
        }
        return ofCode;
    }

    private static ThreadGroup root() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    private static int threads() {
        return root().activeCount();
    }

    /** Ends this JVM when the code has too many threads: what they do to the machine, no bound on time would prevent. */
    private void watch() {
        try {
            while (threads() <= mostThreads) {
                Thread.sleep(LOOK_MILLIS);
            }
            write(
                    Answer.unknown(Obstacle.THREADS, "The code had more than " + mostThreads + " threads at once."),
                    false);
        } catch (InterruptedException | IOException e) {
            // Somebody wants this thread to end; without it there is no bound, so all ends.
            Runtime.getRuntime().halt(GONE);
        }
        Runtime.getRuntime().halt(GONE);
    }
}
