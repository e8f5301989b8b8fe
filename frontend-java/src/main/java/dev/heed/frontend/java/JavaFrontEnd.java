package dev.heed.frontend.java;

import dev.heed.engine.ir.Program;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import java.util.List;

/**
 * Reads Java: parses all files and collects what they declare, then lowers them. Both in parallel; the result does not
 * depend on the number of threads.
 */
public final class JavaFrontEnd implements FrontEnd {
    private final TypeSource.Factory types;
    private final long treeBudget;

    /**
     * For tests: with other types, and room for trees.
     *
     * @param treeBudget how many bytes of trees may be kept between the two passes; files beyond are parsed again
     */
    JavaFrontEnd(TypeSource.Factory types, long treeBudget) {
        this.types = types;
        this.treeBudget = treeBudget;
    }

    @Override
    public Language language() {
        return Language.JAVA;
    }

    @Override
    public Program read(List<SourceFile> files, Context context) throws InterruptedException {
        try (TypeSource source = types.open(context)) {
            ProjectReader reader = new ProjectReader(files, context, source, treeBudget);
            Workers.run(context.threads(), files.size(), reader::parse);
            TypeSource.Resolved resolved = source.complete();
            Workers.run(context.threads(), files.size(), (members, index) -> reader.lower(members, index, resolved));
            return reader.program(resolved.hierarchy());
        }
    }
}
