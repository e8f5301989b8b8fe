package dev.heed.frontend.java.lower;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.heed.engine.ir.Function;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.SourceFile;
import dev.heed.frontend.java.skim.LineMap;
import dev.heed.frontend.java.types.UnitResolver;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Lowers one file. Nothing of the tree is held by the result. */
public final class UnitLowering {
    /** The order of the text. */
    public static final Comparator<Function> BY_PLACE =
            Comparator.comparing(Function::span).thenComparing(f -> f.ref().toString());

    private UnitLowering() {}

    /**
     * Lowers all functions of a file: methods, constructors, initializers, lambdas, those of nested, local, and anonymous
     * classes included.
     *
     * @param lines where the lines of the parsed text are from
     * @param copies for each top-level type that a file before this one declares too, how many there are with this one; the
     *     names of its functions carry that number
     * @param notifications takes what was not lowered
     * @return the functions in the order of the text
     */
    public static List<Function> lower(
            SourceFile file,
            CompilationUnit unit,
            LineMap lines,
            UnitResolver resolver,
            Map<String, Integer> copies,
            Consumer<Notification> notifications) {
        UnitContext context = new UnitContext(file, lines, resolver, copies, notifications);
        for (TypeDeclaration<?> type : unit.getTypes()) {
            MemberLowering.ofTop(context, type).lower(type.getMembers());
        }
        List<Function> functions = context.functions();
        functions.sort(BY_PLACE);
        return List.copyOf(functions);
    }
}
