package dev.heed.bench;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Program;
import dev.heed.engine.model.ModelFiles;
import dev.heed.engine.model.Models;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.scan.Analysis;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.frontend.java.JavaFrontEnd;
import dev.heed.rules.RuleCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** From IR to findings, step by step, each over all functions of a library: a scan leaves out where no rule can find anything. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EngineBenchmark {
    /** The directory of the sources. */
    @Param("")
    public String sources;

    private final Models models = ModelFiles.shipped();
    private final List<Rule> rules = RuleCatalog.load().enabled();
    private List<Program> programs;
    private List<Analysis> analyses;
    private List<FunctionFates> fates;

    /** Reads the programs with all bodies, and analyzes them once, so that every summary is known. */
    @Setup
    public void analyze() throws InterruptedException {
        programs = new JavaFrontEnd()
                .read(
                        List.copyOf(Sources.below(sources)),
                        new FrontEnd.Context(List.of(), 1, notification -> {}, () -> {}));
        analyses = new ArrayList<>();
        fates = new ArrayList<>();
        for (Program program : programs) {
            Analysis analysis = new Analysis(program, models);
            analyses.add(analysis);
            for (Function function : withBodies(program)) {
                fates.add(analysis.fates(function));
            }
        }
    }

    private static List<Function> withBodies(Program program) {
        return program.functions().stream().filter(Function::hasBody).toList();
    }

    /** Facts, summaries and fates of a program of which nothing is known. */
    @Benchmark
    public void summariesAndFates(Blackhole sink) {
        for (Program program : programs) {
            Analysis analysis = new Analysis(program, models);
            for (Function function : withBodies(program)) {
                sink.consume(analysis.fates(function));
            }
        }
    }

    /** Fates alone: all summaries are there. */
    @Benchmark
    public void fates(Blackhole sink) {
        for (int i = 0; i < programs.size(); i++) {
            for (Function function : withBodies(programs.get(i))) {
                sink.consume(analyses.get(i).fates(function));
            }
        }
    }

    /** All rules, on fates that are there. */
    @Benchmark
    public void rules(Blackhole sink) {
        for (FunctionFates function : fates) {
            for (Rule rule : rules) {
                rule.check(function, sink::consume);
            }
        }
    }
}
