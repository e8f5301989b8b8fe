package dev.heed.frontend.java.lower.random;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Writes a method of nested statements. Each call in it has a number of its own. */
final class ProgramGenerator {
    private final Random random;
    private final boolean hasPatternSwitch;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Target> targets = new ArrayDeque<>();
    private int next = 1;
    private int size;
    private int inSwitchExpression;
    private int inLambda;

    ProgramGenerator(long seed, boolean hasPatternSwitch) {
        this.random = new Random(seed);
        this.hasPatternSwitch = hasPatternSwitch;
    }

    private static final class Target {
        final String label;
        final boolean isLoop;
        boolean isBroken;

        Target(String label, boolean isLoop) {
            this.label = label;
            this.isLoop = isLoop;
        }
    }

    String program(String name) {
        out.append("public final class ").append(name).append(" {\n");
        out.append("  public static int run(dev.heed.frontend.java.lower.random.Tracer h) {\n");
        out.append("    int a = 1; int b = 2; boolean d = false; String w = \"w\";\n");
        out.append("    if (h.c(0)) {\n");
        block(4);
        out.append("    }\n    h.s(\"end\" + a + b + d + w);\n    return h.t(999);\n  }\n}\n");
        return out.toString();
    }

    private int id() {
        return next++;
    }

    /** Statements; whether the last can complete. */
    private boolean block(int depth) {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            if (!statement(depth)) {
                return false;
            }
        }
        return true;
    }

    private boolean braces(int depth) {
        out.append("{\n");
        boolean completes = block(depth - 1);
        out.append("}\n");
        return completes;
    }

    private boolean statement(int depth) {
        size++;
        if (depth <= 0 || size > 60) {
            return simple();
        }
        switch (random.nextInt(16)) {
            case 0, 1, 2:
                return attempt(depth);
            case 3:
                return whileLoop(depth);
            case 4:
                return doLoop(depth);
            case 5:
                return forLoop(depth);
            case 6:
                return forEach(depth);
            case 7:
                return choice(depth);
            case 8:
                return labelled(depth);
            case 9:
                out.append("if (").append(condition(2)).append(") ");
                boolean yes = braces(depth);
                if (random.nextBoolean()) {
                    return true;
                }
                out.append("else ");
                return braces(depth) || yes;
            case 10:
                out.append("synchronized (h) ");
                return braces(depth);
            case 11:
                return oldSwitch(depth);
            case 12:
                return jump();
            case 13:
                return patternTest(depth);
            case 14:
                lambda(depth);
                return true;
            default:
                return simple();
        }
    }

    private boolean simple() {
        switch (random.nextInt(10)) {
            case 0 -> out.append("a = ").append(number(2)).append(";\n");
            case 1 -> out.append("b += ").append(number(2)).append(";\n");
            case 2 -> out.append("h.x(").append(id()).append(");\n");
            case 3 -> out.append("d = ").append(condition(2)).append(";\n");
            case 4 -> out.append("h.s(\"v\" + a + ").append(number(1)).append(" + d + w);\n");
            case 5 -> out.append("w = a + b + w + 1 + 2;\n w = w.length() > 9 ? \"w\" : w;\n");
            case 6 ->
                out.append("assert h.c(")
                        .append(id())
                        .append(") : h.t(")
                        .append(id())
                        .append(");\n");
            case 7 -> out.append("d |= h.c(").append(id()).append(");\n");
            case 8 -> {
                return jump();
            }
            default -> out.append("h.t(").append(id()).append(");\n");
        }
        return true;
    }

    private String number(int depth) {
        if (depth == 0) {
            return random.nextBoolean() ? "h.t(" + id() + ")" : String.valueOf(random.nextInt(3));
        }
        return switch (random.nextInt(9)) {
            case 0 -> "(" + condition(depth - 1) + " ? " + number(depth - 1) + " : " + number(depth - 1) + ")";
            case 1 -> "(a + " + number(depth - 1) + " - (a = " + number(depth - 1) + "))";
            case 2 -> "(b++ + " + number(depth - 1) + ")";
            case 3 -> "h.x(" + id() + ")";
            case 4 -> "(--a * b)";
            case 5 -> "(b += a)";
            case 6 -> switchExpression(depth);
            default -> "h.t(" + id() + ")";
        };
    }

    private String switchExpression(int depth) {
        StringBuilder text = new StringBuilder("switch (h.t(" + id() + ")) { case 0 -> " + number(depth - 1) + "; ");
        text.append("case 1, 2 -> { ");
        if (random.nextBoolean()) {
            text.append("try { if (h.c(" + id() + ")) yield h.x(" + id() + "); } finally { a = h.t(" + id() + ");");
            text.append(random.nextInt(4) == 0 ? " if (d) yield a; } " : " } ");
        }
        text.append("yield h.t(" + id() + "); } ");
        if (random.nextBoolean()) {
            text.append("case 3 -> throw h.e(" + id() + "); ");
        }
        return text + "default -> " + number(depth - 1) + "; }";
    }

    private String condition(int depth) {
        if (depth == 0) {
            return "h.c(" + id() + ")";
        }
        return switch (random.nextInt(9)) {
            case 0 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
            case 1 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
            case 2 -> "!" + condition(depth - 1);
            case 3 -> "a < " + number(depth - 1);
            case 4 -> "(" + condition(depth - 1) + " ? d : " + condition(depth - 1) + ")";
            case 5 -> "h.r(" + id() + ") != null";
            case 6 -> "(d = " + condition(depth - 1) + ") == true";
            case 7 -> "d ^ h.c(" + id() + ")";
            default -> "h.c(" + id() + ")";
        };
    }

    private boolean attempt(int depth) {
        boolean hasResource = random.nextInt(4) == 0;
        out.append("try ");
        if (hasResource) {
            int count = 1 + random.nextInt(2);
            List<String> resources = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int id = id();
                resources.add("dev.heed.frontend.java.lower.random.Tracer.R r" + id + " = h.r(" + id + ")");
            }
            out.append("(").append(String.join("; ", resources)).append(") ");
        }
        out.append("{\n h.x(").append(id()).append(");\n");
        boolean completes = block(depth - 1);
        out.append("}\n");
        int catches = random.nextInt(3);
        List<String> types = List.of("E2", "E1", "E3", "RuntimeException", "Throwable");
        int from = random.nextInt(2);
        for (int i = 0; i < catches && from < types.size(); i++) {
            String type = qualified(types.get(from));
            if (from == 0 && random.nextInt(3) == 0) {
                type = qualified("E2") + " | " + qualified("E3");
                from = 3;
            } else {
                from += 1 + random.nextInt(2);
            }
            String name = "e" + id();
            out.append("catch (").append(type).append(' ').append(name).append(") {\n");
            out.append("h.caught(").append(name).append(");\n");
            boolean rethrows = random.nextInt(4) == 0 && !type.equals("Throwable");
            if (rethrows) {
                out.append("throw ").append(name).append(";\n");
            } else {
                completes |= block(depth - 1);
            }
            out.append("}\n");
        }
        if ((catches == 0 && !hasResource) || random.nextBoolean()) {
            out.append("finally ");
            return braces(depth) && completes;
        }
        return completes;
    }

    private static String qualified(String type) {
        return type.startsWith("E") ? "dev.heed.frontend.java.lower.random.Tracer." + type : type;
    }

    private String label() {
        String label = "l" + id();
        out.append(label).append(": ");
        return label;
    }

    private void body(Target target, int depth) {
        targets.push(target);
        block(depth - 1);
        targets.pop();
    }

    private boolean whileLoop(int depth) {
        Target target = new Target(label(), true);
        if (random.nextBoolean()) {
            out.append("while (h.f(").append(id()).append(")) {\n");
        } else {
            out.append("while (true) {\n if (!h.f(").append(id()).append(")) break;\n");
        }
        body(target, depth);
        out.append("}\n");
        return true;
    }

    private boolean doLoop(int depth) {
        Target target = new Target(label(), true);
        out.append("do {\n");
        targets.push(target);
        int start = out.length();
        boolean completes = block(depth - 1);
        targets.pop();
        boolean continues = out.indexOf("continue", start) >= 0;
        out.append("} while (h.f(").append(id()).append("));\n");
        return completes || continues || target.isBroken;
    }

    private boolean forLoop(int depth) {
        Target target = new Target(label(), true);
        String i = "i" + id();
        if (random.nextBoolean()) {
            out.append("for (int ").append(i).append(" = 0; h.f(").append(id()).append(") && ");
            out.append(i)
                    .append(" < 3; ")
                    .append(i)
                    .append("++, h.t(")
                    .append(id())
                    .append(")) {\n");
        } else {
            out.append("for (;;) {\n if (!h.f(").append(id()).append(")) break;\n");
        }
        body(target, depth);
        out.append("}\n");
        return true;
    }

    private boolean forEach(int depth) {
        Target target = new Target(label(), true);
        String e = "s" + id();
        out.append("for (String ").append(e).append(" : h.some(").append(id()).append(")) {\n h.s(");
        out.append(e).append(");\n");
        body(target, depth);
        out.append("}\n");
        return true;
    }

    private boolean labelled(int depth) {
        Target target = new Target(label(), false);
        out.append("{\n");
        targets.push(target);
        boolean completes = block(depth - 1);
        targets.pop();
        out.append("}\n");
        return completes || target.isBroken;
    }

    private boolean jump() {
        boolean isGuarded = random.nextInt(3) != 0;
        if (isGuarded) {
            out.append("if (").append(condition(1)).append(") ");
        }
        int kind = random.nextInt(6);
        List<Target> known = new ArrayList<>(targets);
        if (kind < 4 && !known.isEmpty()) {
            Target target = known.get(random.nextInt(known.size()));
            if (kind < 2 && target.isLoop) {
                out.append("continue ").append(target.label).append(";\n");
            } else {
                target.isBroken = true;
                out.append("break ").append(target.label).append(";\n");
            }
        } else if (kind == 4 || inSwitchExpression > 0) {
            out.append("throw h.e(").append(id()).append(");\n");
        } else {
            out.append("return ").append(number(1)).append(";\n");
        }
        return isGuarded;
    }

    private boolean choice(int depth) {
        out.append("switch (h.t(").append(id()).append(")) {\n");
        out.append("case 0 -> h.t(").append(id()).append(");\n");
        out.append("case 1, 2 -> ");
        braces(depth);
        if (random.nextBoolean()) {
            out.append("default -> ");
            braces(depth);
        }
        out.append("}\n");
        return true;
    }

    private boolean oldSwitch(int depth) {
        Target target = new Target(label(), false);
        out.append("switch (h.t(").append(id()).append(") + \"\") {\n");
        targets.push(target);
        boolean completes = true;
        List<String> labels = new ArrayList<>(List.of("case \"0\":", "case \"1\": case \"2\":", "case \"3\":"));
        if (random.nextBoolean()) {
            labels.add(random.nextInt(4), "default:");
        }
        for (String label : labels) {
            out.append(label).append('\n');
            completes = block(depth - 1);
            if (completes && random.nextBoolean()) {
                out.append("break;\n");
            }
        }
        targets.pop();
        out.append("}\n");
        return true;
    }

    private boolean patternTest(int depth) {
        String o = "o" + id();
        String n = "n" + id();
        out.append("Object ").append(o).append(" = h.o(").append(id()).append(");\n");
        if (hasPatternSwitch && random.nextBoolean()) {
            out.append("switch (").append(o).append(") {\n");
            out.append("case Integer ")
                    .append(n)
                    .append(" when h.c(")
                    .append(id())
                    .append(") -> h.show(")
                    .append(n);
            out.append(");\ncase null -> ");
            braces(depth);
            out.append("case Integer ")
                    .append(n)
                    .append(" -> { h.t(")
                    .append(id())
                    .append("); h.show(");
            out.append(n)
                    .append("); }\ncase String ")
                    .append(n)
                    .append(" when ")
                    .append(n);
            out.append(".length() > 2 -> h.show(").append(n).append(");\n default -> ");
            braces(depth);
            out.append("}\n");
            return true;
        }
        out.append("if (")
                .append(o)
                .append(" instanceof String ")
                .append(n)
                .append(" && h.c(")
                .append(id());
        out.append(")) {\n h.show(").append(n).append(");\n");
        block(depth - 1);
        out.append("}\n");
        return true;
    }

    /** What a lambda reads must not be assigned: it reads a copy. */
    private void lambda(int depth) {
        if (inLambda > 0) {
            simpleCall();
            return;
        }
        String copy = "k" + id();
        out.append("final int ").append(copy).append(" = a;\n");
        out.append("a = h.run(() -> { int q = ")
                .append(copy)
                .append(";\n try { h.x(")
                .append(id());
        out.append("); q += ").append(copy).append("; if (h.c(").append(id()).append(")) return q; } finally { h.t(");
        out.append(id()).append("); }\n return h.run(() -> h.t(").append(copy).append(")); });\n");
    }

    private void simpleCall() {
        out.append("h.t(").append(id()).append(");\n");
    }
}
