package dev.heed.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.UserException;
import dev.heed.engine.rule.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
    private static final Path PAGE =
            Path.of("").toAbsolutePath().resolveSibling("docs").resolve("configuration.md");

    @TempDir
    private Path root;

    private Config read(String text) throws IOException, UserException {
        return Config.read(Files.writeString(root.resolve(Config.FILE_NAME), text));
    }

    @Test
    void valuesHaveTheirLines() throws Exception {
        Config config = read("# hello\nselect = [\n  'swallowed',\n]\n\nthreads = 3\ngitignore = false\n");

        assertThat(config.strings(ConfigKey.SELECT)).containsExactly("swallowed");
        assertThat(config.setting(ConfigKey.THREADS)).contains(new Config.Setting(3L, 6));
        assertThat(config.bool(ConfigKey.GITIGNORE)).contains(false);
        assertThat(config.string(ConfigKey.BASELINE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\nselct = []`                        | `:2:1: unknown key \"selct\"; did you mean select?`",
                "select = \"swallowed\"                | `:1:1: \"select\" must be a list of strings.`",
                "`select = [\n 1]`                     | `:1:11: \"select\" must be a list of strings.`",
                "threads = \"2\"                       | `:1:1: \"threads\" must be a whole number.`",
                "threads = 0                           | `must be from 1 to 1024`",
                "file-timeout = -1                     | `0 or more seconds`",
                "fail-on = \"worst\"                   | `one of note, warning, error, never, not \"worst\"`",
                "confidence = \"high\"                 | `one of proved, likely`",
                "encoding = \"utf-9\"                  | `no charset`",
                "max-file-size = \"a lot\"             | `is no size`",
                "rules = 1                             | `must be a table: [rules]`",
                "`[rules.a]\n`                         | `must have a \"level\"`",
                "`[rules.a]\nlevel = \"loud\"`         | `:2:1: there is no level \"loud\"`",
                "`[rules.a]\nlvel = \"off\"`           | `:2:1: unknown key \"lvel\"; did you mean level?`",
                "`[paths]\nfiles = []`                 | `must be written as [[paths]]`",
                "`[[paths]]\nignore = [\"a\"]`         | `:1:1: [[paths]] must name its \"files\".`",
                "`[tests]\nignore = 1`                 | `must be a list of strings`",
                "`a = \n`                              | `:1:5: `",
                "`select = ['a']\nselect = ['b']`      | `:2:`",
            })
    void whatIsWrongIsToldWithItsLine(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(Config.FILE_NAME + (message.startsWith(":") ? message : ""))
                .hasMessageContaining(message);
    }

    @Test
    void hostileFilesAreRefused() throws IOException {
        assertThatThrownBy(() -> read("a = " + "[".repeat(200_000))).isInstanceOf(UserException.class);
        assertThatThrownBy(() -> read("#".repeat(2 << 20))).hasMessageContaining("too large");
        Path binary = Files.write(root.resolve("b.toml"), new byte[] {(byte) 0xff, 0, 1});
        assertThatThrownBy(() -> Config.read(binary)).hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> Config.read(root.resolve("none.toml"))).hasMessageContaining("Check its spelling");
    }

    @Test
    void namesOfRulesAreHeldAgainstThoseThatThereAre() throws Exception {
        Config config = read("[rules.lost]\nlevel = 'off'\n\n[[paths]]\nfiles = ['a']\nignore = ['lsot']\n");

        assertThatThrownBy(() -> config.check(Set.of("lost", "late")))
                .hasMessageContaining(":4: there is no rule or family \"lsot\"; did you mean lost?");
        config.check(Set.of("lost", "lsot"));
    }

    @Test
    void theNearestCounts() throws Exception {
        Path inner = Files.createDirectories(root.resolve("a/b/c"));
        Files.writeString(root.resolve(Config.FILE_NAME), "threads = 1");
        assertThat(Config.nearest(inner).integer(ConfigKey.THREADS)).contains(1);
        Files.writeString(root.resolve("a").resolve(Config.FILE_NAME), "threads = 2");
        assertThat(Config.nearest(inner).integer(ConfigKey.THREADS)).contains(2);
        Files.createDirectory(root.resolve("a/b/.git"));
        assertThat(Config.nearest(inner).file())
                .as("what is above a repository is not the project's")
                .isNull();
    }

    @Test
    void patternsAreRelativeToTheFile() throws Exception {
        Config config = read("exclude = ['/a/gen/', '*Demo.java']");

        assertThat(config.files(root).accepts("a/B.java")).isTrue();
        assertThat(config.files(root.resolve("a")).accepts("SomeDemo.java")).isFalse();
        assertThat(config.place(root.resolve("a/b"))).isEqualTo("a/b/");
        assertThat(config.place(root)).isEmpty();
    }

    @Test
    void thePageHasAllKeysAndAnExampleThatIsRight() throws Exception {
        String page = Files.readString(PAGE);
        StringBuilder table = new StringBuilder("|---|---|---|---|\n");
        for (ConfigKey key : ConfigKey.values()) {
            table.append(String.join(
                    " | ", "| `" + key.id() + "`", key.type().toString(), key.defaultText(), key.summary() + " |\n"));
        }
        assertThat(page).contains(table);
        Matcher example = Pattern.compile("(?ms)^```toml\\n(.*?)^```$").matcher(page);
        assertThat(example.find()).isTrue();
        Config config = read(example.group(1));
        assertThat(config.levels().get("swallowed-by-broad-catch").level()).isNull();
        assertThat(config.sections()).extracting(Config.PathSection::level).containsExactly(Level.NOTE, null);
    }
}
