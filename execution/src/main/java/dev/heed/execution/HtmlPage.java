package dev.heed.execution;

import dev.heed.report.HtmlVerdicts;
import dev.heed.verify.check.Answer;
import dev.heed.verify.check.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** Adds the verdicts to the HTML report of the scan that they are about. */
public final class HtmlPage {
    private HtmlPage() {}

    /** Copies the page; the stream is flushed, and stays open. */
    public static void copy(Path page, List<Verified> all, OutputStream out) throws IOException {
        new HtmlVerdicts(
                        TextVerdicts.end(all).strip(),
                        all.stream().map(HtmlPage::verdict).toList())
                .copy(page, out);
    }

    private static HtmlVerdicts.Verdict verdict(Verified one) {
        Answer answer = one.answer();
        List<String> trace = answer.verdict() == Verdict.CONFIRMED
                ? answer.witnesses().get(0).text().lines().skip(1).toList()
                : List.of();
        return new HtmlVerdicts.Verdict(
                one.flagged().rule(),
                one.flagged().place(),
                answer.verdict().id(),
                answer.verdict().text(),
                TextVerdicts.why(answer),
                trace);
    }
}
