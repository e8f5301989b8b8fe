package dev.heed.verify.fork;

import dev.heed.verify.Explorer;
import dev.heed.verify.check.Answer;
import dev.heed.verify.check.Obstacle;
import dev.heed.verify.check.Question;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Another JVM that answers questions until the code under it has done something to it. For one thread. */
final class Fork implements AutoCloseable {
    private static final String MARK = "HEED_VERIFY_FORK";
    private static final long POLL_MILLIS = 5;
    private static final long LARGEST_ANSWER = 16 << 20;
    private static final int HEARD = 4_000;
    private static final long LAST_WORDS_MILLIS = 1_000;

    /** What a process may need to start others; the rest of the environment is nobody's business. */
    private static final List<String> KEPT =
            List.of("PATH", "LANG", "LC_ALL", "TZ", "SystemRoot", "SYSTEMROOT", "ComSpec");

    private final Bounds bounds;
    private final Path directory;
    private final Path answers;
    private final String mark = UUID.randomUUID().toString();
    private final Process process;
    private final DataOutputStream questions;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final Thread listener = new Thread(this::listen, "heed-verify-output");
    private int number;
    private boolean isUsable = true;

    /**
     * Starts one.
     *
     * @throws ForkException if it cannot be started
     */
    Fork(List<Path> classes, List<Path> libraries, Bounds bounds) throws ForkException {
        this.bounds = bounds;
        try {
            this.directory = Files.createTempDirectory("heed-verify-");
        } catch (IOException e) {
            throw new ForkException("No directory for temporary files can be made: " + e.getMessage() + ".", e);
        }
        try {
            this.answers = Files.createDirectory(directory.resolve("answers"));
            this.process = start();
            this.questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        } catch (IOException e) {
            Leftovers.delete(directory);
            throw new ForkException("No JVM can be started with " + bounds.java() + ": " + e.getMessage() + ".", e);
        }
        listener.setDaemon(true);
        listener.start();
        try {
            Wire.writePaths(questions, classes);
            Wire.writePaths(questions, libraries);
            questions.flush();
        } catch (IOException e) {
            // It has ended already: the first question will tell.
            isUsable = false;
        }
    }

    private Process start() throws IOException {
        Path home = Files.createDirectory(directory.resolve("home"));
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                bounds.java().toString(),
                "-Xmx" + bounds.heapMegabytes() + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + directory.resolve("crash.log"),
                "-Djava.io.tmpdir=" + temporary,
                "-Duser.home=" + home,
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-cp",
                ownClassPath(),
                ForkMain.class.getName(),
                answers.toString(),
                Integer.toString(bounds.threads())));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(KEPT);
        environment.put(MARK, mark);
        environment.put("HOME", home.toString());
        environment.put("TMPDIR", temporary.toString());
        return builder.start();
    }

    /** The explorer and ASM, and nothing else: one jar or several. */
    private static String ownClassPath() throws IOException {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> type : List.of(Explorer.class, ClassReader.class, ClassNode.class)) {
            try {
                places.add(Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString());
            } catch (URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
                throw new IOException("heed's own classes lie in no file", e);
            }
        }
        return places.stream().collect(Collectors.joining(File.pathSeparator));
    }

    /** Reads what the JVM or the code under it prints past Java's streams, and forgets most of it. */
    private void listen() {
        byte[] some = new byte[8_192];
        try (InputStream in = process.getInputStream()) {
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                synchronized (heard) {
                    heard.write(some, 0, Math.min(count, Math.max(0, HEARD - heard.size())));
                }
            }
        } catch (IOException e) {
            // It was killed while it spoke.
            return;
        }
    }

    /** Whether it may be asked again. */
    boolean isUsable() {
        return isUsable;
    }

    /**
     * Has a question answered. If the code ends or hangs the JVM, that is the answer, and this fork is done.
     *
     * @throws ForkException if the JVM did not even start
     * @throws InterruptedException if the calling thread is interrupted; the fork must be closed then
     */
    Answer ask(Question question) throws ForkException, InterruptedException {
        number++;
        Path file = answers.resolve(ForkMain.ANSWER + number);
        try {
            Wire.write(questions, question);
            questions.flush();
        } catch (IOException e) {
            // It has ended; why is seen below.
            isUsable = false;
        }
        long deadline = System.nanoTime() + question.time().plus(Bounds.GRACE).toNanos();
        while (!Files.exists(file)) {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                isUsable = false;
                return Files.exists(file) ? read(file) : ended();
            }
            if (System.nanoTime() > deadline) {
                isUsable = false;
                return Answer.unknown(
                        Obstacle.TIMED_OUT,
                        "There was no answer within " + question.time().toSeconds() + " s, and the JVM was killed.");
            }
        }
        Answer answer = read(file);
        // What it has started is not the next question's.
        process.descendants().forEach(Leftovers::kill);
        return answer;
    }

    private Answer read(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (Files.size(file) > LARGEST_ANSWER) {
                throw new IOException("it is too long");
            }
            Answer answer = Wire.readAnswer(in);
            isUsable &= in.read() == ForkMain.CLEAN;
            Files.delete(file);
            return answer;
        } catch (IOException e) {
            isUsable = false;
            return Answer.unknown(Obstacle.CRASHED, "The JVM's answer cannot be read: " + e.getMessage() + ".");
        }
    }

    private Answer ended() throws ForkException, InterruptedException {
        // Its last words may still be in the pipe; what it has started may keep that open.
        listener.join(LAST_WORDS_MILLIS);
        String said;
        synchronized (heard) {
            said = heard.toString(Charset.defaultCharset()).strip();
        }
        int status = process.exitValue();
        if (said.contains("java.lang.OutOfMemoryError")) {
            return Answer.unknown(
                    Obstacle.HEAP, "The code needs more than the " + bounds.heapMegabytes() + " MB of --heap.");
        }
        if (Files.exists(directory.resolve("crash.log"))) {
            return Answer.unknown(Obstacle.CRASHED, "The JVM broke down.");
        }
        boolean hasNotStarted = said.contains("initialization of VM")
                || said.contains("Could not create the Java Virtual Machine")
                || said.contains("Could not find or load main class")
                || said.contains("UnsupportedClassVersionError: dev/heed");
        if (hasNotStarted) {
            String first = said.lines().findFirst().orElse("");
            throw new ForkException("No JVM can be started with " + bounds.java() + ": " + first, null);
        }
        return Answer.unknown(Obstacle.EXITED, "The code ended the JVM, with exit status " + status + ".");
    }

    /** Kills it, and all that it has started, and deletes its directory. */
    @Override
    public void close() {
        Leftovers.kill(process.toHandle());
        Leftovers.killMarked(MARK + "=" + mark);
        boolean wasInterrupted = false;
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            wasInterrupted = true;
        }
        Leftovers.delete(directory);
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
