package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.source.Span;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceLinksTest {
    private static final Path ROOT = Path.of("/ci/project");
    private static final Span LINE = new Span(7, 1, 7, 9);
    private static final Span LINES = new Span(7, 1, 9, 2);

    static final Map<String, String> GITHUB = Map.of(
            "GITHUB_SERVER_URL", "https://github.com",
            "GITHUB_REPOSITORY", "acme/app",
            "GITHUB_SHA", "0123456789abcdef0123456789abcdef01234567",
            "GITHUB_WORKSPACE", ROOT.toString());

    private static final Map<String, String> GITLAB = Map.of(
            "CI_PROJECT_URL", "https://gitlab.com/acme/app",
            "CI_COMMIT_SHA", "0123456789abcdef",
            "CI_PROJECT_DIR", ROOT.toString());

    @Test
    void leadToTheCommitThatIsScanned() {
        assertThat(SourceLinks.of(GITHUB).to(ROOT, "src/A b#.java", LINES))
                .hasValue("https://github.com/acme/app/blob/0123456789abcdef0123456789abcdef01234567/src/A%20b%23.java"
                        + "#L7-L9");
        assertThat(SourceLinks.of(GITLAB).to(ROOT.resolve("module"), "src/A.java", LINE))
                .hasValue("https://gitlab.com/acme/app/-/blob/0123456789abcdef/module/src/A.java#L7");
    }

    @Test
    void thereAreNoneToWhatIsNotInTheRepository() {
        SourceLinks links = SourceLinks.of(GITHUB);

        assertThat(links.to(ROOT, "../other/A.java", LINE)).isEmpty();
        assertThat(links.to(ROOT, "/tmp/A.java", LINE)).isEmpty();
        assertThat(links.to(ROOT, "lib/a.jar!/A.java", LINE)).isEmpty();
        assertThat(links.to(ROOT, "a\u0000b", LINE)).isEmpty();
    }

    @Test
    void thereAreNoneOutsideOfCi() {
        Map<String, String> odd = new HashMap<>(GITHUB);
        odd.put("GITHUB_SERVER_URL", "javascript:alert(1)//");
        Map<String, String> branch = new HashMap<>(GITHUB);
        branch.put("GITHUB_SHA", "main");

        assertThat(SourceLinks.of(Map.of()).to(ROOT, "A.java", LINE)).isEmpty();
        assertThat(SourceLinks.of(odd).to(ROOT, "A.java", LINE)).isEmpty();
        assertThat(SourceLinks.of(branch).to(ROOT, "A.java", LINE)).isEmpty();
    }
}
