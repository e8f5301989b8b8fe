package dev.heed.cli;

import dev.heed.ExitCode;
import dev.heed.FailOn;
import dev.heed.UserException;
import dev.heed.verify.check.Answer;
import dev.heed.verify.check.Evidence;
import dev.heed.verify.check.Obstacle;
import dev.heed.verify.check.Question;
import dev.heed.verify.fork.Bounds;
import dev.heed.verify.fork.ForkException;
import dev.heed.verify.fork.Forks;
import dev.heed.verify.testdata.Deviations;
import dev.heed.verify.testdata.Example;
import dev.heed.verify.testdata.Examples;
import dev.heed.verify.witness.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code heed verify --testdata}: runs the examples of the rules. A bad one must violate a property that its rule is about, a good or
 * fixed one must violate none.
 */
final class VerifyTestdata {
    private static final String LINE = "%-32s %9s %9s %9s  %7s  %s%n";

    private final Console console;
    private final VerifyCommand command;
    private final Messages messages;
    private final Evidence evidence = Evidence.load();
    private boolean deviates;

    VerifyTestdata(Console console, VerifyCommand command) {
        this.console = console;
        this.command = command;
        this.messages = new Messages(console, command.common(), command.report().isQuiet());
    }

    int run() throws UserException, IOException, InterruptedException {
        Bounds bounds = VerifyBounds.of(command.verify(), console);
        Path root = console.resolve(String.valueOf(command.verify().testdata()));
        if (!Files.isDirectory(root.resolve("stubs"))) {
            throw new UserException("The directory " + root + " has no examples of rules in it.");
        }
        if (!new Consent(console, command.verify().isYes())
                .isGiven(evidence.rules().size(), List.of(root))) {
            messages.error("Nothing was run.", null);
            return ExitCode.ERROR;
        }
        Path target = Files.createTempDirectory("heed-testdata-");
        try {
            ScanSetup setup = new ScanSetup(console, command);
            Examples examples = new Examples(root, target, setup.classPath().entries());
            Deviations deviations = new Deviations(root);
            Output.print(
                    console, String.format(Locale.ROOT, LINE, "rule", "bad", "good", "fixed", "seconds", "shown by"));
            List<String> notShown = new ArrayList<>();
            for (String rule : examples.rules()) {
                if (evidence.of(rule).isPresent()) {
                    run(rule, examples.of(rule), deviations, bounds);
                } else {
                    notShown.add(rule);
                }
            }
            Output.print(console, "not shown by a cancellation alone: " + String.join(", ", notShown) + "\n");
            return deviates && setup.failOn() != FailOn.NEVER ? ExitCode.FINDINGS : ExitCode.CLEAN;
        } catch (ForkException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        } finally {
            delete(target);
        }
    }

    private void run(String rule, List<Example> examples, Deviations deviations, Bounds bounds)
            throws ForkException, InterruptedException, IOException {
        Set<Property> shownBy = evidence.of(rule).orElseThrow().properties();
        Set<Property> seen = EnumSet.noneOf(Property.class);
        Map<String, int[]> counts = new TreeMap<>();
        long start = System.nanoTime();
        // Fixed ones have the class names of their bad twins, and lie apart.
        for (Map.Entry<Path, List<Example>> folder : byClasses(examples).entrySet()) {
            List<Question> questions = folder.getValue().stream()
                    .map(one -> new Question(one.classNames(), List.of(), List.of(), List.of(), shownBy, bounds.time()))
                    .toList();
            List<Example> asked = new ArrayList<>(folder.getValue());
            Forks forks = new Forks(List.of(folder.getKey()), asked.get(0).libraries(), bounds);
            forks.ask(questions, command.verify().forks(), (answer, millis) -> {
                Example example = asked.remove(0);
                Set<Property> found = answer.witnesses().stream()
                        .map(witness -> witness.property())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Property.class)));
                boolean isAsNamed = isAsNamed(example, answer, found, shownBy);
                if (example.isBad()) {
                    found.stream().filter(shownBy::contains).forEach(seen::add);
                }
                int[] count = counts.computeIfAbsent(kind(example), kind -> new int[2]);
                count[0] += isAsNamed ? 1 : 0;
                count[1]++;
                if (!isAsNamed && !deviations.excuse(example)) {
                    deviates = true;
                    messages.warning(
                            example.name() + " does not behave as its name says: " + found + " " + answer.reason());
                }
            });
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String names = seen.stream().map(Property::name).collect(Collectors.joining(", "));
        Output.print(
                console,
                String.format(
                        Locale.ROOT,
                        LINE,
                        rule,
                        shown(counts.get("bad")),
                        shown(counts.get("good")),
                        shown(counts.get("fixed")),
                        String.format(Locale.ROOT, "%.1f", seconds),
                        names));
    }

    private static Map<Path, List<Example>> byClasses(List<Example> examples) {
        return examples.stream().collect(Collectors.groupingBy(Example::classes, TreeMap::new, Collectors.toList()));
    }

    private static boolean isAsNamed(Example example, Answer answer, Set<Property> found, Set<Property> shownBy) {
        if (example.isBad()) {
            return found.stream().anyMatch(shownBy::contains);
        }
        Obstacle obstacle = answer.obstacle();
        boolean wasRun = obstacle == null || obstacle == Obstacle.NOT_REACHED || obstacle == Obstacle.NOT_DRIVEN;
        return found.isEmpty() && wasRun;
    }

    private static String kind(Example example) {
        return example.isFixed() ? "fixed" : example.isBad() ? "bad" : "good";
    }

    private static String shown(int @org.jspecify.annotations.Nullable [] count) {
        return count == null ? "-" : count[0] + "/" + count[1];
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
