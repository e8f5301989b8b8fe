package dev.heed.frontend.java.fates;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Writes Java functions, by chance, of all that matters to a signal. They compile: nothing stands behind a jump, and a clause
 * that names the interrupt has a wait in its try. Handlers and polls tell {@code Points} their line.
 */
final class FunctionWriter {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> caught = new ArrayDeque<>();
    private final Deque<String> labels = new ArrayDeque<>();
    private final List<String> flags = new ArrayList<>();
    private final Set<Integer> linesInFinally = new HashSet<>();
    private Random random = new Random(0);
    private int line = 1;
    private int names;
    private int budget;
    private int depth;
    private int polls;
    private boolean inFinally;

    FunctionWriter() {
        print("import java.util.logging.Level;");
        print("import java.util.logging.Logger;");
        print("final class Generated {");
        print("    private static final Logger LOG = Logger.getLogger(\"generated\");");
        print("    private static final Object LOCK = new Object();");
        print("    static void restores() { Thread.currentThread().interrupt(); }");
        print("    static void restoresIf(boolean really) { if (really) { Thread.currentThread().interrupt(); } }");
        print("    static void clears() { Thread.interrupted(); }");
        print("    static void fails() { throw new IllegalStateException(\"failed\"); }");
        print("    static void restoresIfInterrupt(Throwable t) {");
        print("        if (t instanceof InterruptedException) { Thread.currentThread().interrupt(); }");
        print("    }");
        print("    static void quiet() {");
        print("        try { Points.quiet(); } catch (InterruptedException e) { Thread.currentThread().interrupt(); }");
        print("    }");
    }

    /** Ends the class. */
    String finish() {
        print("}");
        return out.toString();
    }

    /** Lines of polls in finally blocks. */
    Set<Integer> linesInFinally() {
        return linesInFinally;
    }

    private void print(String text) {
        out.append("    ".repeat(Math.min(depth, 12))).append(text).append('\n');
        line++;
    }

    /** A method {@code f<seed>}; with flags, its paths depend on each other. Returns its first and last line. */
    int[] function(long seed, boolean hasFlags) {
        random = new Random(seed);
        budget = 5 + random.nextInt(16);
        int first = line;
        depth = 1;
        print("static void f" + seed + "() throws InterruptedException {");
        depth++;
        flags.clear();
        for (int i = hasFlags ? 1 + random.nextInt(2) : 0; i > 0; i--) {
            String flag = "flag" + i;
            flags.add(flag);
            print("boolean " + flag + " = false;");
        }
        if (tryStatement() && block() && !flags.isEmpty()) {
            print("if (" + flags.get(0) + ") {");
            print("    Thread.currentThread().interrupt();");
            print("}");
        }
        depth--;
        print("}");
        return new int[] {first, line - 1};
    }

    /** Statements; returns whether control may come to what stands behind them. */
    private boolean block() {
        for (int i = 1 + random.nextInt(3); i > 0 && budget > 0; i--) {
            if (!statement()) {
                return false;
            }
        }
        return true;
    }

    private boolean nested() {
        depth++;
        boolean completes = block();
        depth--;
        return completes;
    }

    private boolean statement() {
        budget--;
        switch (random.nextInt(26)) {
            case 0, 1, 2 -> print("Points.await();");
            case 3, 4 -> print("Thread.currentThread().interrupt();");
            case 5 -> log();
            case 6, 7 -> {
                return poll();
            }
            case 8 -> {
                return ifElse("Thread.currentThread().isInterrupted()");
            }
            case 9, 10 -> {
                return ifElse("Points.choice()");
            }
            case 11 -> flag();
            case 12, 13 -> {
                return loop();
            }
            case 14, 15, 16, 17 -> {
                return inFinally ? work() : tryStatement();
            }
            case 18 -> {
                return thrown();
            }
            case 19 -> {
                return jump();
            }
            case 20 -> {
                return guard();
            }
            case 21 -> {
                print("synchronized (LOCK) {");
                boolean completes = nested();
                print("}");
                return completes;
            }
            case 22 -> {
                return choose();
            }
            default -> helper();
        }
        return true;
    }

    private boolean work() {
        print("Points.work();");
        return true;
    }

    private void log() {
        print(caught.isEmpty() ? "LOG.finest(\"text\");" : "LOG.log(Level.FINEST, \"text\", " + caught.peek() + ");");
    }

    private boolean ifElse(String condition) {
        print("if (" + condition + ") {");
        boolean completes = nested();
        if (random.nextBoolean()) {
            print("}");
            return true;
        }
        print("} else {");
        completes |= nested();
        print("}");
        return completes;
    }

    private boolean poll() {
        int poll = line + 1;
        if (inFinally) {
            linesInFinally.add(poll);
        }
        print("Points.at(" + poll + ");");
        if (random.nextInt(3) == 0) {
            print("Thread.interrupted();");
            return true;
        }
        polls++;
        boolean completes = ifElse("Thread.interrupted()");
        polls--;
        return completes;
    }

    private void flag() {
        if (flags.isEmpty()) {
            work();
            return;
        }
        String flag = flags.get(random.nextInt(flags.size()));
        if (random.nextBoolean()) {
            print(flag + " = " + (random.nextInt(4) != 0) + ";");
        } else {
            print("if (" + flag + ") {");
            nested();
            print("}");
        }
    }

    private boolean loop() {
        String label = "L" + ++names;
        boolean tests = random.nextInt(3) == 0;
        switch (random.nextInt(3)) {
            case 0 ->
                print(label + ": while (" + (tests ? "!Thread.currentThread().isInterrupted() && " : "")
                        + "Points.choice()) {");
            case 1 -> print(label + ": for (int i" + names + " = 0; Points.choice(); i" + names + "++) {");
            default -> {
                print(label + ": do {");
                depth++;
                print("if (Points.choice()) { continue " + label + "; }");
                labels.push(label);
                block();
                labels.pop();
                depth--;
                print("} while (Points.choice());");
                return true;
            }
        }
        labels.push(label);
        nested();
        labels.pop();
        print("}");
        return true;
    }

    private boolean choose() {
        boolean completes = false;
        if (random.nextBoolean()) {
            print("switch (Points.pick()) {");
            for (String label : List.of("case 0 -> {", "case 1 -> {", "default -> {")) {
                print("    " + label);
                depth++;
                completes |= nested();
                depth--;
                print("    }");
            }
            print("}");
            return completes;
        }
        print("switch (Points.pick()) {");
        print("    case 0:");
        nested();
        print("    case 1:");
        boolean breaks = nested() && random.nextBoolean();
        if (breaks) {
            print("        break;");
        }
        print("    default:");
        completes = nested();
        print("}");
        return completes || breaks;
    }

    private boolean tryStatement() {
        boolean hasResource = random.nextInt(6) == 0;
        boolean hasFinally = random.nextInt(3) == 0;
        int choice = random.nextInt(8);
        String resource = "r" + ++names;
        print(hasResource ? "try (Points.Resource " + resource + " = new Points.Resource()) {" : "try {");
        depth++;
        print("Points.await();");
        boolean completes = block();
        depth--;
        if (choice < 6) {
            String[] types = {
                "InterruptedException",
                "InterruptedException",
                "InterruptedException",
                "Exception",
                "Throwable",
                "InterruptedException | IllegalStateException"
            };
            completes |= handler(types[choice]);
        } else if (choice == 6) {
            completes |= handler("InterruptedException");
            completes |= handler("Exception");
        } else {
            completes |= handler("RuntimeException");
        }
        if (hasFinally) {
            boolean outer = inFinally;
            inFinally = true;
            print("} finally {");
            completes &= nested();
            inFinally = outer;
        }
        print("}");
        return completes;
    }

    private boolean handler(String types) {
        String name = "e" + ++names;
        print("} catch (" + types + " " + name + ") { Points.caught(" + line + ", " + name + ");");
        caught.push(name);
        boolean completes = nested();
        caught.pop();
        return completes;
    }

    private boolean thrown() {
        switch (random.nextInt(caught.isEmpty() ? 2 : 6)) {
            case 0 -> print("throw new IllegalStateException(\"other\");");
            case 1 -> print("throw new InterruptedException(\"new\");");
            case 2 -> print("throw new IllegalStateException(" + caught.peek() + ");");
            case 3 -> {
                print("Thread.currentThread().interrupt();");
                print("throw new IllegalStateException(\"restored\", " + caught.peek() + ");");
            }
            default -> print("throw " + caught.peek() + ";");
        }
        return false;
    }

    private boolean jump() {
        int choice = random.nextInt(3);
        if (!labels.isEmpty() && choice < 2) {
            List<String> all = new ArrayList<>(labels);
            print((choice == 0 ? "break " : "continue ") + all.get(random.nextInt(all.size())) + ";");
        } else {
            print("return;");
        }
        return false;
    }

    private boolean guard() {
        if (caught.isEmpty()) {
            print("Points.await();");
            return true;
        }
        // Through a variable: javac refuses a test that the static type already answers with no.
        print("Throwable t" + ++names + " = " + caught.peek() + ";");
        return ifElse("t" + names + " instanceof InterruptedException");
    }

    private void helper() {
        String current = caught.peek();
        // What a poll sees has nothing to do with an exception caught before.
        switch (random.nextInt(current == null || polls > 0 ? 5 : 7)) {
            case 0 -> print("restores();");
            case 1 -> print("restoresIf(" + random.nextBoolean() + ");");
            case 2 -> print("clears();");
            case 3 -> print("fails();");
            case 4 -> print("quiet();");
            case 5 -> print("restoresIfInterrupt(" + current + ");");
            default -> print("LOG.log(Level.FINEST, \"made\", new IllegalStateException(" + current + "));");
        }
    }
}
