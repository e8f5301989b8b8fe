package dev.heed.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileFilterTest {

    @Test
    void aDirectoryBelowAnExcludedOneIsExcluded() {
        FileFilter filter = FileFilter.of(List.of(), List.of("legacy/", "/app/src/test/"));
        assertThat(filter.excludesTree("legacy/src/main/java")).isTrue();
        assertThat(filter.excludesTree("shop/legacy")).isTrue();
        assertThat(filter.excludesTree("app/src/test/java")).isTrue();
        assertThat(filter.excludesTree("app/src/main/java")).isFalse();
        assertThat(filter.excludesTree("web/app/src/test/java")).isFalse();
        assertThat(filter.excludesTree(".")).isFalse();
    }
}
