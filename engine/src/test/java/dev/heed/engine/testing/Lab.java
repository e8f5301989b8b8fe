package dev.heed.engine.testing;

import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FateAnalysis;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.fate.SummaryBuilder;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Program;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.model.ModelFiles;
import dev.heed.engine.model.Models;
import dev.heed.engine.summary.Summaries;
import dev.heed.engine.summary.Summary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A program of a few functions, and what the engine finds out about it. */
public final class Lab {
    private static final Models MODELS = ModelFiles.shipped();

    private final FakeHierarchy hierarchy = new FakeHierarchy();
    private final List<Function> functions = new ArrayList<>();
    private final List<TypeDeclaration> types = new ArrayList<>();
    private @Nullable ProgramFacts facts;
    private @Nullable Summaries summaries;

    public Lab(Function... made) {
        functions.addAll(List.of(made));
    }

    /** Declares a class of the project. */
    public Lab type(String name, @Nullable String superclass, String... interfaces) {
        List<String> above = new ArrayList<>(List.of(superclass == null ? "java.lang.Object" : superclass));
        above.addAll(List.of(interfaces));
        hierarchy.with(name, above.toArray(String[]::new));
        FakeSource file = new FakeSource("Test.java");
        var span = new dev.heed.engine.source.Span(1, 1, 1, 2);
        types.add(new TypeDeclaration(
                name, file, span, superclass, List.of(interfaces), List.of(), false, false, false, false, null, false));
        return this;
    }

    public FakeHierarchy hierarchy() {
        return hierarchy;
    }

    public Program program() {
        return new Program(functions, types, hierarchy);
    }

    public static Models models() {
        return MODELS;
    }

    public ProgramFacts facts() {
        ProgramFacts known = facts;
        if (known == null) {
            known = new ProgramFacts(program(), MODELS);
            facts = known;
        }
        return known;
    }

    public Summaries summaries() {
        Summaries known = summaries;
        if (known == null) {
            known = SummaryBuilder.build(facts());
            summaries = known;
        }
        return known;
    }

    public Summary summary(Function function) {
        return summaries().of(function);
    }

    public FunctionFates analyze(Function function) {
        return new FateAnalysis(facts(), summaries()).analyze(function);
    }

    /** The fates of the only signal of a function. */
    public Set<Fate> fates(Function function) {
        List<SignalFates> signals = analyze(function).signals();
        if (signals.size() != 1) {
            throw new AssertionError("one signal expected: " + signals);
        }
        return fates(signals.get(0));
    }

    public static Set<Fate> fates(SignalFates signal) {
        Set<Fate> found = EnumSet.noneOf(Fate.class);
        signal.outcomes().forEach(outcome -> found.add(outcome.fate()));
        return found;
    }
}
