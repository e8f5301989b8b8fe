package dev.heed.rules.support;

import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.List;

/** Closes a resource where the call that should hand it on returns false. */
public final class CloseIfRefused {
    private CloseIfRefused() {}

    /**
     * The fix; none where the statement does not have its line to itself.
     *
     * @param offer the expression that is the statement
     * @param resource the variable that holds the resource
     */
    public static List<Fix> of(SourceFile file, Span offer, String resource) {
        return SourceLines.of(file)
                .filter(lines -> offer.startLine() == offer.endLine()
                        && new BlockEdits(file, lines).canInsertBefore(offer)
                        && lines.line(offer.startLine())
                                .substring(offer.endColumn() - 1)
                                .strip()
                                .equals(";"))
                .map(lines -> {
                    String indent = lines.indent(offer.startLine());
                    String unit = indent.startsWith("\t") ? "\t" : "    ";
                    String end = lines.lineEnd();
                    String text = indent + "if (!" + lines.text(offer) + ") {" + end + indent + unit + resource
                            + ".close();" + end + indent + "}" + end;
                    Span line = new Span(offer.startLine(), 1, offer.startLine() + 1, 1);
                    return List.of(new Fix(
                            "Close it if it comes too late", Fix.Safety.SAFE, List.of(new TextEdit(file, line, text))));
                })
                .orElse(List.of());
    }
}
