package dev.heed.runtime.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes random programs of the case language's asyncio dialect. The same seed gives the same program. A function calls and spawns
 * only later functions, so every program ends, or waits for ever, which both sides tell.
 */
final class Generator {
    private static final String[] TASKS = {"t0", "t1", "t2", "t3"};
    private static final String[] FUTURES = {"f0", "f1", "p0", "p1"};
    private static final String[] TIMEOUTS = {"timeout", "o0", "o1"};
    private static final String[] GROUPS = {"g0", "g1"};
    private static final String[] TIMES = {"0", "0.5", "1", "1", "1.5", "2", "3"};
    private static final String[] KINDS = {"E1", "E2"};
    private static final String[] CATCHES = {
        "cancelled", "cancelled", "cancelled", "any", "error", "timeout", "group", "E1", "E2"
    };
    private static final int FUNCTIONS = 5;
    private static final int DEPTH = 3;

    private final Random dice;
    private int function;
    private int logs;

    private Generator(long seed) {
        dice = new Random(seed);
    }

    static String program(long seed) {
        return new Generator(seed).program();
    }

    private String program() {
        StringBuilder program = new StringBuilder();
        int count = 2 + dice.nextInt(FUNCTIONS - 1);
        for (int i = count - 1; i >= 1; i--) {
            function = i;
            program.append("(fn w")
                    .append(i)
                    .append(' ')
                    .append(body(count, 1 + dice.nextInt(4)))
                    .append(") ");
        }
        function = 0;
        program.append("(fn leaf (log \"leaf\") (try (sleep ").append(pick(TIMES));
        program.append(") (log \"leaf end\") (return 5) (finally (log \"leaf left\")))) (fn main ");
        if (dice.nextInt(10) > 0) {
            program.append("(future f0) (future f1) (lock l) (sem s ").append(dice.nextInt(3));
            program.append(") (event e) (cond c) (queue q ")
                    .append(dice.nextInt(3))
                    .append(") ");
        }
        if (dice.nextInt(8) == 0) {
            program.append("(sigint ").append(pick(TIMES)).append(") ");
        }
        for (int i = 1; i < count; i++) {
            if (dice.nextInt(6) > 0) {
                program.append("(spawn t").append(i - 1).append(" w").append(i).append(") ");
            }
        }
        for (int i = dice.nextInt(7); i > 0; i--) {
            program.append("(later ")
                    .append(pick(TIMES))
                    .append(' ')
                    .append(callback())
                    .append(") ");
        }
        if (dice.nextInt(3) == 0) {
            program.append("(letgather p0 t0 f0) (letshield p1 (await t1)) ");
        }
        program.append(body(count, 2 + dice.nextInt(6))).append(')');
        return program.toString();
    }

    private String body(int count, int length) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < length; i++) {
            body.append(i == 0 ? "" : " ").append(statement(count, DEPTH));
        }
        return body.toString();
    }

    private String block(int count, int depth) {
        int length = 1 + dice.nextInt(3);
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            statements.add(statement(count, depth - 1));
        }
        return String.join(" ", statements);
    }

    private String log() {
        return "\"" + (function == 0 ? "m" : "w" + function) + "." + logs++ + "\"";
    }

    /** Most are guarded: a program that fails at its first line tests little. */
    private String statement(int count, int depth) {
        String statement = bare(count, depth);
        return dice.nextInt(5) < 2
                ? "(try " + statement + " (catch " + pick("any", "any", "error", "cancelled") + " (logx " + log()
                        + ")))"
                : statement;
    }

    private String bare(int count, int depth) {
        int kind = dice.nextInt(depth > 0 ? 100 : 72);
        if (kind < 10) {
            return "(log " + log() + ")";
        }
        if (kind < 20) {
            return "(sleep " + pick(TIMES) + ")";
        }
        if (kind < 40) {
            return "(logv " + log() + " " + expression(count) + ")";
        }
        if (kind < 44) {
            return expression(count);
        }
        if (kind < 48) {
            return "(spawn " + pick(TASKS) + " " + callee(count) + ")";
        }
        if (kind < 72) {
            return simple(count);
        }
        return compound(count, depth);
    }

    private String simple(int count) {
        return switch (dice.nextInt(30)) {
            case 0 -> "(setres " + future() + " " + dice.nextInt(9) + ")";
            case 1 -> "(setexc " + future() + " " + pick(KINDS) + ")";
            case 2 -> "(letgather " + pick("p0", "p1") + " " + tasks() + ")";
            case 3 -> "(letgatherx " + pick("p0", "p1") + " " + tasks() + ")";
            case 4 -> "(letshield " + pick("p0", "p1") + " " + awaitable(count) + ")";
            case 5 -> "(wait " + pick("e", "e", "c") + ")";
            case 6 -> "(set e)";
            case 7 -> "(clear e)";
            case 8, 9 -> "(acquire " + pick("l", "s", "c") + ")";
            case 10, 11 -> "(release " + pick("l", "s", "c") + ")";
            case 12 -> "(condwait c)";
            case 13, 14 -> "(notify c)";
            case 15, 16 -> "(put q " + pick("1", "2", "\"x\"", "none") + ")";
            case 17 -> "(raise " + pick(KINDS) + (dice.nextBoolean() ? " \"boom\"" : "") + ")";
            case 18 -> "(reraise)";
            case 19 -> "(return" + (dice.nextBoolean() ? " " + value() : "") + ")";
            case 20, 21 -> "(callsoon " + callback() + ")";
            case 22, 23 -> "(later " + pick(TIMES) + " " + callback() + ")";
            case 24 -> "(reschedule " + pick(TIMEOUTS) + " " + pick("none", "0", "0.5", "1", "2") + ")";
            case 25 -> "(gspawn " + pick(GROUPS) + " " + pick(TASKS) + " " + callee(count) + ")";
            case 26 -> "(future " + pick(FUTURES) + ")";
            case 27 -> "(let v " + expression(count) + ")";
            case 28 -> dice.nextInt(6) == 0 ? "(sigint " + pick(TIMES) + ")" : "(sleep 0)";
            default -> "(logx " + log() + ")";
        };
    }

    private String compound(int count, int depth) {
        String body = block(count, depth);
        return switch (dice.nextInt(19)) {
            case 0, 1, 2, 3, 4, 5 -> tryStatement(count, depth, body);
            case 6, 7 -> {
                String group = pick(GROUPS);
                yield "(group " + group + " (gspawn " + group + " " + pick(TASKS) + " " + callee(count) + ") "
                        + (dice.nextBoolean()
                                ? "(gspawn " + group + " " + pick(TASKS) + " " + callee(count) + ") "
                                : "")
                        + body + ")";
            }
            case 8 -> "(group " + pick(GROUPS) + " " + body + ")";
            case 9, 10 -> "(timeout " + pick(TIMES) + " " + body + ")";
            case 11 -> "(timeoutn " + pick("o0", "o1") + " " + pick("none", "0", "0.5", "1", "2") + " " + body + ")";
            case 12, 13 -> "(with " + pick("l", "s", "c") + " " + body + ")";
            case 14 ->
                "(if " + expression(count) + " (do " + body + ")"
                        + (dice.nextBoolean() ? " (do " + block(count, depth) + ")" : "") + ")";
            case 15 -> "(repeat " + dice.nextInt(4) + " " + body + ")";
            case 16 -> "(do " + body + ")";
            case 17 -> "(ifdef " + pick(pick(TASKS), pick(FUTURES), pick(TIMEOUTS)) + " " + body + ")";
            default -> "(with c (condwait c))";
        };
    }

    private String tryStatement(int count, int depth, String body) {
        StringBuilder text = new StringBuilder("(try ").append(body);
        int handlers = dice.nextInt(3);
        for (int i = 0; i < handlers; i++) {
            text.append(" (catch ").append(pick(CATCHES));
            text.append(" (logx ").append(log()).append(')');
            if (dice.nextBoolean()) {
                text.append(' ').append(block(count, depth));
            }
            if (dice.nextInt(3) > 0) {
                text.append(" (reraise)");
            }
            text.append(')');
        }
        if (handlers == 0 || dice.nextInt(3) == 0) {
            text.append(" (finally (log ")
                    .append(log())
                    .append(") ")
                    .append(block(count, depth))
                    .append(')');
        }
        return text.append(')').toString();
    }

    private String callback() {
        return switch (dice.nextInt(12)) {
            case 0, 1 -> "(cancel " + pick(TASKS) + message() + ")";
            case 2 -> "(setres " + future() + " 7)";
            case 3 -> "(setexc " + future() + " E2)";
            case 4 -> "(set e)";
            case 5 -> "(release " + pick("l", "s") + ")";
            case 6 -> "(cancel " + future() + message() + ")";
            case 7 -> "(log " + log() + ")";
            case 8 -> "(callsoon (log " + log() + "))";
            case 9 -> "(try (logv " + log() + " (result " + pick(TASKS) + ")) (catch any (logx " + log() + ")))";
            case 10 -> "(try (timeout 1 (log " + log() + ")) (catch any (logx " + log() + ")))";
            default -> "(notify c)";
        };
    }

    private String callee(int count) {
        int next = function + 1;
        if (next < count && dice.nextInt(30) > 0) {
            return "w" + (next + dice.nextInt(count - next));
        }
        return dice.nextInt(10) == 0 ? "none_such" : "leaf";
    }

    private String message() {
        return dice.nextInt(3) == 0 ? " \"m" + dice.nextInt(3) + "\"" : "";
    }

    private String future() {
        return dice.nextInt(12) == 0 ? pick(TASKS) : pick(FUTURES);
    }

    private String any() {
        int kind = dice.nextInt(20);
        return kind == 0 ? "self" : kind < 14 ? pick(TASKS) : pick(FUTURES);
    }

    private String tasks() {
        int count = dice.nextInt(8) == 0 ? 0 : 1 + dice.nextInt(3);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(dice.nextInt(5) == 0 ? pick(FUTURES) : pick(TASKS));
        }
        return String.join(" ", names);
    }

    private String awaitable(int count) {
        return dice.nextInt(3) == 0 ? "(call " + callee(count) + ")" : "(await " + any() + ")";
    }

    private String value() {
        return pick("1", "2.5", "\"s\"", "none", "true", "v", "(list 1 \"a\" none)");
    }

    private String expression(int count) {
        return switch (dice.nextInt(28)) {
            case 0, 1 -> "(call " + callee(count) + ")";
            case 2, 3, 4, 5 -> "(await " + any() + ")";
            case 6, 7, 8 -> "(cancel " + any() + message() + ")";
            case 9 -> "(uncancel " + pick("self", pick(TASKS)) + ")";
            case 10 -> "(cancelling " + pick("self", pick(TASKS)) + ")";
            case 11 -> "(done " + any() + ")";
            case 12 -> "(cancelledp " + any() + ")";
            case 13, 14 -> "(shield " + awaitable(count) + ")";
            case 15, 16, 17 -> "(waitfor " + pick(TIMES) + " " + awaitable(count) + ")";
            case 18, 19 -> "(gather " + tasks() + ")";
            case 20 -> "(gatherx " + tasks() + ")";
            case 21 -> "(waitall " + pick("none", "0", "1", "2") + " " + tasks() + ")";
            case 22 -> "(" + pick("waitfirst", "waitexc") + " " + tasks() + ")";
            case 23 -> "(get q)";
            case 24 -> "(lockedp " + pick("l", "s", "c") + ")";
            case 25 -> "(" + pick("result", "exception") + " " + any() + ")";
            case 26 -> "(expired " + pick(TIMEOUTS) + ")";
            default -> "(qsize q)";
        };
    }

    private String pick(String... choices) {
        return choices[dice.nextInt(choices.length)];
    }
}
