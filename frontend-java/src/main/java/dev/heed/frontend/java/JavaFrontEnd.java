package dev.heed.frontend.java;

import dev.heed.engine.ir.Program;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.frontend.java.types.ClassPath;
import dev.heed.frontend.java.types.JavaTypes;
import dev.heed.frontend.java.types.ProjectTypes;
import java.io.IOException;
import java.util.List;

/**
 * Reads Java: parses all files and collects what they declare, then lowers them. Both in parallel; the result does not
 * depend on the number of threads.
 *
 * <p>The class path stays open behind the program's hierarchy, which reads class files when it is asked about them.
 */
public final class JavaFrontEnd implements FrontEnd {
    /** Of the heap, for trees between the passes. */
    private static final int TREE_SHARE = 4;

    private final long treeBudget;

    /** Creates a front end that keeps trees in a quarter of the heap; files beyond are parsed twice. */
    public JavaFrontEnd() {
        this(Runtime.getRuntime().maxMemory() / TREE_SHARE);
    }

    /**
     * For tests.
     *
     * @param treeBudget how many bytes of trees may be kept between the passes
     */
    JavaFrontEnd(long treeBudget) {
        this.treeBudget = treeBudget;
    }

    @Override
    public Language language() {
        return Language.JAVA;
    }

    @Override
    public Program read(List<SourceFile> files, Context context) throws InterruptedException {
        ClassPath classPath = ClassPath.open(context.classPath(), context.notifications());
        boolean isDone = false;
        try {
            ProjectReader reader = new ProjectReader(files, context, treeBudget);
            ProjectTypes.Builder project = new ProjectTypes.Builder();
            Workers.run(context.threads(), files.size(), (members, index) -> reader.parse(members, index, project));
            JavaTypes types = JavaTypes.of(project.build(), classPath);
            reader.nameDuplicates();
            Workers.run(context.threads(), files.size(), (members, index) -> reader.lower(members, index, types));
            Program program = reader.program(types.hierarchy());
            context.notifications().accept(Resolution.describe(types.statistics()));
            isDone = true;
            return program;
        } finally {
            if (!isDone) {
                close(classPath);
            }
        }
    }

    private static void close(ClassPath classPath) {
        try {
            classPath.close();
        } catch (IOException e) {
            // It was only read. What ended the scan is on its way to the caller, and says more.
            return;
        }
    }
}
