package dev.heed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CacheLocationTest {
    @DisabledOnOs(OS.WINDOWS)
    void liesWhereCachesLie() {
        Path home = Path.of("/home/u");
        assertThat(CacheLocation.base(Map.of(), "Linux", "/home/u")).isEqualTo(home.resolve(".cache"));
        assertThat(CacheLocation.base(Map.of("HOME", "/h"), "Linux", "/home/u")).isEqualTo(Path.of("/h/.cache"));
        assertThat(CacheLocation.base(Map.of("XDG_CACHE_HOME", "/x"), "Linux", "/home/u"))
                .isEqualTo(Path.of("/x"));
        assertThat(CacheLocation.base(Map.of("XDG_CACHE_HOME", "x"), "Linux", "/home/u"))
                .isEqualTo(home.resolve(".cache"));
        assertThat(CacheLocation.base(Map.of("LOCALAPPDATA", "/local"), "Windows 11", "/home/u"))
                .isEqualTo(Path.of("/local"));
        assertThat(CacheLocation.base(Map.of("LOCALAPPDATA", "/local"), "Linux", "/home/u"))
                .isEqualTo(home.resolve(".cache"));
        for (String nowhere : new String[] {"/", "?", ""}) {
            assertThat(CacheLocation.base(Map.of(), "Linux", nowhere)).isNull();
        }
    }
}
