package dev.heed.frontend.java.skim;

/** Where the lines of a reduced text are from. A line of it is part of one line of the whole text. */
public final class LineMap {
    /** Of a text that is whole. */
    public static final LineMap IDENTITY = new LineMap(new int[0], new int[0]);

    private final int[] lines;
    private final int[] shifts;

    /**
     * @param lines the line, from 1, for each line from 0
     * @param shifts how much further to the right it stood
     */
    LineMap(int[] lines, int[] shifts) {
        this.lines = lines;
        this.shifts = shifts;
    }

    /** The line in the whole text. */
    public int line(int line) {
        return line >= 1 && line <= lines.length ? lines[line - 1] : line;
    }

    /** The column in the whole text. */
    public int column(int line, int column) {
        return line >= 1 && line <= shifts.length ? column + shifts[line - 1] : column;
    }
}
