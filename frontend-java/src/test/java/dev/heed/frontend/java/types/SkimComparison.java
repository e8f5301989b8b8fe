package dev.heed.frontend.java.types;

import com.github.javaparser.ast.CompilationUnit;
import dev.heed.frontend.java.JavaMembers;
import dev.heed.frontend.java.skim.HiddenTypes;
import dev.heed.frontend.java.skim.Part;
import dev.heed.frontend.java.skim.ReducedText;
import dev.heed.frontend.java.skim.SkimmedUnit;
import dev.heed.frontend.java.skim.Skimmer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a skim says of a file, held against what the tree of all of it says. */
public final class SkimComparison {
    private final JavaMembers members;
    private int skimmed;
    private int declarations;
    private final List<String> differences = new ArrayList<>();

    /** @param members reads texts that are no source of surprise */
    public SkimComparison(JavaMembers members) {
        this.members = members;
    }

    /** How many files the skim could read. */
    public int skimmed() {
        return skimmed;
    }

    public int declarations() {
        return declarations;
    }

    public List<String> differences() {
        return differences;
    }

    /** Compares the declarations of a file. */
    public void declarations(String path, String text) {
        SkimmedUnit unit = Skimmer.skim(text);
        if (unit == null) {
            return;
        }
        skimmed++;
        CompilationUnit whole = members.parse(path, text).unit();
        ReducedText.Reduced text2 = ReducedText.of(text, unit, Part.all(HiddenTypes.in(unit)));
        CompilationUnit reduced = members.parse(path, text2.text()).unit();
        Map<String, String> expected = new TreeMap<>();
        for (SourceType type : SourceExtractor.extract(whole)) {
            expected.put(type.name(), describe(type));
        }
        Map<String, String> actual = new TreeMap<>();
        UnitHead head = UnitHead.of(unit);
        for (SourceType type : ProjectTypes.Declarations.of(head, text)
                .withHidden(reduced, head, text2.lines())
                .all()) {
            actual.put(type.name(), describe(type));
        }
        declarations += expected.size();
        if (!expected.keySet().equals(actual.keySet())) {
            differences.add(path + ": types " + expected.keySet() + " but " + actual.keySet());
        }
        expected.forEach((name, type) -> {
            if (actual.containsKey(name) && !type.equals(actual.get(name))) {
                differences.add(path + ":\n  " + type + "\n  " + actual.get(name));
            }
        });
    }

    private static String describe(SourceType type) {
        List<String> fields = type.fields().stream()
                .map(f -> f.name() + " " + f.flags() + " " + f.type())
                .toList();
        return new SourceType(
                                type.name(),
                                type.flags(),
                                type.outer(),
                                type.simpleName(),
                                type.isMember(),
                                type.kind(),
                                type.file(),
                                type.typeParameters(),
                                type.superclass(),
                                type.interfaces(),
                                type.memberTypes(),
                                type.context(),
                                List.of(),
                                type.methods())
                        .toString()
                + fields;
    }
}
