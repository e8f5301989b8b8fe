package dev.heed.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What Heed gives to CI services, as they read it. */
final class CiFiles {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    static final Path PAGE = ROOT.resolve("docs/ci.md");

    private CiFiles() {}

    static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    static Map<String, Object> action() throws IOException {
        return map(yaml(Files.readString(ROOT.resolve("action.yml"))));
    }

    static Map<String, Object> inputs() throws IOException {
        return map(action().get("inputs"));
    }

    static List<Map<String, Object>> steps() throws IOException {
        return list(map(action().get("runs")).get("steps"));
    }

    static List<Map<String, Object>> hooks() throws IOException {
        return list(yaml(Files.readString(ROOT.resolve(".pre-commit-hooks.yaml"))));
    }

    static Map<String, Object> gitlab() throws IOException {
        return map(yaml(Files.readString(ROOT.resolve("ci/gitlab/heed.gitlab-ci.yml"))));
    }

    /** The instructions, each in one line. */
    static List<String> containerfile() throws IOException {
        return Files.readString(ROOT.resolve("Containerfile"))
                .replaceAll("(?m)^#.*\n", "")
                .replaceAll("\\\\\n\\s*", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Blocks of a kind in the page. */
    static List<String> blocks(String kind) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = Pattern.compile("(?ms)^```" + kind + "\\n(.*?)^```$").matcher(Files.readString(PAGE));
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }
}
