package dev.heed.verify.testdata;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * One example of a rule.
 *
 * @param rule the rule's folder
 * @param file the source file's name
 * @param classes where its folder is compiled to
 * @param classNames its classes
 * @param libraries what they need
 */
public record Example(String rule, String file, Path classes, Set<String> classNames, List<Path> libraries) {
    public Example {
        classNames = Set.copyOf(classNames);
        libraries = List.copyOf(libraries);
    }

    /** Such as {@code swallowed-interrupt/bad_loop.java}. */
    public String name() {
        return rule + "/" + file;
    }

    /** Whether it misbehaves: its name says so, and it is not the mended one. */
    public boolean isBad() {
        return file.startsWith("bad_") && !isFixed();
    }

    /** Whether it is a bad one after its fix. */
    public boolean isFixed() {
        return file.endsWith(".fixed.java");
    }
}
