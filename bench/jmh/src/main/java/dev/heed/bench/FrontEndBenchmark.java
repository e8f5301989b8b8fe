package dev.heed.bench;

import com.github.javaparser.ast.CompilationUnit;
import dev.heed.engine.ir.Function;
import dev.heed.frontend.java.JavaMembers;
import dev.heed.frontend.java.JavaParserMembers;
import dev.heed.frontend.java.lower.UnitLowering;
import dev.heed.frontend.java.skim.LineMap;
import dev.heed.frontend.java.skim.Skimmer;
import dev.heed.frontend.java.types.ClassPath;
import dev.heed.frontend.java.types.JavaTypes;
import dev.heed.frontend.java.types.ProjectTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** From text to IR, step by step, each over all files of a library: in a scan most members are never parsed or lowered. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FrontEndBenchmark {
    /** The directory of the sources. */
    @Param("")
    public String sources;

    private final JavaMembers parser = new JavaParserMembers();
    private List<Sources.Text> files;
    private List<CompilationUnit> trees;
    private JavaTypes types;

    /** Reads the texts, and parses them for the step after. */
    @Setup
    public void read() {
        files = Sources.below(sources);
        trees = new ArrayList<>();
        ProjectTypes.Builder declared = new ProjectTypes.Builder();
        for (Sources.Text file : files) {
            CompilationUnit tree = parser.parse(file.path(), file.text()).unit();
            trees.add(tree);
            declared.add(tree, file.path());
        }
        types = JavaTypes.of(declared.build(), ClassPath.empty());
    }

    /** Finds types, members, bodies and words. */
    @Benchmark
    public void skim(Blackhole sink) {
        for (Sources.Text file : files) {
            sink.consume(Skimmer.skim(file.text()));
        }
    }

    /** Makes whole trees. */
    @Benchmark
    public void parse(Blackhole sink) {
        for (Sources.Text file : files) {
            sink.consume(parser.parse(file.path(), file.text()));
        }
    }

    /** Resolves names and makes control-flow graphs of trees; what is known of types stays known between the rounds. */
    @Benchmark
    public void lower(Blackhole sink) {
        for (int i = 0; i < trees.size(); i++) {
            Sources.Text file = files.get(i);
            List<Function> functions = UnitLowering.lower(
                    file,
                    trees.get(i),
                    LineMap.IDENTITY,
                    types.resolverFor(trees.get(i), file.path()),
                    Map.of(),
                    notification -> {});
            sink.consume(functions);
        }
    }
}
