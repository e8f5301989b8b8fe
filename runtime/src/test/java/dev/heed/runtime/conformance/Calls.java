package dev.heed.runtime.conformance;

import static dev.heed.runtime.conformance.Interpreter.from;
import static dev.heed.runtime.conformance.Interpreter.known;
import static dev.heed.runtime.conformance.Interpreter.seconds;
import static dev.heed.runtime.conformance.Sexp.list;

import dev.heed.runtime.CancelScope;
import dev.heed.runtime.Loop;
import dev.heed.runtime.MisuseException;
import dev.heed.runtime.Nursery;
import dev.heed.runtime.Promise;
import dev.heed.runtime.Task;
import dev.heed.runtime.TaskGroup;
import dev.heed.runtime.TimedOutException;
import dev.heed.runtime.Timeout;
import dev.heed.runtime.conformance.Interpreter.Dialect;
import dev.heed.runtime.conformance.Interpreter.Env;
import dev.heed.runtime.conformance.Interpreter.Returned;
import dev.heed.runtime.demo.WaitFor311;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The statements and expressions of the case language that need the loop. */
final class Calls {
    private final Interpreter program;
    private final Loop loop;
    private final Map<String, Object> globals;
    private final Primitives primitives;
    private int unnamed;

    Calls(Interpreter program) {
        this.program = program;
        this.loop = program.loop;
        this.globals = program.globals;
        this.primitives = program.dialect == Dialect.TRIO ? new TrioPrimitives(loop) : new AsyncioPrimitives(loop);
    }

    Object expression(List<Object> x, Env env) throws Exception {
        String op = (String) x.get(0);
        return switch (op) {
            case "call" -> program.call(name(x, 1));
            case "await" -> awaitable(promise(x.get(1))).await();
            case "cancel" -> cancelled(x);
            case "uncancel" -> task(x.get(1)).uncancel();
            case "cancelling" -> task(x.get(1)).requests();
            case "done" -> future(x.get(1)).isDone();
            case "cancelledp" -> future(x.get(1)).isCancelled();
            case "shield" -> loop.shield(taskOf(x.get(1))).await();
            case "waitfor" -> waitFor(x);
            case "gather" -> loop.gather(futures(x, 1)).await();
            case "gatherx" -> loop.gatherOutcomes(futures(x, 1)).await();
            case "waitall" -> waited(x, 2, Loop.Until.ALL_DONE, x.get(1));
            case "waitfirst" -> waited(x, 1, Loop.Until.FIRST_DONE, "none");
            case "waitexc" -> waited(x, 1, Loop.Until.FIRST_FAILED, "none");
            case "expired" -> as(Timeout.class, global(x, 1)).isExpired();
            case "result" -> future(x.get(1)).result();
            case "exception" -> future(x.get(1)).failure();
            case "list" -> values(x, env);
            case "caught" -> scope(x.get(1)).isCaught();
            case "called" -> scope(x.get(1)).isCalled();
            case "effdeadline" ->
                loop.isCancelled()
                        ? "-inf"
                        : loop.deadline() == null
                                ? "inf"
                                : Formats.general(loop.deadline().toNanos() / 1e9);
            case "get", "lockedp", "qsize", "permits" -> primitives.expression(op, global(x, 1));
            default -> throw new AssertionError("expr " + x);
        };
    }

    private List<Object> values(List<Object> x, Env env) throws Exception {
        List<Object> values = new ArrayList<>();
        for (Object one : from(x, 1)) {
            values.add(program.expression(one, env));
        }
        return values;
    }

    private Object waited(List<Object> x, int first, Loop.Until until, Object limit) {
        List<Promise<Object>> promises = futures(x, first);
        if (promises.isEmpty()) {
            throw new PythonError("ValueError");
        }
        Loop.Waited<Object> waited =
                "none".equals(limit) ? loop.wait(promises, until) : loop.wait(promises, until, seconds(limit));
        return "done " + waited.done().size() + " pending " + waited.pending().size();
    }

    private Object cancelled(List<Object> x) {
        Object target = name(x, 1).equals("self") ? self() : global(x, 1);
        String message = x.size() > 2 ? x.get(2).toString() : null;
        if (target instanceof Promise<?> promise) {
            return promise.cancel(message);
        }
        throw new PythonError("AttributeError");
    }

    private Object waitFor(List<Object> x) throws Exception {
        if (x.get(1) instanceof String) {
            throw new PythonError("TypeError");
        }
        Duration limit = seconds(x.get(1));
        if (program.dialect == Dialect.CPYTHON_311) {
            Promise<Object> inner = taskOf(x.get(2));
            return WaitFor311.run(loop, limit, inner);
        }
        if (limit.isZero()) {
            return WaitFor311.run(loop, limit, taskOf(x.get(2)));
        }
        return isCall(x.get(2))
                ? loop.waitFor(limit, () -> program.call(name(list(x.get(2)), 1)))
                : loop.waitFor(limit, () -> taskOf(x.get(2)).await());
    }

    Returned statement(List<Object> st, Env env) throws Exception {
        String op = (String) st.get(0);
        switch (op) {
            case "sleep" -> primitives.sleep(seconds(st.get(1)));
            case "forever" -> loop.sleepForever();
            case "checkpoint" -> loop.checkpoint();
            case "shieldedcheckpoint" -> loop.yieldShielded();
            case "checkifcancelled" -> loop.checkCancelled();
            case "spawn" -> globals.put(name(st, 1), loop.spawn(name(st, 1), () -> program.call(name(st, 2))));
            case "gspawn" -> groupSpawn(st);
            case "nspawn" -> nurserySpawn(st);
            case "group",
                    "timeout",
                    "timeoutn",
                    "nursery",
                    "scope",
                    "enter",
                    "moveon",
                    "failafter",
                    "cleanup",
                    "with" -> {
                return block(op, st, env);
            }
            case "reschedule" -> reschedule(st);
            case "newscope" -> globals.put(name(st, 1), loop.scope(name(st, 1)));
            case "scancel" -> scope(st.get(1)).cancel(st.size() > 2 ? st.get(2).toString() : null);
            case "setshield" -> scope(st.get(1)).shield(st.get(2).equals("true"));
            case "setdeadline" -> scope(st.get(1)).deadlineIn(seconds(st.get(2)));
            case "future" -> globals.put(name(st, 1), loop.promise(name(st, 1)));
            case "setres" -> {
                Promise<Object> promise = future(global(st, 1));
                promise.complete(program.expression(st.get(2), env));
            }
            case "setexc" -> future(global(st, 1)).fail(new UserError(name(st, 2), ""));
            case "letgather" -> globals.put(name(st, 1), loop.gather(futures(st, 2)));
            case "letgatherx" -> globals.put(name(st, 1), loop.gatherOutcomes(futures(st, 2)));
            case "letshield" -> globals.put(name(st, 1), loop.shield(taskOf(st.get(2))));
            case "event", "lock", "sem", "cond", "queue" ->
                globals.put(name(st, 1), primitives.create(op, st.size() > 2 ? st.get(2) : 0L));
            case "wait", "set", "clear", "acquire", "release", "condwait", "notify" ->
                primitives.statement(op, global(st, 1));
            case "put" -> {
                Object queue = global(st, 1);
                primitives.put(queue, () -> program.expression(st.get(2), env));
            }
            case "callsoon" -> loop.callSoon(() -> program.callback(from(st, 1)));
            case "later" -> loop.callLater(seconds(st.get(1)), () -> program.callback(from(st, 2)));
            case "sigint" -> loop.callLater(seconds(st.get(1)), loop::interrupt);
            default -> {
                Object unused = program.expression(st, env);
            }
        }
        return null;
    }

    private Returned block(String op, List<Object> st, Env env) throws Exception {
        String name = st.size() > 1 ? st.get(1).toString() : "";
        return switch (op) {
            case "group" -> {
                inTask();
                yield loop.group(name, group -> {
                    globals.put(name, group);
                    return program.block(from(st, 2), env);
                });
            }
            case "timeout" -> timeout("timeout", seconds(st.get(1)), from(st, 2), env);
            case "timeoutn" -> timeout(name, "none".equals(st.get(2)) ? null : seconds(st.get(2)), from(st, 3), env);
            case "nursery" ->
                loop.nursery(name, nursery -> {
                    globals.put(name, nursery);
                    return program.block(from(st, 2), env);
                });
            case "scope" -> inScope(scope(name, list(st.get(2))), from(st, 3), name, env);
            case "enter" -> inScope(scope(st.get(1)), from(st, 2), name, env);
            case "moveon" -> inScope(loop.scope("moveOnAfter", seconds(st.get(2))), from(st, 3), name, env);
            case "failafter" -> {
                CancelScope scope = loop.scope("failAfter", seconds(st.get(2)));
                Returned returned = inScope(scope, from(st, 3), name, env);
                if (scope.isCaught()) {
                    throw new TimedOutException("failAfter", null);
                }
                yield returned;
            }
            case "cleanup" -> {
                Returned[] returned = new Returned[1];
                loop.cleanup(seconds(st.get(1)), () -> returned[0] = program.block(from(st, 2), env));
                yield returned[0];
            }
            default -> primitives.with(known(globals, name), () -> program.block(from(st, 2), env));
        };
    }

    private Returned inScope(CancelScope scope, List<Object> body, String name, Env env) throws Exception {
        globals.put(name, scope);
        return scope.run(() -> program.block(body, env));
    }

    private CancelScope scope(String name, List<Object> options) {
        CancelScope scope = options.contains("deadline")
                ? loop.scope(name, seconds(options.get(options.indexOf("deadline") + 1)))
                : loop.scope(name);
        return options.contains("shield") ? scope.shielded() : scope;
    }

    private Returned timeout(String name, Duration limit, List<Object> body, Env env) {
        inTask();
        Timeout.Block<Returned> block = timeout -> {
            globals.put(name, timeout);
            return program.block(body, env);
        };
        return limit == null ? loop.timeoutUnset(block) : loop.timeout(limit, block);
    }

    private void reschedule(List<Object> st) {
        Timeout timeout = as(Timeout.class, global(st, 1));
        if ("none".equals(st.get(2))) {
            timeout.disable();
        } else {
            timeout.reschedule(seconds(st.get(2)));
        }
    }

    private void groupSpawn(List<Object> st) {
        TaskGroup group = as(TaskGroup.class, global(st, 1));
        globals.put(name(st, 2), group.spawn(name(st, 2), () -> program.call(name(st, 3))));
    }

    private void nurserySpawn(List<Object> st) {
        Nursery nursery = as(Nursery.class, global(st, 1));
        Task<Object> unused = nursery.spawn(name(st, 2), () -> program.call(name(st, 2)));
    }

    /** A callback has no task, which asyncio says by a RuntimeError. */
    private void inTask() {
        if (program.isInCallback()) {
            throw new MisuseException("There is no task.");
        }
    }

    private static String name(List<Object> st, int index) {
        return st.get(index).toString();
    }

    private Object global(List<Object> st, int index) {
        return known(globals, name(st, index));
    }

    private Task<?> self() {
        if (program.isInCallback()) {
            throw new PythonError("AttributeError");
        }
        return loop.currentTask();
    }

    /** What a name stands for: the current task, or a global. */
    private Object promise(Object name) {
        return name.equals("self") ? self() : known(globals, name.toString());
    }

    private static Promise<?> awaitable(Object value) {
        if (value instanceof Promise<?> promise) {
            return promise;
        }
        throw new PythonError("TypeError");
    }

    @SuppressWarnings("unchecked")
    private Promise<Object> future(Object nameOrValue) {
        Object value = nameOrValue instanceof String ? promise(nameOrValue) : nameOrValue;
        if (value instanceof Promise<?> promise) {
            return (Promise<Object>) promise;
        }
        throw new PythonError("AttributeError");
    }

    private Task<?> task(Object name) {
        if (promise(name) instanceof Task<?> task) {
            return task;
        }
        throw new PythonError("AttributeError");
    }

    @SuppressWarnings("unchecked")
    private List<Promise<Object>> futures(List<Object> x, int first) {
        List<Promise<Object>> promises = new ArrayList<>();
        for (Object name : from(x, first)) {
            promises.add((Promise<Object>) awaitable(promise(name)));
        }
        return promises;
    }

    private static boolean isCall(Object x) {
        return x instanceof List<?> call && "call".equals(call.get(0));
    }

    /** A task for a call, else the promise that is named. */
    @SuppressWarnings("unchecked")
    private Promise<Object> taskOf(Object x) {
        if (isCall(x)) {
            String function = name(list(x), 1);
            return loop.spawn("Task-" + ++unnamed, () -> program.call(function));
        }
        Object name = x instanceof List<?> await && "await".equals(await.get(0)) ? await.get(1) : x;
        if (name instanceof List<?>) {
            throw new PythonError("TypeError");
        }
        return (Promise<Object>) awaitable(promise(name));
    }

    private CancelScope scope(Object name) {
        Object value = known(globals, name.toString());
        return value instanceof Nursery nursery ? nursery.scope() : as(CancelScope.class, value);
    }

    static <T> T as(Class<T> type, Object value) {
        if (!type.isInstance(value)) {
            throw new PythonError("AttributeError");
        }
        return type.cast(value);
    }
}
