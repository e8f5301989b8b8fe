package dev.heed.report;

import de.jcup.sarif_2_1_0.model.ArtifactContent;
import de.jcup.sarif_2_1_0.model.Location;
import de.jcup.sarif_2_1_0.model.Message;
import de.jcup.sarif_2_1_0.model.PhysicalLocation;
import de.jcup.sarif_2_1_0.model.Region;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Places as SARIF's locations. */
final class SarifLocations {
    private static final int SNIPPET_LIMIT = 2_000;
    /** What SARIF would read as a link in a plain text message. */
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)](?=\\()");

    private final SarifUris uris;
    private final SourceTexts sources;

    SarifLocations(SarifUris uris, SourceTexts sources) {
        this.uris = uris;
        this.sources = sources;
    }

    SarifUris uris() {
        return uris;
    }

    static Message message(String text) {
        Message message = new Message();
        String safe = LINK.matcher(text).replaceAll("\\\\[$1\\\\]");
        message.setText(safe.isEmpty() ? " " : safe);
        return message;
    }

    static Region region(Span span) {
        Region region = new Region();
        region.setStartLine(span.startLine());
        region.setStartColumn(span.startColumn());
        region.setEndLine(span.endLine());
        region.setEndColumn(span.endColumn());
        return region;
    }

    Location location(String path, @Nullable Span span) {
        PhysicalLocation physical = new PhysicalLocation();
        physical.setArtifactLocation(uris.locate(path));
        if (span != null) {
            physical.setRegion(region(span));
        }
        Location location = new Location();
        location.setPhysicalLocation(physical);
        return location;
    }

    Location location(SourceFile file, Span span) {
        return location(file.path(), span);
    }

    /** A location with its code, for viewers that do not have the source. */
    Location withCode(SourceFile file, Span span) {
        Location location = location(file, span);
        Optional<SourceText> source = sources.get(file);
        if (source.isPresent() && source.get().contains(span)) {
            String code = source.get().of(span, SNIPPET_LIMIT);
            location.getPhysicalLocation().getRegion().setSnippet(content(code));
        }
        return location;
    }

    /** A location with its code and the lines around it. */
    Location withContext(SourceFile file, Span span) {
        Location location = withCode(file, span);
        Optional<SourceText> source = sources.get(file);
        if (source.isEmpty() || !source.get().contains(span)) {
            return location;
        }
        SourceText text = source.get();
        int first = Math.max(1, span.startLine() - 1);
        int last = Math.min(text.lines(), span.endLine() + 1);
        Span around = new Span(first, 1, last, text.lineLength(last) + 1);
        String lines = text.of(around, SNIPPET_LIMIT + 1);
        if (lines.length() <= SNIPPET_LIMIT && !around.equals(span)) {
            Region context = region(around);
            context.setSnippet(content(lines));
            location.getPhysicalLocation().setContextRegion(context);
        }
        return location;
    }

    static ArtifactContent content(String text) {
        ArtifactContent content = new ArtifactContent();
        content.setText(text);
        return content;
    }
}
