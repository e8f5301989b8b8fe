package dev.heed.input;

import java.nio.charset.Charset;

/**
 * How inputs are read.
 *
 * @param filter what {@code --include} and {@code --exclude} say
 * @param usesGitIgnore whether files that {@code .gitignore} names are left out
 * @param encoding of the sources
 * @param standardInputName the name that standard input goes by
 * @param maxFileSize larger sources are not read
 */
public record InputOptions(
        FileFilter filter, boolean usesGitIgnore, Charset encoding, String standardInputName, FileSize maxFileSize) {
    /** The name that standard input goes by if nobody gives it another. */
    public static final String STANDARD_INPUT = "stdin.java";

    /** How source files are decoded, and up to which size. */
    SourceText.Form form() {
        return new SourceText.Form(encoding, maxFileSize);
    }
}
