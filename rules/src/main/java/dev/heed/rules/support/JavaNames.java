package dev.heed.rules.support;

import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a type is written in a file: by its simple name where that can only mean it, else in full. */
public final class JavaNames {
    private static final Pattern PACKAGE = Pattern.compile("^package\\s+([\\w.]+)\\s*;.*");
    private static final Pattern IMPORT = Pattern.compile("^import\\s+([\\w.]+)\\s*;.*");

    private final FunctionFates function;
    private final SourceLines lines;
    private final SourceFile file;
    private final List<TextEdit> imports = new ArrayList<>();

    public JavaNames(FunctionFates function, SourceLines lines) {
        this(function, function.function().file(), lines);
    }

    /** Of another file than that of the function. */
    public JavaNames(FunctionFates function, SourceFile file, SourceLines lines) {
        this.function = function;
        this.lines = lines;
        this.file = file;
    }

    /** The expression that sets the interrupt status of the current thread, without a semicolon. */
    public static String restore(FunctionFates function, SourceLines lines) {
        return new JavaNames(function, lines).of("java.lang.Thread") + ".currentThread().interrupt()";
    }

    /** The name to write for a type, whose import {@link #imports} has then if it needs one. */
    public String of(String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        String pack = type.substring(0, type.lastIndexOf('.'));
        Place place = place(type, simple);
        if (place.isTaken || isDeclared(simple, place.pack)) {
            return type;
        } else if (!place.isImported && !pack.equals("java.lang") && !pack.equals(place.pack)) {
            if (place.insert == 0) {
                return type;
            }
            Span span = new Span(place.insert, 1, place.insert, 1);
            imports.add(new TextEdit(file, span, "import " + type + ";" + lines.lineEnd()));
        }
        return simple;
    }

    /** The edits that import what {@link #of} was asked for. */
    public List<TextEdit> imports() {
        return List.copyOf(imports);
    }

    /** What the head of a file says of a name. */
    private static final class Place {
        private String pack = "";
        private boolean isTaken;
        private boolean isImported;
        private int insert;
    }

    private Place place(String type, String simple) {
        Place place = new Place();
        Pattern word = Pattern.compile("\\b" + simple + "\\b");
        int lastImport = 0;
        for (int number = 1; number <= lines.count(); number++) {
            String line = lines.line(number);
            if (line.startsWith("package")) {
                Matcher pack = PACKAGE.matcher(line);
                place.pack = pack.matches() ? pack.group(1) : place.pack;
            } else if (line.startsWith("import")) {
                Matcher imported = IMPORT.matcher(line);
                if (!imported.matches()) {
                    continue;
                }
                String name = imported.group(1);
                place.isImported |= name.equals(type);
                place.isTaken |= !name.equals(type) && name.endsWith("." + simple);
                if (place.insert == 0 && name.compareTo(type) > 0 && isSameGroup(name, type)) {
                    place.insert = number;
                }
                if (isSameGroup(name, type)) {
                    lastImport = number;
                }
            } else if (!type.startsWith("java.lang.")
                    && line.contains(simple)
                    && word.matcher(line).find()
                    && !isComment(line)) {
                // Somebody else of this name is known by other means: declared here, inherited, or imported on demand.
                place.isTaken |= !place.isImported;
            }
        }
        if (place.insert == 0 && lastImport > 0) {
            place.insert = lastImport + 1;
        }
        return place;
    }

    private static boolean isSameGroup(String some, String other) {
        return some.substring(0, some.indexOf('.') + 1).equals(other.substring(0, other.indexOf('.') + 1));
    }

    private static boolean isComment(String line) {
        String text = line.strip();
        return text.startsWith("*") || text.startsWith("//") || text.startsWith("/*");
    }

    /** Whether the project has a type of this name that may hide the one of the JDK. */
    private boolean isDeclared(String simple, String pack) {
        String top = (pack.isEmpty() ? "" : pack + ".") + simple;
        ProgramFacts facts = function.facts();
        return facts.type(top) != null
                || facts.typesIn(file).stream().anyMatch(type -> type.name().endsWith("$" + simple));
    }
}
