package dev.heed.frontend.java.skim;

import java.util.Arrays;

/**
 * A file without its head, and without the members and types that nobody asks for. Comments and indents are left out as
 * well.
 */
public final class ReducedText {
    private final String source;
    private final LineTable lineTable;
    private final StringBuilder text = new StringBuilder(1024);
    private int[] lines = new int[64];
    private int[] shifts = new int[64];
    private int count;

    ReducedText(String source, LineTable lineTable) {
        this.source = source;
        this.lineTable = lineTable;
    }

    /** Which members stay. */
    public interface Selection {
        boolean keeps(SkimmedType type, SkimmedMember member);

        boolean keepsConstants(SkimmedType type);
    }

    /** A text for the parser, and where its lines are from. */
    public record Reduced(String text, LineMap lines) {}

    /** Leaves out all members but some, and the types around them. */
    public static Reduced of(String source, SkimmedUnit unit, Selection kept) {
        ReducedText reduced = new ReducedText(source, unit.lines());
        for (SkimmedType type : unit.types()) {
            if (hasKept(type, kept)) {
                reduced.type(type, kept);
            }
        }
        return new Reduced(
                reduced.text.toString(),
                new LineMap(Arrays.copyOf(reduced.lines, reduced.count), Arrays.copyOf(reduced.shifts, reduced.count)));
    }

    private void type(SkimmedType type, Selection kept) {
        boolean keepsConstants = type.kind() == SkimmedType.Kind.ENUM && kept.keepsConstants(type);
        if (type.kind() == SkimmedType.Kind.ENUM && !keepsConstants) {
            copy(type.start(), type.bodyStart() + 1);
            line(type.bodyStart());
            text.append(";\n");
        } else {
            copy(type.start(), type.membersStart());
        }
        for (SkimmedMember member : type.members()) {
            if (member.type() != null) {
                if (hasKept(member.type(), kept)) {
                    type(member.type(), kept);
                }
            } else if (kept.keeps(type, member)) {
                copy(member.start(), member.end());
            }
        }
        copy(type.end() - 1, type.end());
    }

    private static boolean hasKept(SkimmedType type, Selection kept) {
        if (type.kind() == SkimmedType.Kind.ENUM && kept.keepsConstants(type)) {
            return true;
        }
        for (SkimmedMember member : type.members()) {
            if (member.type() == null ? kept.keeps(type, member) : hasKept(member.type(), kept)) {
                return true;
            }
        }
        return false;
    }

    private void line(int offset) {
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, count * 2);
            shifts = Arrays.copyOf(shifts, count * 2);
        }
        lines[count] = lineTable.line(offset);
        shifts[count] = lineTable.column(offset) - 1;
        count++;
    }

    /** A part of the source without comments and indents; what was copied before is dropped. */
    String code(int start, int end) {
        text.setLength(0);
        count = 0;
        copy(start, end);
        return text.toString();
    }

    /** Copies code, each stretch of it that is on one line and has no comment in it to a line of its own. */
    private void copy(int start, int end) {
        int i = start;
        while (i < end) {
            char c = source.charAt(i);
            if (c <= ' ') {
                i++;
            } else if (isComment(i)) {
                i = commentEnd(i, end);
            } else {
                i = stretch(i, end);
            }
        }
    }

    private boolean isComment(int at) {
        return source.charAt(at) == '/'
                && at + 1 < source.length()
                && (source.charAt(at + 1) == '/' || source.charAt(at + 1) == '*');
    }

    private int commentEnd(int start, int end) {
        if (source.charAt(start + 1) == '*') {
            int close = source.indexOf("*/", start + 2);
            return close < 0 ? end : close + 2;
        }
        int i = start;
        while (i < end && !isLineEnd(source.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** Up to the end of the line, a comment, or the end. A text block is copied with its lines as they are. */
    private int stretch(int start, int end) {
        line(start);
        int i = start;
        int from = start;
        while (i < end && !isLineEnd(source.charAt(i)) && !isComment(i)) {
            char c = source.charAt(i);
            if (c == '"' && source.startsWith("\"\"\"", i)) {
                i += 3;
                while (i < end && !source.startsWith("\"\"\"", i)) {
                    if (source.charAt(i) == '\n') {
                        text.append(source, from, i + 1);
                        from = i + 1;
                        line(from);
                    } else if (source.charAt(i) == '\\') {
                        i++;
                        if (source.charAt(i) == '\n') {
                            continue;
                        }
                    }
                    i++;
                }
                i = Math.min(end, i + 3);
            } else if (c == '"' || c == '\'') {
                i++;
                while (i < end && source.charAt(i) != c) {
                    i += source.charAt(i) == '\\' ? 2 : 1;
                }
                i = Math.min(end, i + 1);
            } else {
                i++;
            }
        }
        text.append(source, from, i).append('\n');
        return i;
    }
}
