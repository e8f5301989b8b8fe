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
record Program(String rule, String file, Path classes, Set<String> classNames, List<Path> libraries) {
    String name() {
        return rule + "/" + file;
    }

    boolean isBad() {
        return file.startsWith("bad_") && !file.endsWith(".fixed.java");
    }
}
