package dev.heed.verify.witness;

/**
 * One line of a witness's trace.
 *
 * @param file the source file's name; empty if the step has no place
 * @param line the line, or 0
 * @param where class and method
 * @param what what happens there
 */
public record Step(String file, int line, String where, String what) {
    /** Such as {@code Account.java:16}; {@code end} if it has no place. */
    public String place() {
        if (file.isEmpty()) {
            return "end";
        }
        return line > 0 ? file + ":" + line : file;
    }
}
