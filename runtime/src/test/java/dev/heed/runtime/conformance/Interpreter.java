package dev.heed.runtime.conformance;

import static dev.heed.runtime.conformance.Sexp.list;

import dev.heed.runtime.AbandonedError;
import dev.heed.runtime.Backend;
import dev.heed.runtime.CancelScope;
import dev.heed.runtime.CancelledException;
import dev.heed.runtime.DeadlockException;
import dev.heed.runtime.Loop;
import dev.heed.runtime.LoopEvent;
import dev.heed.runtime.LoopInterruptedException;
import dev.heed.runtime.MisuseException;
import dev.heed.runtime.Report;
import dev.heed.runtime.Schedule;
import dev.heed.runtime.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs a program of the case language on the runtime and keeps its events: the statements that need no loop; see {@link Calls}. */
final class Interpreter {
    /** Whose semantics a program expects, where the three differ. */
    enum Dialect {
        /** CPython 3.11: its wait_for, and closing leaves behind what cleanups spawn. */
        CPYTHON_311,
        /** trio: every operation is a checkpoint. */
        TRIO,
        /** Ours. */
        OURS
    }

    /** The variables of one call. */
    static final class Env {
        final Map<String, Object> locals = new HashMap<>();
        Throwable thrown;
    }

    /** The value of a return statement. */
    record Returned(Object value) {}

    /** 0.9 of 2 to the 53rd. */
    private static final long NINE_TENTHS = (long) (0.9 * (1L << 53));

    final Dialect dialect;
    final Loop loop;
    final Map<String, Object> globals = new HashMap<>();
    private final Map<String, List<Object>> functions = new HashMap<>();
    private final List<String> events = new ArrayList<>();
    private final Calls calls;
    private boolean isInCallback;
    private boolean hasRing;
    private boolean isOver;

    private Interpreter(String source, Dialect dialect, Backend backend) {
        for (Object function : Sexp.parse(source)) {
            List<Object> parts = list(function);
            functions.put((String) parts.get(1), parts.subList(2, parts.size()));
        }
        this.dialect = dialect;
        this.loop = Loop.builder()
                .backend(backend)
                .closing(dialect == Dialect.CPYTHON_311 ? Loop.Closing.ONCE : Loop.Closing.UNTIL_ALL_ENDED)
                .reporter(this::report)
                .listener(this::hear)
                .schedule(
                        dialect == Dialect.TRIO
                                ? Schedule.batches("as the oracle's trio", Interpreter::trioOrder)
                                : Schedule.fifo())
                .build();
        this.calls = new Calls(this);
    }

    static List<String> run(String source, Dialect dialect, Backend backend) {
        return new Interpreter(source, dialect, backend).run();
    }

    /** The events, or null if tasks waited for each other in a ring when one was cancelled. */
    static List<String> runUnlessRing(String source, Dialect dialect, Backend backend) {
        Interpreter program = new Interpreter(source, dialect, backend);
        List<String> events = program.run();
        return program.hasRing ? null : events;
    }

    private List<String> run() {
        if (dialect == Dialect.TRIO) {
            return runAsTrio();
        }
        try {
            Object result = loop.run(() -> call("main"));
            log("end: " + Formats.value(result));
        } catch (DeadlockException e) {
            log("DEADLOCK");
        } catch (RuntimeException e) {
            log("end: " + Formats.describe(e));
        }
        int before = events.size();
        try {
            loop.close();
        } catch (DeadlockException e) {
            isOver = false;
            log("DEADLOCK-AT-CLOSE");
        } catch (LoopInterruptedException e) {
            return List.of("ORACLE-ERROR KeyboardInterrupt KeyboardInterrupt()");
        }
        isOver = false;
        if (events.size() > before) {
            log("closed");
        }
        return events;
    }

    /**
     * A ring of tasks that wait for each other: CPython runs into its recursion limit there, having counted many requests, and
     * the cancel raises RecursionError. Ours breaks the ring.
     */
    private void hear(LoopEvent event) {
        hasRing |= event.kind() == LoopEvent.Kind.CAME_ROUND;
    }

    /** As the oracle does: main may take 100,000 seconds, and what is left then waits for ever. */
    private List<String> runAsTrio() {
        Duration[] end = new Duration[1];
        Object[] result = new Object[1];
        boolean[] isDead = new boolean[1];
        loop.run(() -> {
            CancelScope guard = loop.scope("guard", Duration.ofSeconds(100_000));
            guard.run(() -> {
                try {
                    result[0] = call("main");
                } catch (CancelledException e) {
                    throw e;
                } catch (Exception e) {
                    result[0] = e;
                }
                end[0] = loop.now();
            });
            isDead[0] = guard.isCaught();
        });
        loop.close();
        events.add(isDead[0] ? "DEADLOCK" : Formats.time(end[0]) + " end: " + Formats.value(result[0]));
        return events;
    }

    /** The order in which the oracle's trio runs a batch: its shuffle with a random source that always says 0.9, last one first. */
    private static List<Task<?>> trioOrder(List<Task<?>> ready) {
        List<Task<?>> batch = new ArrayList<>(ready);
        for (int i = batch.size() - 1; i > 0; i--) {
            Collections.swap(batch, i, (int) (NINE_TENTHS % (i + 1)));
        }
        Collections.reverse(batch);
        return batch;
    }

    private void report(Report report) {
        if (report.kind() == Report.Kind.LEFT_BEHIND) {
            isOver = true; // From here on the tasks that are left only unwind.
        }
        if (report.kind() == Report.Kind.FAILED_IN_SHUTDOWN) {
            log("loop-error: " + Formats.describe(report.failure()));
        }
    }

    void log(String text) {
        if (isOver) {
            return;
        }
        events.add(Formats.time(loop.now()) + " " + text);
    }

    boolean isInCallback() {
        return isInCallback;
    }

    /** Runs statements as a callback. */
    void callback(List<Object> statements) {
        isInCallback = true;
        try {
            Object unused = block(statements, new Env());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            isInCallback = false;
        }
    }

    Object call(String function) throws Exception {
        Returned returned = block(known(functions, function), new Env());
        return returned == null ? null : returned.value();
    }

    static <T> T known(Map<String, T> map, String key) {
        if (!map.containsKey(key)) {
            throw new PythonError("KeyError");
        }
        return map.get(key);
    }

    Returned block(List<Object> statements, Env env) throws Exception {
        for (Object statement : statements) {
            Returned returned = statement(list(statement), env);
            if (returned != null) {
                return returned;
            }
        }
        return null;
    }

    static List<Object> from(List<Object> statement, int first) {
        return statement.subList(Math.min(first, statement.size()), statement.size());
    }

    private Returned statement(List<Object> st, Env env) throws Exception {
        switch ((String) st.get(0)) {
            case "log" -> log(st.get(1).toString());
            case "logv" -> log(st.get(1) + "=" + Formats.value(expression(st.get(2), env)));
            case "logx" -> log(st.get(1) + ": " + Formats.describe(env.thrown));
            case "logwhy" ->
                log(st.get(1) + ": "
                        + (env.thrown instanceof CancelledException e ? e.why() : Formats.describe(env.thrown)));
            case "let" -> env.locals.put((String) st.get(1), expression(st.get(2), env));
            case "return" -> {
                return new Returned(st.size() > 1 ? expression(st.get(1), env) : null);
            }
            case "raise" ->
                throw new UserError(
                        st.get(1).toString(), st.size() > 2 ? st.get(2).toString() : "");
            case "reraise" -> {
                if (env.thrown == null) {
                    throw new PythonError("TypeError");
                }
                throw sneaky(env.thrown);
            }
            case "if" -> {
                boolean holds = Formats.isTrue(expression(st.get(1), env));
                List<Object> branch = holds ? list(st.get(2)) : st.size() > 3 ? list(st.get(3)) : List.of();
                return block(from(branch, 1), env);
            }
            case "repeat" -> {
                for (long i = 0; i < (Long) st.get(1); i++) {
                    Returned returned = block(from(st, 2), env);
                    if (returned != null) {
                        return returned;
                    }
                }
            }
            case "do" -> {
                return block(from(st, 1), env);
            }
            case "ifdef" -> {
                return globals.containsKey(st.get(1).toString()) ? block(from(st, 2), env) : null;
            }
            case "try" -> {
                return tryStatement(st, env);
            }
            default -> {
                return calls.statement(st, env);
            }
        }
        return null;
    }

    private static boolean startsWith(Object part, String word) {
        return part instanceof List<?> inner && !inner.isEmpty() && inner.get(0).equals(word);
    }

    private Returned tryStatement(List<Object> st, Env env) throws Exception {
        List<Object> body = new ArrayList<>();
        List<List<Object>> handlers = new ArrayList<>();
        List<Object> last = null;
        for (Object part : from(st, 1)) {
            if (startsWith(part, "catch")) {
                handlers.add(list(part));
            } else if (startsWith(part, "finally")) {
                last = from(list(part), 1);
            } else {
                body.add(part);
            }
        }
        if (last == null) {
            return handled(body, handlers, env);
        }
        Returned returned;
        try {
            returned = handled(body, handlers, env);
        } catch (Throwable thrown) {
            if (isUncatchable(thrown)) {
                throw thrown;
            }
            Returned instead = with(thrown, last, env);
            if (instead != null) {
                return instead;
            }
            throw thrown;
        }
        Returned instead = block(last, env);
        return instead != null ? instead : returned;
    }

    private Returned handled(List<Object> body, List<List<Object>> handlers, Env env) throws Exception {
        try {
            return block(body, env);
        } catch (Throwable thrown) {
            if (isUncatchable(thrown)) {
                throw thrown;
            }
            for (List<Object> handler : handlers) {
                if (Formats.matches(handler.get(1).toString(), thrown)) {
                    return with(thrown, from(handler, 2), env);
                }
            }
            throw thrown;
        }
    }

    private Returned with(Throwable thrown, List<Object> statements, Env env) throws Exception {
        Throwable before = env.thrown;
        env.thrown = thrown;
        try {
            return block(statements, env);
        } finally {
            env.thrown = before;
        }
    }

    /** What the oracle's programs do not see: the loop closes, or a callback tries to suspend. */
    private boolean isUncatchable(Throwable thrown) {
        return thrown instanceof AbandonedError
                || thrown instanceof DeadlockException
                || thrown instanceof AssertionError
                || thrown instanceof ClassCastException
                || (isInCallback
                        && thrown instanceof MisuseException
                        && thrown.getMessage().contains("must not suspend"));
    }

    private static RuntimeException sneaky(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }

    Object expression(Object value, Env env) throws Exception {
        if (value instanceof String name) {
            return env.locals.containsKey(name) ? env.locals.get(name) : named(name);
        }
        if (value instanceof Sexp.Text text) {
            return text.value();
        }
        return value instanceof List<?> ? calls.expression(list(value), env) : value;
    }

    private Object named(String name) {
        return switch (name) {
            case "true" -> true;
            case "false" -> false;
            case "none" -> null;
            case "self" -> isInCallback ? null : loop.currentTask();
            default -> dialect == Dialect.TRIO ? globals.get(name) : known(globals, name);
        };
    }

    static Duration seconds(Object number) {
        if (!(number instanceof Number seconds)) {
            throw new PythonError("TypeError");
        }
        return Duration.ofNanos(Math.round(Math.max(0, seconds.doubleValue()) * 10_000) * 100_000);
    }
}
