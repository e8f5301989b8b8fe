package dev.heed.engine.ir;

import dev.heed.engine.source.Directive;
import dev.heed.engine.types.Hierarchy;
import java.util.List;

/**
 * All that a front end read: the input of the engine.
 *
 * @param functions sorted by file path, then by place; those in bodies that are not read yet are missing
 * @param types sorted the same way
 * @param hierarchy over these types, the class path and the platform
 * @param late the functions in bodies that have been read since
 * @param directives what the sources say about which findings are not to be shown
 */
public record Program(
        List<Function> functions,
        List<TypeDeclaration> types,
        Hierarchy hierarchy,
        LateFunctions late,
        List<Directive> directives) {
    public Program {
        functions = List.copyOf(functions);
        types = List.copyOf(types);
        directives = List.copyOf(directives);
    }

    /** A program of which all is read. */
    public Program(List<Function> functions, List<TypeDeclaration> types, Hierarchy hierarchy) {
        this(functions, types, hierarchy, new LateFunctions(), List.of());
    }
}
