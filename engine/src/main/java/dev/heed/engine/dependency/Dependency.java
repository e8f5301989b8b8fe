package dev.heed.engine.dependency;

import dev.heed.engine.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one result rests on: files whose bodies were read, searches, and other results. A node of an acyclic graph.
 *
 * <p>A result may have a name, under which it can be computed again, and a digest of its value: who rests on it need not care why
 * it is as it is. Or it is gathered from bodies that a search finds, and tells apart what each file gives: whether an
 * edited file still gives the same can be seen without a look at the others.
 */
public final class Dependency {
    private final List<SourceFile> files;
    private final List<Dependency> results;
    private final List<Question> questions;
    private final @Nullable String name;
    private final long digest;
    private final Map<SourceFile, String> shares;
    private final boolean isGathered;

    private Dependency(
            List<SourceFile> files,
            List<Dependency> results,
            List<Question> questions,
            @Nullable String name,
            long digest,
            @Nullable Map<SourceFile, String> shares) {
        this.files = files;
        this.results = results;
        this.questions = questions;
        this.name = name;
        this.digest = digest;
        this.shares = shares == null ? Map.of() : Map.copyOf(shares);
        isGathered = shares != null;
    }

    /** What a result without a name rests on. */
    public static Dependency of(List<SourceFile> files, List<Dependency> results, List<Question> questions) {
        return new Dependency(List.copyOf(files), List.copyOf(results), List.copyOf(questions), null, 0, null);
    }

    /** The same of a result that can be computed again by its name. */
    public Dependency named(String own, long digestOfValue) {
        return new Dependency(files, results, questions, own, digestOfValue, null);
    }

    /**
     * Of a result that is gathered, file by file, from the bodies that a search finds.
     *
     * @param name what is gathered, for who gathers it again
     * @param shares tells apart what each file gives; those that give nothing are missing
     */
    public static Dependency gathered(String name, Question question, Map<SourceFile, String> shares) {
        return new Dependency(List.of(), List.of(), List.of(question), name, 0, shares);
    }

    /** The same with other results that this one rests on. */
    Dependency restingOn(List<Dependency> others) {
        return new Dependency(files, List.copyOf(others), questions, name, digest, isGathered ? shares : null);
    }

    /** Whose bodies were read. */
    public List<SourceFile> files() {
        return files;
    }

    public List<Dependency> results() {
        return results;
    }

    public List<Question> questions() {
        return questions;
    }

    /** Under which the result can be computed again; null if it cannot. */
    public @Nullable String name() {
        return name;
    }

    /** Of the value of a result that has a name and is not gathered. */
    public long digest() {
        return digest;
    }

    public boolean isGathered() {
        return isGathered;
    }

    /** What each file gives, of a result that is gathered. */
    public Map<SourceFile, String> shares() {
        return shares;
    }
}
