package dev.heed.frontend.java.skim;

import dev.heed.engine.dependency.Digest;
import dev.heed.engine.scan.Outline;
import dev.heed.engine.source.ContentId;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All of a file but what stands in the bodies of methods and constructors, private methods, and imports of what is named there only: what
 * others can see of it without reading a body. Methods of classes and fields are told apart by their names.
 */
public final class FileOutline {
    /** Methods that are called where their names do not stand: by a try with resources, and by a loop over a collection. */
    private static final Set<String> CALLED_UNWRITTEN = Set.of("close", "iterator", "hasNext", "next");

    private final ReducedText source;
    private final Set<Part> whole;
    private final StringBuilder rest = new StringBuilder(1024);
    private final Map<String, StringBuilder> members = new HashMap<>();
    private final Map<String, StringBuilder> hidden = new HashMap<>();

    private FileOutline(String text, SkimmedUnit unit) {
        source = new ReducedText(text, unit.lines());
        // Types that stand in bodies are declared as well.
        whole = HiddenTypes.in(unit);
    }

    /**
     * The outline of a file.
     *
     * @param trait what else others can see of its types
     */
    public static Outline of(String text, SkimmedUnit unit, String trait) {
        FileOutline outline = new FileOutline(text, unit);
        int at = unit.types().isEmpty() ? 0 : unit.types().get(0).start();
        for (SkimmedType type : unit.types()) {
            outline.copy(at, type.start());
            outline.add(type, type.name());
            at = type.end();
        }
        outline.copy(at, text.length());
        String types = outline.rest.toString();
        return new Outline(
                ContentId.of(unit.packageName() + '\n' + trait + '\n' + imports(unit, types, true) + types),
                digests(unit, outline.members),
                digests(unit, outline.hidden));
    }

    private static Map<String, Long> digests(SkimmedUnit unit, Map<String, StringBuilder> declared) {
        Map<String, Long> digests = new TreeMap<>();
        declared.forEach((name, code) -> {
            String text = code.toString();
            digests.put(name, Digest.of(imports(unit, text, false) + text));
        });
        return digests;
    }

    /** Those by which what is named in some code may be found. */
    private static String imports(SkimmedUnit unit, String code, boolean onDemand) {
        Set<String> words = unit.imports().isEmpty() ? Set.of() : words(code);
        StringBuilder found = new StringBuilder();
        unit.imports().stream()
                .filter(imported -> isOnDemand(imported) ? onDemand : words.contains(simpleName(imported)))
                .map(SkimmedUnit.Import::toString)
                .sorted()
                .forEach(imported -> found.append(imported).append('\n'));
        return found.toString();
    }

    private static Set<String> words(String code) {
        Set<String> words = new HashSet<>();
        int start = 0;
        for (int i = 0; i <= code.length(); i++) {
            if (i == code.length() || !Character.isJavaIdentifierPart(code.charAt(i))) {
                if (i > start) {
                    words.add(code.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    private static boolean isOnDemand(SkimmedUnit.Import imported) {
        return imported.isAsterisk() || imported.isModule();
    }

    private static String simpleName(SkimmedUnit.Import imported) {
        return imported.name().substring(imported.name().lastIndexOf('.') + 1);
    }

    private void copy(int start, int end) {
        rest.append(source.code(start, end));
    }

    private void add(SkimmedType type, String path) {
        int at = type.start();
        for (SkimmedMember member : type.members()) {
            copy(at, member.start());
            if (member.type() != null) {
                add(member.type(), path + '.' + member.type().name());
            } else {
                add(type, path, member);
            }
            at = member.end();
        }
        copy(at, type.end());
    }

    private void add(SkimmedType type, String path, SkimmedMember member) {
        boolean isPrivate = Modifier.isPrivate(member.modifiers());
        boolean isWhole = whole.contains(Part.of(type, member));
        int end = isWhole || !hasHiddenBody(member) ? member.end() : member.bodyStart() + 1;
        switch (member.kind()) {
            case FIELD -> {
                if (isWhole) {
                    copy(member.start(), end);
                    break;
                }
                for (SkimmedMember.Variable variable : member.variables()) {
                    declare(isPrivate ? hidden : members, variable.name(), path, member.start(), end);
                }
            }
            case METHOD -> {
                // A method of an interface decides over what a lambda is.
                if (isWhole || type.isInterface() || CALLED_UNWRITTEN.contains(member.name())) {
                    if (isWhole || !isPrivate || !member.hasBody()) {
                        copy(member.start(), end);
                    }
                } else if (!isPrivate) {
                    declare(members, member.name(), path, member.start(), end);
                } else if (!member.hasBody()) {
                    copy(member.start(), end);
                }
            }
            // A private constructor is seen: without it there may be another one.
            case CONSTRUCTOR, COMPACT_CONSTRUCTOR, ELEMENT, INITIALIZER, TYPE -> copy(member.start(), end);
        }
    }

    private void declare(Map<String, StringBuilder> declared, String name, String path, int start, int end) {
        declared.computeIfAbsent(name, key -> new StringBuilder())
                .append(path)
                .append('\n')
                .append(source.code(start, end));
    }

    private static boolean hasHiddenBody(SkimmedMember member) {
        return member.hasBody()
                && switch (member.kind()) {
                    case METHOD, CONSTRUCTOR, COMPACT_CONSTRUCTOR -> true;
                    case ELEMENT, FIELD, INITIALIZER, TYPE -> false;
                };
    }
}
