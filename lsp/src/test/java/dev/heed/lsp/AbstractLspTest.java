package dev.heed.lsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server, spoken with as an editor does: it is open for a folder with one file, in which one interrupt is lost. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
abstract class AbstractLspTest {
    static final String SLEEPER = """
            class Sleeper {
                void pause() {
                    try {
                        Thread.sleep(100);
                    } catch (InterruptedException e) {
                        System.out.println("woken");
                    }
                }
            }
            """;

    static final String RESTORED = SLEEPER.replace(
            "println(\"woken\");", "println(\"woken\");\n            Thread.currentThread().interrupt();");

    @TempDir
    Path root;

    Path file;
    TestEditor editor;

    @BeforeEach
    void prepare() throws IOException {
        editor = new TestEditor();
        file = root.resolve("Sleeper.java");
        Files.writeString(file, SLEEPER);
    }

    @AfterEach
    void end() throws Exception {
        editor.close();
    }
}
