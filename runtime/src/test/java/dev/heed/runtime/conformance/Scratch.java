package dev.heed.runtime.conformance;
import java.nio.file.Path;
import dev.heed.runtime.Backend;
class Scratch {
    public static void main(String[] a) {
        Backend b = a[1].equals("virtual") ? Backend.virtual() : Backend.platform();
        int bad = 0, n = 0;
        long t0 = System.nanoTime();
        for (Cases.Case c : Cases.read(Path.of(a[0]))) {
            n++;
            String got;
            try { got = String.join(" | ", Interpreter.run(c.program(), c.dialect(), b)); } catch (Throwable t) { got = "THROWN " + t; t.printStackTrace(); }
            if (!got.equals(c.expected())) { bad++; if (bad < 20) System.out.println(c.id() + "\n  " + c.program() + "\n  want " + c.expected() + "\n  got  " + got); }
        }
        System.out.println(n + " run, " + bad + " bad, " + (System.nanoTime() - t0) / 1000000 + " ms");
    }
}
