package dev.heed.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whatever bytes are in a model file, it is read, or refused with the documented exception. Runs on its corpus; with
 * {@code JAZZER_FUZZ=1} it goes on looking for more.
 */
class ModelReaderFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void readsOrRefusesAnyBytes(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("heed-model", ".yaml");
        try {
            Files.write(file, bytes);
            ModelFiles.check(List.of(file), new FakeHierarchy());
        } catch (ModelException e) {
            assertThat(e.problems()).isNotEmpty();
        } finally {
            Files.delete(file);
        }
    }
}
