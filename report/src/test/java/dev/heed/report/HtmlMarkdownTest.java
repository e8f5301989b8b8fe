package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class HtmlMarkdownTest {

    @Test
    void rendersWhatRulePagesUse() {
        assertThat(HtmlMarkdown.of("""
                        # some-rule

                        One *line*
                        and **another** of `a < b`.

                        | a | b |
                        |---|---|
                        | 1 | [CWE-1](https://cwe.mitre.org/1.html) |

                        - first
                          item
                        - [second](other-rule.md)

                        ```java
                        if (a < b) {
                        \tc();
                        ```
                        <!-- Generated. -->
                        """, Set.of("other-rule"))).isEqualTo("""
                        <h4>some-rule</h4>
                        <p>One <em>line</em> and <b>another</b> of <code>a &lt; b</code>.</p>
                        <div class="wide"><table>
                        <tr><th>a</th><th>b</th></tr>
                        <tr><td>1</td><td><a href="https://cwe.mitre.org/1.html" rel="noreferrer">CWE-1</a></td></tr>
                        </table></div>
                        <ul>
                        <li>first item</li>
                        <li><a href="#rule-other-rule">second</a></li>
                        </ul>
                        <pre><code>if (a &lt; b) {
                            c();
                        </code></pre>
                        """);
    }

    @Test
    void linksLeadToTheWebOrToRulesOfThePage() {
        assertThat(HtmlMarkdown.of("[a](javascript:alert) [b](../x.md) [c](gone-rule.md) [d](https://x/\"y)", Set.of()))
                .isEqualTo("<p>a b c <a href=\"https://x/&quot;y\" rel=\"noreferrer\">d</a></p>\n");
    }

    @Test
    void markupIsEscapedAndCodeIsClosed() {
        assertThat(HtmlMarkdown.of("<script>\n```\n</code>", Set.of()))
                .isEqualTo("<p>&lt;script&gt;</p>\n<pre><code>&lt;/code&gt;\n</code></pre>\n");
    }
}
