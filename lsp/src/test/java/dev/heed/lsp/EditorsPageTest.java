package dev.heed.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.junit.jupiter.api.Test;

/** What docs/editors.md promises. */
class EditorsPageTest {

    private static String page() throws IOException {
        return Files.readString(
                Path.of("").toAbsolutePath().resolveSibling("docs").resolve("editors.md"));
    }

    private static Options options(JsonObject given) {
        InitializeParams params = new InitializeParams();
        params.setCapabilities(new ClientCapabilities());
        params.setInitializationOptions(given);
        return Options.of(params);
    }

    @Test
    void theSettingsOfVisualStudioCodeAreUnderstood() throws IOException {
        Matcher json = Pattern.compile("(?ms)^```json\\n(.*?)^```$").matcher(page());
        assertThat(json.find()).isTrue();
        JsonObject settings = JsonParser.parseString(json.group(1)).getAsJsonObject();

        assertThat(options(settings.getAsJsonObject("glspc.server.initializationOptions"))
                        .classPath())
                .containsExactly("lib/*");
        assertThat(settings.getAsJsonObject("editor.codeActionsOnSave").keySet())
                .containsExactly(Actions.FIX_ALL);
    }

    @Test
    void theDefaultsAreThoseOfTheTable() throws IOException {
        Options defaults = options(new JsonObject());

        assertThat(page())
                .contains("| `delay` | " + defaults.delay() + " |")
                .contains("| `wholeMillis` | " + defaults.wholeMillis() + " |");
        JsonObject given = new JsonObject();
        given.addProperty("delay", 1);
        given.addProperty("wholeMillis", 2);
        given.addProperty("classpath", "not a list");
        assertThat(List.of(options(given).delay(), options(given).wholeMillis()))
                .containsExactly(1L, 2L);
        assertThat(options(given).classPath()).isEmpty();
    }
}
