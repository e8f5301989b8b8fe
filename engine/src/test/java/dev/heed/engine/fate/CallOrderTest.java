package dev.heed.engine.fate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.summary.Summaries;
import dev.heed.engine.summary.Summary;
import dev.heed.engine.testing.IrBuilder;
import dev.heed.engine.testing.Lab;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which order functions are summarized, and that it decides over nothing. */
class CallOrderTest {
    private static final int FUNCTIONS = 80;

    /** All that an order tells. */
    static List<List<Function>> components(CallOrder order) {
        List<List<Function>> components = new ArrayList<>();
        for (List<Function> next = order.next(); next != null; next = order.next()) {
            components.add(next);
        }
        return components;
    }

    /** Functions that call each other here and there, wait, throw what they caught, restore, or swallow. */
    private static Function[] tangle(long seed) {
        Random random = new Random(seed);
        Function[] functions = new Function[FUNCTIONS];
        for (int i = 0; i < FUNCTIONS; i++) {
            IrBuilder made = new IrBuilder("C", "f" + i).declares(IrBuilder.INTERRUPTED);
            for (int call = 0; call < 2; call++) {
                // Mostly forwards, sometimes back: so there are components of one and of many.
                int callee = random.nextInt(8) == 0 ? random.nextInt(i + 1) : i + 1 + random.nextInt(6);
                if (callee < FUNCTIONS) {
                    MethodRef ref = new MethodRef("C", "f" + callee, List.of());
                    switch (random.nextInt(4)) {
                        case 0 -> made.maybe(c -> c.callStatic(ref, List.of()), c -> {});
                        case 1 ->
                            made.tryCatch(
                                    c -> c.callStatic(ref, List.of()), IrBuilder.INTERRUPTED, (c, e) -> c.restore());
                        default -> made.callStatic(ref, List.of());
                    }
                }
            }
            if (random.nextInt(6) == 0) {
                made.await();
            }
            functions[i] = made.build();
        }
        return functions;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6})
    void whoTurnsOtherwiseMeetsTheSameComponentsCalleesFirst(int turns) {
        boolean isAnother = false;
        for (int seed = 0; seed < 20; seed++) {
            Function[] functions = tangle(seed);
            Lab lab = new Lab(functions);
            List<List<Function>> usual = components(new CallOrder(functions[0], lab.facts(), f -> false, 0));
            List<List<Function>> turned = components(new CallOrder(functions[0], lab.facts(), f -> false, turns));
            assertThat(turned).containsExactlyInAnyOrderElementsOf(usual);
            assertThat(usual).anyMatch(component -> component.size() > 1);
            isAnother |= !turned.equals(usual);
            Set<Function> told = new HashSet<>();
            for (List<Function> component : turned) {
                told.addAll(component);
                assertThat(told).containsAll(callees(component, lab));
            }
        }
        assertThat(isAnother).as("another way").isTrue();
    }

    private static Set<Function> callees(List<Function> component, Lab lab) {
        Set<Function> found = new HashSet<>();
        for (Function function : component) {
            function.blocks().stream()
                    .flatMap(block -> block.ops().stream())
                    .filter(Op.Call.class::isInstance)
                    .forEach(op -> found.addAll(lab.facts().targets((Op.Call) op)));
        }
        return found;
    }

    @Test
    void whatIsDoneMeanwhileIsLeftOut() {
        MethodRef leaf = new MethodRef("C", "leaf", List.of());
        Function[] all = {
            new IrBuilder("C", "root")
                    .callStatic(new MethodRef("C", "left", List.of()), List.of())
                    .callStatic(new MethodRef("C", "right", List.of()), List.of())
                    .build(),
            new IrBuilder("C", "left").build(),
            new IrBuilder("C", "right").callStatic(leaf, List.of()).build(),
            new IrBuilder("C", "leaf").build()
        };
        Set<Function> done = new HashSet<>();
        CallOrder order = new CallOrder(all[0], new Lab(all).facts(), done::contains, 0);
        assertThat(order.next()).containsExactly(all[1]);
        done.add(all[2]);
        assertThat(order.next()).containsExactly(all[0]);
        assertThat(order.next()).isNull();
    }

    @RepeatedTest(60)
    void threadsThatShareTheWorkComeToTheSameSummaries(RepetitionInfo repetition) throws InterruptedException {
        Function[] functions = tangle(repetition.getCurrentRepetition());
        Lab lab = new Lab(functions);
        Summaries alone = SummaryBuilder.build(lab.facts());
        Summaries shared = SummaryBuilder.build(lab.facts());
        Map<Function, Summary> found = new ConcurrentHashMap<>();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            int offset = number * FUNCTIONS / 4;
            Runnable work = () -> {
                for (int i = 0; i < FUNCTIONS; i++) {
                    Function function = functions[(i + offset) % FUNCTIONS];
                    Summary summary = shared.of(function);
                    Summary before = found.putIfAbsent(function, summary);
                    if (before != null && !before.equals(summary)) {
                        found.put(function, Summary.UNKNOWN);
                    }
                }
            };
            threads.add(new WorkerThread(work, "test", Duration.ZERO, number));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(found).hasSize(FUNCTIONS);
        assertThat(found)
                .allSatisfy((function, summary) ->
                        assertThat(summary).as(function.toString()).isEqualTo(alone.of(function)));
    }
}
