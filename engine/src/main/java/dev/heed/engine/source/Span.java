package dev.heed.engine.source;

/**
 * A place in a source file.
 *
 * <p>Lines and columns count from 1; a column counts the units of the language's front end (UTF-16 code units for Java,
 * a tab is one). The end is exclusive, as in SARIF: the span of {@code ab} at the start of a file is 1:1-1:3.
 *
 * @param startLine first line
 * @param startColumn first column in the first line
 * @param endLine last line
 * @param endColumn column just behind the last character
 */
public record Span(int startLine, int startColumn, int endLine, int endColumn) implements Comparable<Span> {

    public Span {
        if (startLine < 1
                || startColumn < 1
                || endLine < startLine
                || (endLine == startLine && endColumn < startColumn)) {
            throw new IllegalArgumentException(
                    "not a span: " + startLine + ":" + startColumn + "-" + endLine + ":" + endColumn);
        }
    }

    /** The empty span at the start of this one: the place for an insertion in front of it. */
    public Span before() {
        return new Span(startLine, startColumn, startLine, startColumn);
    }

    /** The empty span at the end of this one: the place for an insertion behind it. */
    public Span after() {
        return new Span(endLine, endColumn, endLine, endColumn);
    }

    /** The span from the start of this one to the end of {@code last}. */
    public Span to(Span last) {
        return new Span(startLine, startColumn, last.endLine, last.endColumn);
    }

    /** Whether {@code other} lies within this span. */
    public boolean contains(Span other) {
        return compareStart(other) <= 0 && compareEnd(other) >= 0;
    }

    private int compareStart(Span other) {
        return startLine != other.startLine
                ? Integer.compare(startLine, other.startLine)
                : Integer.compare(startColumn, other.startColumn);
    }

    private int compareEnd(Span other) {
        return endLine != other.endLine
                ? Integer.compare(endLine, other.endLine)
                : Integer.compare(endColumn, other.endColumn);
    }

    /** By start, then by end. */
    @Override
    public int compareTo(Span other) {
        int start = compareStart(other);
        return start != 0 ? start : compareEnd(other);
    }

    @Override
    public String toString() {
        return startLine + ":" + startColumn + "-" + endLine + ":" + endColumn;
    }
}
