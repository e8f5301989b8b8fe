package dev.heed.lsp;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/**
 * A file that is open in the editor.
 *
 * @param uri as the editor writes it
 * @param version as the editor counts
 * @param text without a byte order mark
 */
record Document(String uri, Path path, int version, String text) {

    static Document of(String uri, Path path, int version, String text) {
        return new Document(uri, path, version, withoutMark(text));
    }

    /** What becomes of it by changes, one after the other. */
    Document after(List<TextDocumentContentChangeEvent> changes, int newVersion) {
        String now = text;
        for (TextDocumentContentChangeEvent change : changes) {
            Range range = change.getRange();
            if (range == null) {
                now = withoutMark(change.getText());
            } else {
                int start = Places.offset(now, range.getStart());
                int end = Math.max(start, Places.offset(now, range.getEnd()));
                now = now.substring(0, start) + change.getText() + now.substring(end);
            }
        }
        return new Document(uri, path, newVersion, now);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
