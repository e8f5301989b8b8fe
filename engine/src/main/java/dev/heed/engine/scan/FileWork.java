package dev.heed.engine.scan;

import dev.heed.engine.dependency.Digest;
import dev.heed.engine.ir.Function;
import dev.heed.engine.suppress.Directives;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions of one file that are looked at, and the program that they belong to. */
record FileWork(
        Analysis analysis, Directives directives, @Nullable Reuse reuse, List<Function> functions) {
    /** Tells apart which functions are looked at. */
    long digest() {
        return Digest.of(functions.stream().map(Function::toString).collect(Collectors.joining("\n")));
    }
}
