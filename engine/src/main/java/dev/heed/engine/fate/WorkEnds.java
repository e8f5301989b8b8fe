package dev.heed.engine.fate;

import dev.heed.engine.facts.CallSite;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.facts.Role;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.summary.Summaries;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether the end of a function is the end of the work that was cancelled: the body of a thread or task, {@code main}, a command,
 * a method that Spring runs as a task, a test, or a private function that such a body calls last.
 */
final class WorkEnds {
    private static final int MAX_DEPTH = 3;
    private static final Set<String> TEST_ANNOTATIONS = Set.of(
            "Test",
            "ParameterizedTest",
            "RepeatedTest",
            "TestFactory",
            "BeforeEach",
            "AfterEach",
            "BeforeAll",
            "AfterAll",
            "Before",
            "After",
            "BeforeClass",
            "AfterClass",
            "BeforeMethod",
            "AfterMethod",
            "Benchmark");

    /** Methods that Spring runs as tasks of a pool: {@code @Async}, {@code @Scheduled}. */
    private static final Set<String> TASK_ANNOTATIONS = Set.of("Async", "Scheduled", "Schedules");

    private final Function function;
    private final ProgramFacts facts;
    private final Summaries summaries;
    private final boolean here;

    /** @param asksCallers whether what callers do after it counts, too */
    WorkEnds(Function function, ProgramFacts facts, Summaries summaries, boolean asksCallers) {
        this.function = function;
        this.facts = facts;
        this.summaries = summaries;
        here = ends(function, asksCallers ? 0 : MAX_DEPTH);
    }

    /** Whether the work is a whole thread, so that nobody else uses the thread afterwards. */
    boolean ownsThread() {
        return here
                && !isTask(function)
                && (facts.roles(function).isEmpty() || facts.roles(function).equals(Set.of(Role.THREAD)));
    }

    boolean here() {
        return here;
    }

    private boolean ends(Function candidate, int depth) {
        if (isMain(candidate) || candidate.annotations().stream().anyMatch(TEST_ANNOTATIONS::contains)) {
            return true;
        }
        Set<Role> roles = facts.roles(candidate);
        if (roles.isEmpty() && isTask(candidate)) {
            return true;
        } else if (!roles.isEmpty()) {
            return roles.stream().allMatch(role -> role.endsWork() || isWork(candidate, role));
        } else if (isCommand(candidate)) {
            return true;
        }
        if (depth >= MAX_DEPTH || !candidate.modifiers().contains(Function.Modifier.PRIVATE)) {
            return false;
        }
        List<CallSite> callers = facts.callers(candidate);
        return !callers.isEmpty() && callers.stream().allMatch(site -> isLast(site) && ends(site.caller(), depth + 1));
    }

    /**
     * Whether a function is a command of a command line, called by what knows nothing of it: what comes after it is the prompt, or the
     * end of the process. Behind a helper the command goes on.
     */
    private boolean isCommand(Function candidate) {
        if (candidate.overrides().isEmpty()) {
            return false;
        }
        TypeDeclaration type = facts.type(candidate.ref().owner());
        while (type != null && !type.isCommand() && type.enclosingType() != null) {
            type = facts.type(type.enclosingType());
        }
        return type != null && type.isCommand();
    }

    /** A Runnable or Callable given to something unknown is work all the same. */
    private static boolean isWork(Function candidate, Role role) {
        return role == Role.UNKNOWN
                && candidate.kind() == Function.Kind.LAMBDA
                && candidate.overrides().stream()
                        .anyMatch(ref -> ref.owner().equals("java.lang.Runnable")
                                || ref.owner().equals("java.util.concurrent.Callable"));
    }

    private static boolean isTask(Function candidate) {
        return candidate.annotations().stream().anyMatch(TASK_ANNOTATIONS::contains);
    }

    private static boolean isMain(Function candidate) {
        return candidate.ref().name().equals("main")
                && candidate.isStatic()
                && candidate.ref().parameterTypes().equals(List.of("java.lang.String[]"));
    }

    /** Whether nothing that may wait comes after a call on any path. */
    private boolean isLast(CallSite site) {
        Deque<Block> work = new ArrayDeque<>();
        Set<Block> seen = new HashSet<>();
        for (Block block : site.caller().blocks()) {
            int index = block.ops().indexOf(site.call());
            if (index >= 0) {
                if (mayWaitAfter(block, index + 1)) {
                    return false;
                }
                work.addAll(block.successors());
            }
        }
        while (!work.isEmpty()) {
            Block block = work.poll();
            if (seen.add(block)) {
                if (block.isLoopHead() || mayWaitAfter(block, 0)) {
                    return false;
                }
                if (!(block.terminator() instanceof Terminator.Return)) {
                    work.addAll(block.successors());
                }
            }
        }
        return true;
    }

    private boolean mayWaitAfter(Block block, int from) {
        for (Op op : block.ops().subList(from, block.ops().size())) {
            if (op instanceof Op.Call call
                    && (call.callee().declaredThrows().contains(CallSemantics.INTERRUPTED_EXCEPTION)
                            || facts.targets(call).stream()
                                    .anyMatch(target -> summaries.of(target).waits()))) {
                return true;
            }
        }
        return false;
    }
}
