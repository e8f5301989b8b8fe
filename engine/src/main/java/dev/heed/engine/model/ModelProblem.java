package dev.heed.engine.model;

/**
 * Something wrong in a model file.
 *
 * @param file as the user named it
 * @param line from 1; 0 if the file as a whole is meant
 * @param column from 1, in code points; 0 if the file as a whole is meant
 * @param message what is wrong, and what would be right
 */
public record ModelProblem(String file, int line, int column, String message) {

    /** {@code file:line:column: message}. */
    @Override
    public String toString() {
        return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
    }
}
