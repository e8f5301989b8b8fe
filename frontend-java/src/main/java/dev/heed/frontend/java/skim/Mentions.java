package dev.heed.frontend.java.skim;

import dev.heed.engine.scan.FrontEnd.Mention;
import java.util.Set;
import java.util.regex.Pattern;

/** Where names stand in a file. A name in a comment stands there, too. */
public final class Mentions {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u+([0-9a-fA-F]{4})");

    private final String text;
    private final Set<String> names;
    private final Set<Part> whole;

    private Mentions(String text, Set<String> names, Set<Part> whole) {
        this.text = text;
        this.names = names;
        this.whole = whole;
    }

    /** Where one of some names stands. */
    public static Mention of(String text, Set<String> names) {
        if (!has(text, 0, text.length(), names)) {
            return text.contains("\\u") && has(unescaped(text), names) ? Mention.IN_DECLARATIONS : Mention.NONE;
        }
        SkimmedUnit unit = Skimmer.skim(text);
        if (unit == null || text.contains("\\u")) {
            return Mention.IN_DECLARATIONS;
        }
        Mentions mentions = new Mentions(text, names, HiddenTypes.in(unit));
        return unit.types().stream().anyMatch(mentions::standIn) ? Mention.IN_DECLARATIONS : Mention.IN_BODIES;
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(found -> {
            char c = (char) Integer.parseInt(found.group(1), 16);
            return Character.isJavaIdentifierPart(c) ? (c == '$' ? "\\$" : String.valueOf(c)) : " ";
        });
    }

    /** Whether they stand in what is read with the declarations of a type. */
    private boolean standIn(SkimmedType type) {
        if (has(type.bodyStart(), type.membersStart())) {
            return true; // in the constants of an enum
        }
        for (SkimmedMember member : type.members()) {
            boolean found = switch (member.kind()) {
                case TYPE -> member.type() != null && standIn(member.type());
                case ELEMENT, INITIALIZER -> has(member.start(), member.end());
                case FIELD ->
                    member.variables().stream()
                            .anyMatch(
                                    variable -> variable.hasValue() && has(variable.valueStart(), variable.valueEnd()));
                case METHOD, CONSTRUCTOR, COMPACT_CONSTRUCTOR ->
                    whole.contains(Part.of(type, member)) && has(member.start(), member.end());
            };
            if (found) {
                return true;
            }
        }
        return false;
    }

    private boolean has(int start, int end) {
        return has(text, start, end, names);
    }

    private static boolean has(String text, Set<String> names) {
        return has(text, 0, text.length(), names);
    }

    private static boolean has(String text, int start, int end, Set<String> names) {
        for (String name : names) {
            for (int at = text.indexOf(name, start); at >= 0 && at + name.length() <= end; ) {
                int behind = at + name.length();
                if ((at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)))
                        && (behind == text.length() || !Character.isJavaIdentifierPart(text.charAt(behind)))) {
                    return true;
                }
                at = text.indexOf(name, behind);
            }
        }
        return false;
    }
}
