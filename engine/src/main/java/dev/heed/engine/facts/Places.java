package dev.heed.engine.facts;

import dev.heed.engine.ir.Function;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells places apart by the function that they stand in and the lines from its beginning: an edit elsewhere in the file does not
 * change that. Who rests on a place comes to the same before and after such an edit, but for the place itself.
 */
public final class Places {
    private final ProgramFacts facts;
    private final Map<SourceFile, NavigableMap<Span, Function>> known = new ConcurrentHashMap<>();

    Places(ProgramFacts facts) {
        this.facts = facts;
    }

    /** Describes a place. */
    public String describe(SourceFile file, Span place) {
        Span sameStart = new Span(place.startLine(), place.startColumn(), Integer.MAX_VALUE, Integer.MAX_VALUE);
        Map.Entry<Span, Function> around =
                known.computeIfAbsent(file, this::functions).floorEntry(sameStart);
        if (around == null || !around.getKey().contains(place)) {
            return file.path() + ' ' + place;
        }
        int first = around.getKey().startLine();
        return around.getValue().toString()
                + ' '
                + (place.startLine() - first)
                + ':'
                + place.startColumn()
                + '-'
                + (place.endLine() - first)
                + ':'
                + place.endColumn();
    }

    private NavigableMap<Span, Function> functions(SourceFile file) {
        NavigableMap<Span, Function> functions = new TreeMap<>();
        facts.functionsIn(file).forEach(function -> functions.put(function.span(), function));
        return functions;
    }
}
