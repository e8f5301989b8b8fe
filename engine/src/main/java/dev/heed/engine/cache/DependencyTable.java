package dev.heed.engine.cache;

import dev.heed.engine.dependency.Dependency;
import dev.heed.engine.dependency.Question;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A graph of dependencies as rows that refer to earlier ones. Equal rows are one: what was computed again after an edit, and rests on
 * the same as before, takes no place.
 */
final class DependencyTable {
    private final ToIntFunction<SourceFile> number;
    private final Map<Dependency, Integer> known = new IdentityHashMap<>();
    private final Map<Row, Integer> byRow = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<List<Integer>, Integer> byHashes = new HashMap<>();
    private final List<Words> words = new ArrayList<>();
    private final Map<List<Integer>, Integer> byQuestion = new HashMap<>();
    private final List<List<Integer>> questions = new ArrayList<>();

    /** What a {@link Dependency} holds, with numbers for files, earlier rows, and questions, in ascending order. */
    record Row(
            List<Integer> files,
            List<Integer> results,
            List<Integer> questions,
            @Nullable String name,
            long digest,
            boolean isGathered,
            SortedMap<Integer, String> shares) {}

    /**
     * An empty table.
     *
     * @param number of a file
     */
    DependencyTable(ToIntFunction<SourceFile> number) {
        this.number = number;
    }

    /** The number of the row of a dependency; adds it, and all that it rests on. */
    int add(Dependency root) {
        Deque<Dependency> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Dependency next = open.peek();
            boolean waits = false;
            if (!known.containsKey(next)) {
                for (Dependency below : next.results()) {
                    if (!known.containsKey(below)) {
                        open.push(below);
                        waits = true;
                    }
                }
            }
            if (!waits) {
                open.pop();
                known.computeIfAbsent(next, this::row);
            }
        }
        return known.getOrDefault(root, -1);
    }

    private int row(Dependency dependency) {
        SortedMap<Integer, String> shares = new TreeMap<>();
        dependency.shares().forEach((file, share) -> shares.put(number.applyAsInt(file), share));
        Row row = new Row(
                numbers(dependency.files(), number),
                numbers(dependency.results(), below -> known.getOrDefault(below, -1)),
                numbers(dependency.questions(), this::question),
                dependency.name(),
                dependency.digest(),
                dependency.isGathered(),
                shares);
        return byRow.computeIfAbsent(row, key -> {
            rows.add(key);
            return rows.size() - 1;
        });
    }

    private static <T> List<Integer> numbers(Collection<T> all, ToIntFunction<T> number) {
        return all.stream().mapToInt(number).sorted().distinct().boxed().toList();
    }

    private int question(Question question) {
        Words also = question.also();
        List<Integer> both =
                also == null ? List.of(words(question.words())) : List.of(words(question.words()), words(also));
        return byQuestion.computeIfAbsent(both, key -> {
            questions.add(key);
            return questions.size() - 1;
        });
    }

    private int words(Words all) {
        List<Integer> hashes = java.util.Arrays.stream(all.hashes()).boxed().toList();
        return byHashes.computeIfAbsent(hashes, key -> {
            words.add(all);
            return words.size() - 1;
        });
    }

    /** All sets of words in the questions. */
    List<Words> words() {
        return words;
    }

    /** The numbers of the sets of words of each question: what it asks for, and what it asks for as well if anything. */
    List<List<Integer>> questions() {
        return questions;
    }

    /** Each refers to earlier ones only. */
    List<Row> rows() {
        return rows;
    }
}
