package dev.heed.engine.fate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.IrDump;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Program;
import dev.heed.engine.model.ModelFiles;
import dev.heed.engine.model.Models;
import dev.heed.engine.testing.FakeHierarchy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The fate analysis against an interpreter that follows every path with concrete values, on functions made by chance. */
class RandomProgramsTest {
    private static final int PROGRAMS = Integer.getInteger("heed.random.programs", 1_500);
    private static final long FIRST_SEED = Long.getLong("heed.random.seed", 0);

    private final FakeHierarchy hierarchy = new FakeHierarchy();
    private final Models models = ModelFiles.shipped();
    private final List<Function> helpers = ProgramGenerator.helpers();
    private final Map<MethodRef, Function> project = new HashMap<>();
    private int compared;
    private int unknown;
    private int weaker;

    @Test
    void theAnalysisFindsTheFatesThatExecutionFinds() {
        helpers.forEach(helper -> project.put(helper.ref(), helper));
        List<String> shortest = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
            ProgramGenerator.Generated generated = ProgramGenerator.function(seed);
            List<String> differences = compare(generated);
            if (!differences.isEmpty()) {
                String text = "seed " + seed + "\n" + String.join("\n", differences) + "\n"
                        + IrDump.text(generated.function());
                shortest.add(text);
            }
        }
        shortest.sort(java.util.Comparator.comparingInt(String::length));
        assertThat(shortest.size() + " programs differ; the shortest:\n"
                        + String.join("\n", shortest.subList(0, Math.min(3, shortest.size()))))
                .isEqualTo("0 programs differ; the shortest:\n");
        assertThat(compared).as("starts compared, %d more unknown", unknown).isGreaterThan(PROGRAMS / 2);
        assertThat(unknown).isLessThan(compared / 10);
        assertThat(weaker).isLessThan(compared / 100);
    }

    private List<String> compare(ProgramGenerator.Generated generated) {
        List<Function> functions = new ArrayList<>(helpers);
        functions.add(generated.function());
        ProgramFacts facts = new ProgramFacts(new Program(functions, List.of(), hierarchy), models);
        FunctionFates fates = new FateAnalysis(facts, SummaryBuilder.build(facts)).analyze(generated.function());
        List<String> differences = new ArrayList<>();
        for (SignalFates signal : fates.signals()) {
            Set<Fate> found = fatesOf(signal);
            if (signal.start() == SignalFates.Start.CALLEE) {
                continue;
            } else if (found.contains(Fate.UNKNOWN)) {
                unknown++;
                continue;
            }
            compared++;
            Set<Fate> executed = execute(generated, signal);
            if (executed.isEmpty()) {
                continue;
            }
            Set<Fate> direct = EnumSet.copyOf(found);
            if (direct.remove(Fate.HANDLED_ELSEWHERE)) {
                direct.removeIf(executed::contains);
                Set<Fate> possible = elsewhere(signal, fates);
                possible.addAll(found);
                if (!direct.isEmpty() || !possible.containsAll(executed)) {
                    differences.add(signal.start() + " at " + signal.place() + ": analysis " + found + " (elsewhere "
                            + possible + "), execution " + executed);
                }
            } else if (!found.equals(executed)) {
                differences.add(signal.start() + " at " + signal.place() + " type " + signal.type() + ": analysis "
                        + found + ", execution " + executed);
            }
        }
        return differences;
    }

    private static Set<Fate> fatesOf(SignalFates signal) {
        Set<Fate> found = EnumSet.noneOf(Fate.class);
        signal.outcomes().forEach(outcome -> found.add(outcome.fate()));
        return found;
    }

    private static Set<Fate> elsewhere(SignalFates signal, FunctionFates fates) {
        Set<Fate> found = EnumSet.noneOf(Fate.class);
        for (SignalFates other : fates.signals()) {
            if (other != signal && other.start() == SignalFates.Start.HANDLER) {
                found.addAll(fatesOf(other));
            }
        }
        return found;
    }

    private Set<Fate> ofHandler(
            ProgramGenerator.Generated generated,
            Block block,
            Op.CatchEntry entry,
            SignalFates signal,
            boolean status) {
        return PathOracle.ofHandler(
                generated.function(),
                block,
                entry.variable(),
                signal.type(),
                generated.flags(),
                hierarchy,
                project,
                status);
    }

    private Set<Fate> execute(ProgramGenerator.Generated generated, SignalFates signal) {
        for (Block block : generated.function().blocks()) {
            for (int i = 0; i < block.ops().size(); i++) {
                Op op = block.ops().get(i);
                if (op instanceof Op.CatchEntry entry && entry.clause() == signal.clause()) {
                    Set<Boolean> statuses =
                            PathOracle.arrivals(generated.function(), block, generated.flags(), hierarchy, project);
                    if (statuses.isEmpty()) {
                        return Set.of();
                    }
                    Set<Fate> executed = ofHandler(generated, block, entry, signal, !statuses.contains(false));
                    if (!statuses.contains(false) && !executed.equals(fatesOf(signal))) {
                        // The analysis does not see that the status is set on every path: it follows no values there.
                        weaker++;
                        return ofHandler(generated, block, entry, signal, false);
                    }
                    return executed;
                } else if (op instanceof Op.Call call
                        && call == signal.deliveries().get(0).call()
                        && signal.clause() == null) {
                    return PathOracle.ofPoll(
                            generated.function(), block, i + 1, call.result(), generated.flags(), hierarchy, project);
                }
            }
        }
        throw new IllegalStateException("no start for " + signal);
    }
}
