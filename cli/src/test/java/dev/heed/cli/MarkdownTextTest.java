package dev.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {

    @Test
    void wrapsParagraphsAndLists() {
        String page = """
                # Title of `it`

                One two three
                four five.

                - a list item that is long
                - another [link](https://a.b/c) and [local](x.md)
                """;
        assertThat(MarkdownText.render(page, 20, false)).isEqualTo("""
                        Title of it

                        One two three four
                        five.

                        - a list item that
                          is long
                        - another link
                          <https://a.b/c>
                          and local
                        """);
    }

    @Test
    void keepsCodeAsItIs() {
        String page = "```java\n  a * b * c;\n# no heading\n```\n`a_b_c` is *not* **so** a_b_c `x*y*z`\n";
        assertThat(MarkdownText.render(page, 80, false))
                .isEqualTo("      a * b * c;\n    # no heading\na_b_c is not so a_b_c x*y*z\n");
    }

    @Test
    void aTableOfOneRowIsAList() {
        String row =
                "| family | weakness |\n|---|---|\n| swallowed | [CWE-1](https://a.b/1), [CWE-2](https://a.b/2) |\n";
        assertThat(MarkdownText.render(row + "\nEnd.\n", 30, false)).isEqualTo("""
                        family    swallowed
                        weakness  CWE-1
                                  <https://a.b/1>,
                                  CWE-2
                                  <https://a.b/2>

                        End.
                        """);
        String two = "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n";
        assertThat(MarkdownText.render(two, 30, false)).isEqualTo(two);
    }

    @Test
    void coloursWordByWord() {
        assertThat(MarkdownText.render("**two words**", 80, true)).isEqualTo("\033[1mtwo\033[0m \033[1mwords\033[0m\n");
    }
}
