package dev.heed.rules.docs;

import dev.heed.rules.testdata.Testdata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a rule's page tells of the scenario of an example, as the scenarios' test has written it down. */
final class ScenarioStory {
    private ScenarioStory() {}

    /** A paragraph; empty if the example has no scenario. */
    static String of(String rule, String example) {
        Path told = Testdata.root().resolve(rule).resolve("scenarios.txt");
        String name = example.substring(example.lastIndexOf('/') + 1);
        try {
            List<String> lines = Files.exists(told) ? Files.readAllLines(told) : List.of();
            List<String> story = lines.stream()
                    .dropWhile(line -> !line.equals(name))
                    .skip(1)
                    .takeWhile(line -> !line.isBlank())
                    .toList();
            return story.isEmpty() ? "" : paragraph("../../testdata/" + rule, name, story);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String paragraph(String folder, String name, List<String> story) {
        String holding = story.stream()
                .filter(line -> line.startsWith("holds: "))
                .map(line -> line.substring("holds: ".length()))
                .map(file -> "[" + file + "](" + folder + "/java/" + file + ")")
                .collect(Collectors.joining(" and "));
        String text = "A [scenario](" + folder + "/scenarios/" + name
                + ") brings the program above into the circumstances that its bug needs. It claims: *"
                + value(story, "claim: ") + "* What happens: " + value(story, "seen: ")
                + " For " + holding + " the claim holds.";
        return JavadocMarkdown.markdown(new JavadocMarkdown.Block(false, text)) + "\n";
    }

    private static String value(List<String> story, String key) {
        return story.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .findFirst()
                .orElseThrow();
    }
}
