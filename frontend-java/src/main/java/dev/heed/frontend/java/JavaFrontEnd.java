package dev.heed.frontend.java;

import dev.heed.engine.ir.Program;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.frontend.java.types.ClassPath;
import dev.heed.frontend.java.types.JavaTypes;
import dev.heed.frontend.java.types.UnresolvedStatistics;
import java.io.IOException;
import java.util.ArrayList;
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
    public List<Program> read(List<SourceFile> files, Context context) throws InterruptedException {
        ClassPath classPath = ClassPath.open(context.classPath(), context.notifications());
        boolean isDone = false;
        try {
            ProjectReader reader = new ProjectReader(files, context, treeBudget);
            Workers.run(context.threads(), context.fileTimeout(), files.size(), new Workers.Task() {
                @Override
                public void run(JavaMembers members, int index) {
                    reader.parse(members, index);
                }

                @Override
                public void lost(int index) {
                    reader.lost(index);
                }
            });
            List<Program> programs = new ArrayList<>();
            UnresolvedStatistics statistics = new UnresolvedStatistics();
            for (List<Integer> members : reader.programs()) {
                programs.add(lower(reader, members, classPath, statistics, context));
            }
            context.notifications().accept(Resolution.describe(statistics));
            isDone = true;
            return programs;
        } finally {
            if (!isDone) {
                close(classPath);
            }
        }
    }

    private static Program lower(
            ProjectReader reader,
            List<Integer> program,
            ClassPath classPath,
            UnresolvedStatistics statistics,
            Context context)
            throws InterruptedException {
        JavaTypes types = JavaTypes.of(reader.types(program), classPath, statistics);
        reader.nameDuplicates(program);
        Workers.run(context.threads(), context.fileTimeout(), program.size(), new Workers.Task() {
            @Override
            public void run(JavaMembers members, int index) {
                reader.lower(members, program.get(index), types);
            }

            @Override
            public void lost(int index) {
                reader.lost(program.get(index));
            }
        });
        return reader.program(program, types.hierarchy());
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
