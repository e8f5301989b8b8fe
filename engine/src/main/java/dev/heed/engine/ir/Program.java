package dev.heed.engine.ir;

import dev.heed.engine.types.Hierarchy;
import java.util.List;

/**
 * All that a front end read: the input of the engine.
 *
 * @param functions sorted by file path, then by place
 * @param types sorted the same way
 * @param hierarchy over these types, the class path and the platform
 */
public record Program(List<Function> functions, List<TypeDeclaration> types, Hierarchy hierarchy) {
    public Program {
        functions = List.copyOf(functions);
        types = List.copyOf(types);
    }
}
