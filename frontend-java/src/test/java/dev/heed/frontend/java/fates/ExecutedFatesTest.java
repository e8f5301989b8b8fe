package dev.heed.frontend.java.fates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Program;
import dev.heed.engine.model.ModelFiles;
import dev.heed.engine.scan.Analysis;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.scan.Notification;
import dev.heed.frontend.java.JavaFrontEnd;
import dev.heed.frontend.java.MemorySource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fates that Heed computes against those that are seen when the code runs: functions made by chance are compiled, and
 * executed with an interrupt at each of their points and with all answers to their questions.
 */
class ExecutedFatesTest {
    private static final int FUNCTIONS = Integer.getInteger("heed.random.functions", 300);
    private static final long FIRST_SEED = Long.getLong("heed.random.seed", 0);
    private static final int MAX_RUNS = 256;
    private static final Set<Fate> BAD = EnumSet.of(Fate.LOST, Fate.CONVERTED, Fate.STALLED);

    @TempDir
    Path directory;

    /** A function in the text. */
    private record Written(long seed, boolean hasFlags, int firstLine, int lastLine) {}

    /** What was seen of the signals of one function, by the line of the handler or poll. */
    private static final class Seen {
        final Map<Integer, Set<Fate>> fates = new TreeMap<>();
        /** Whether all answers to all questions were tried. */
        boolean isComplete = true;
    }

    @Test
    void whatHeedComputesIsWhatHappens() throws Exception {
        FunctionWriter writer = new FunctionWriter();
        List<Written> written = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + FUNCTIONS; seed++) {
            boolean hasFlags = seed % 3 == 0;
            int[] lines = writer.function(seed, hasFlags);
            written.add(new Written(seed, hasFlags, lines[0], lines[1]));
        }
        String text = writer.finish();
        Path classes = compile(text);
        Map<String, FunctionFates> fates = analyze(text, classes);
        List<String> differences = new ArrayList<>();
        int compared = 0;
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Method run = loader.loadClass("Points").getMethod("run", Method.class, int.class, long.class);
            for (Written function : written) {
                Method method = loader.loadClass("Generated").getDeclaredMethod("f" + function.seed());
                method.setAccessible(true);
                Seen seen = execute(run, method);
                compared += seen.fates.size();
                List<String> found = compare(
                        function,
                        seen,
                        Objects.requireNonNull(fates.get("f" + function.seed())),
                        writer.linesInFinally());
                if (!found.isEmpty()) {
                    differences.add(String.join("\n", found) + "\n" + excerpt(text, function));
                }
            }
        }
        differences.sort(java.util.Comparator.comparingInt(String::length));
        assertThat(differences.size() + " differ\n"
                        + String.join("\n", differences.subList(0, Math.min(4, differences.size()))))
                .isEqualTo("0 differ\n");
        assertThat(compared).as("handlers and polls that were reached").isGreaterThan(FUNCTIONS);
    }

    private Path compile(String text) throws IOException {
        Path points = directory.resolve("Points.java");
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/fates/Points.java"))) {
            Files.write(points, in.readAllBytes());
        }
        Path generated = directory.resolve("Generated.java");
        Files.writeString(generated, text, StandardCharsets.UTF_8);
        Path classes = Files.createDirectory(directory.resolve("classes"));
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-nowarn",
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        points.toString(),
                        generated.toString());
        assertThat(code).as("the compiler accepts what was generated").isZero();
        return classes;
    }

    private static Map<String, FunctionFates> analyze(String text, Path classes) throws InterruptedException {
        List<Notification> notifications = new ArrayList<>();
        FrontEnd.Context context = new FrontEnd.Context(List.of(classes), 1, notifications::add, () -> {});
        Program program = new JavaFrontEnd()
                .read(List.of(new MemorySource("Generated.java", text)), context)
                .get(0);
        assertThat(notifications).allSatisfy(n -> assertThat(n.kind()).isEqualTo(Notification.Kind.INFO));
        Analysis analysis = new Analysis(program, ModelFiles.shipped());
        Map<String, FunctionFates> fates = new HashMap<>();
        for (Function function : program.functions()) {
            if (function.hasBody()) {
                fates.put(function.ref().name(), analysis.fates(function));
            }
        }
        return fates;
    }

    private static Seen execute(Method run, Method function) throws ReflectiveOperationException {
        Seen seen = new Seen();
        int runs = 0;
        for (int point = 0, points = 1; point < points; point++) {
            long plan = 0;
            boolean more = true;
            while (more) {
                Object[] result = (Object[]) run.invoke(null, function, point, plan);
                int line = (Integer) result[0];
                String fate = (String) result[1];
                if (line >= 0 && !fate.equals("ENDLESS")) {
                    seen.fates
                            .computeIfAbsent(line, k -> EnumSet.noneOf(Fate.class))
                            .add(Fate.valueOf(fate));
                }
                points = Math.max(points, (Integer) result[2]);
                // The next plan: the last question asked that was answered with no is answered with yes.
                int asked = Math.min((Integer) result[3], 10);
                seen.isComplete &= asked == (Integer) result[3];
                long next = next(plan, asked);
                more = next >= 0;
                plan = next;
                if (++runs >= MAX_RUNS * 8) {
                    seen.isComplete = false;
                    return seen;
                }
            }
        }
        return seen;
    }

    /** Counts up in the bits of the questions asked, the last one the lowest; -1 behind the last plan. */
    private static long next(long plan, int asked) {
        long bits = plan & ((1L << asked) - 1);
        for (int bit = asked - 1; bit >= 0; bit--) {
            if ((bits >> bit & 1) == 0) {
                return bits & ((1L << bit) - 1) | 1L << bit;
            }
        }
        return -1;
    }

    private static List<String> compare(Written function, Seen seen, FunctionFates fates, Set<Integer> inFinally) {
        Map<Integer, Set<Fate>> computed = new TreeMap<>();
        for (SignalFates signal : fates.signals()) {
            if (signal.start() != SignalFates.Start.CALLEE) {
                computed.computeIfAbsent(signal.place().startLine(), k -> EnumSet.noneOf(Fate.class))
                        .addAll(fates(List.of(signal)));
            }
        }
        List<String> differences = new ArrayList<>();
        seen.fates.forEach((line, observed) -> {
            Set<Fate> known = computed.getOrDefault(line, Set.of());
            if (inFinally.contains(line)) {
                // While another exception passes through a finally, what it does is not followed.
                observed.removeAll(EnumSet.of(Fate.CONVERTED, Fate.PROPAGATED));
                observed.removeIf(fate -> known.isEmpty());
            }
            Set<Fate> possible = EnumSet.noneOf(Fate.class);
            possible.addAll(known);
            if (known.contains(Fate.HANDLED_ELSEWHERE)) {
                computed.values().forEach(possible::addAll);
            }
            if (!possible.contains(Fate.UNKNOWN) && !possible.containsAll(observed)) {
                differences.add(
                        "line " + (line - function.firstLine() + 1) + ": computed " + known + ", seen " + observed);
            }
            Set<Fate> neverSeen = EnumSet.noneOf(Fate.class);
            neverSeen.addAll(known);
            neverSeen.retainAll(BAD);
            neverSeen.removeAll(observed);
            if (!neverSeen.isEmpty() && seen.isComplete && !function.hasFlags()) {
                differences.add("line " + (line - function.firstLine() + 1) + ": computed " + known + ", but only "
                        + observed + " is ever seen");
            }
        });
        return differences;
    }

    /** The fates, a spin as what it is at the wait that gives up: a stall. */
    private static Set<Fate> fates(Collection<SignalFates> signals) {
        Set<Fate> found = EnumSet.noneOf(Fate.class);
        signals.forEach(signal -> signal.outcomes()
                .forEach(outcome -> found.add(outcome.fate() == Fate.SPIN ? Fate.STALLED : outcome.fate())));
        return found;
    }

    private static String excerpt(String text, Written function) {
        List<String> lines = Arrays.asList(text.split("\n"));
        StringBuilder out = new StringBuilder();
        for (int i = function.firstLine(); i <= function.lastLine(); i++) {
            out.append(String.format("%4d  %s%n", i - function.firstLine() + 1, lines.get(i - 1)));
        }
        return out.toString();
    }
}
