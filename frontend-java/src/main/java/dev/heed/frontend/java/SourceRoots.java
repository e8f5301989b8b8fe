package dev.heed.frontend.java;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells apart sources that cannot belong to one program: two source roots that declare a type of the same name, such as two
 * versions of a library or the fixtures of two modules, must not complete each other. Roots that do not clash are one
 * program.
 */
final class SourceRoots {
    private final Map<String, Root> roots = new TreeMap<>();

    private static final class Root {
        private final List<Integer> files = new ArrayList<>();
        private final Set<String> types = new HashSet<>();
    }

    void add(int file, String path, String packageName, List<String> types) {
        Root root = roots.computeIfAbsent(rootOf(path, packageName), key -> new Root());
        root.files.add(file);
        root.types.addAll(types);
    }

    /** The directory, or place in an archive, below which the packages begin: the file's own if it is not in its package's. */
    private static String rootOf(String path, String packageName) {
        String directory = path.substring(0, path.lastIndexOf('/') + 1);
        String folders = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        return directory.endsWith("/" + folders) || directory.equals(folders)
                ? directory.substring(0, directory.length() - folders.length())
                : directory;
    }

    /** Which files belong together, each list in order. */
    List<List<Integer>> programs() {
        List<Root> programs = new ArrayList<>();
        for (Root root : roots.values()) {
            Root home = null;
            for (Root program : programs) {
                if (Collections.disjoint(program.types, root.types)) {
                    home = program;
                    break;
                }
            }
            if (home == null) {
                home = new Root();
                programs.add(home);
            }
            home.files.addAll(root.files);
            home.types.addAll(root.types);
        }
        return programs.stream()
                .map(program -> program.files.stream().sorted().toList())
                .toList();
    }
}
