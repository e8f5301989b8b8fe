package dev.heed.lsp;

import dev.heed.UserException;
import dev.heed.config.Config;
import dev.heed.engine.source.SourceFile;
import dev.heed.input.ArtifactSource;
import dev.heed.input.Inputs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which sources of a folder name which others: a file names another if the name of that file stands in it as a word. That is more
 * than it uses, and seldom less: types that share a file with one of another name are missed. Immutable.
 */
final class Neighbours {
    /** So many are scanned in a moment. */
    private static final int MOST_FILES = 80;
    /** What an edited file itself names is seldom dispensable. */
    private static final int MOST_NAMED_FILES = 300;

    private final List<String> paths;
    private final Map<Path, Integer> numbers;
    private final Map<String, BitSet> byName;
    private final List<BitSet> uses;

    private Neighbours(List<String> paths, Map<Path, Integer> numbers, Map<String, BitSet> byName, List<BitSet> uses) {
        this.paths = paths;
        this.numbers = numbers;
        this.byName = byName;
        this.uses = uses;
    }

    /**
     * Reads the sources of a folder.
     *
     * @throws InterruptedException if the thread is interrupted while it reads
     */
    static Neighbours of(Project project) throws UserException, IOException, InterruptedException {
        Path root = project.root();
        try (Inputs inputs = new Inputs(
                Config.nearest(root).inputOptions(root), root, InputStream.nullInputStream(), ArtifactSource.NONE)) {
            inputs.add(".");
            List<SourceFile> files = inputs.files();
            List<String> paths = new ArrayList<>();
            Map<Path, Integer> numbers = new HashMap<>();
            Map<String, BitSet> byName = new HashMap<>();
            for (SourceFile file : files) {
                String name =
                        file.path().substring(file.path().lastIndexOf('/') + 1).replaceFirst("\\.\\w+$", "");
                byName.computeIfAbsent(name, key -> new BitSet()).set(paths.size());
                numbers.put(project.resolve(file.path()), paths.size());
                paths.add(file.path());
            }
            List<BitSet> uses = new ArrayList<>();
            for (SourceFile file : files) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                uses.add(named(text(file), byName));
            }
            return new Neighbours(paths, numbers, byName, uses);
        }
    }

    /** A source that cannot be read names nobody; the scan says why. */
    private static String text(SourceFile file) {
        try {
            return file.text();
        } catch (IOException e) {
            return "";
        }
    }

    private static BitSet named(String text, Map<String, BitSet> byName) {
        BitSet named = new BitSet();
        int i = 0;
        while (i < text.length()) {
            if (!Character.isJavaIdentifierStart(text.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
                i++;
            }
            if (Character.isUpperCase(text.charAt(start))) {
                BitSet meant = byName.get(text.substring(start, i));
                if (meant != null) {
                    named.or(meant);
                }
            }
        }
        return named;
    }

    /** How many sources there are. */
    int size() {
        return paths.size();
    }

    /**
     * The files that matter most for what is found in some: those themselves; what they name; who names them; and what all of
     * these name, as long as there are not too many.
     *
     * @param edited those, with their texts now; others than the sources of the folder are left out
     * @return the names of the files in the folder; empty if there is nothing to scan
     */
    List<String> around(Collection<Document> edited) {
        Set<Integer> chosen = new LinkedHashSet<>();
        BitSet first = new BitSet();
        BitSet used = new BitSet();
        for (Document document : edited) {
            Integer number = numbers.get(document.path());
            if (number != null) {
                first.set(number);
                used.or(named(document.text(), byName));
            }
        }
        add(chosen, first, MOST_NAMED_FILES);
        add(chosen, used, MOST_NAMED_FILES);
        BitSet users = new BitSet();
        for (int i = 0; i < uses.size(); i++) {
            if (uses.get(i).intersects(first)) {
                users.set(i);
            }
        }
        add(chosen, users, MOST_FILES);
        for (int number : List.copyOf(chosen)) {
            add(chosen, uses.get(number), MOST_FILES);
        }
        return chosen.stream().map(paths::get).sorted().toList();
    }

    private static void add(Set<Integer> chosen, BitSet more, int most) {
        more.stream()
                .filter(number -> chosen.size() < most || chosen.contains(number))
                .forEach(chosen::add);
    }
}
