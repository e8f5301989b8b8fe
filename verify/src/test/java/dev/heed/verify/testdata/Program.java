package dev.heed.verify.testdata;

import java.nio.file.Path;
import java.util.List;

/**
 * One example of a rule.
 *
 * @param rule the rule's folder
 * @param file the source
 * @param classes where it is compiled to
 */
record Program(String rule, Path file, Path classes) {
    String name() {
        return rule + "/" + file.getFileName();
    }

    boolean isBad() {
        String name = file.getFileName().toString();
        return name.startsWith("bad_") && !name.endsWith(".fixed.java");
    }

    static List<String> options(Path target, Path libraries) {
        return List.of(
                "--release", "17", "-nowarn", "-proc:none", "-g", "-d", target.toString(), "-cp", libraries.toString());
    }
}
