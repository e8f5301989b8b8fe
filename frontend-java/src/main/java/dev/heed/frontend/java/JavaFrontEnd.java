package dev.heed.frontend.java;

import dev.heed.engine.ir.LateFunctions;
import dev.heed.engine.ir.Program;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.Outline;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.frontend.java.lower.CommandLines;
import dev.heed.frontend.java.skim.FileOutline;
import dev.heed.frontend.java.skim.Mentions;
import dev.heed.frontend.java.skim.SkimmedUnit;
import dev.heed.frontend.java.skim.Skimmer;
import dev.heed.frontend.java.types.ClassPath;
import dev.heed.frontend.java.types.JavaTypes;
import dev.heed.frontend.java.types.UnresolvedStatistics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Java: collects what all files declare, then lowers them, each body at once or when it is first looked at. Both in
 * parallel; the result does not depend on the number of threads.
 *
 * <p>The class path stays open behind the program's hierarchy, which reads class files when it is asked about them.
 */
public final class JavaFrontEnd implements FrontEnd {
    /** Creates a front end. */
    public JavaFrontEnd() {}

    @Override
    public Language language() {
        return Language.JAVA;
    }

    @Override
    public List<Program> read(List<SourceFile> files, Context told) throws InterruptedException {
        Context context = told.withNotifications(once(told.notifications()));
        ClassPath classPath = ClassPath.open(context.classPath(), context.notifications());
        boolean isDone = false;
        try {
            ProjectReader reader = new ProjectReader(files, context);
            Workers.run(context.threads(), context.fileTimeout(), files.size(), new Workers.Task() {
                @Override
                public void run(JavaMembers members, int index) {
                    reader.declare(members, index);
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
            // Of what is read later not everything is read in every run: only now the figures are always the same.
            context.notifications().accept(Resolution.describe(statistics));
            isDone = true;
            return programs;
        } finally {
            if (!isDone) {
                close(classPath);
            }
        }
    }

    @Override
    public @Nullable Outline outline(SourceFile file) throws IOException {
        String text = file.text();
        SkimmedUnit unit = Skimmer.skim(text);
        return unit == null ? null : outline(text, unit);
    }

    static Outline outline(String text, SkimmedUnit unit) {
        return FileOutline.of(text, unit, CommandLines.isReadBy(unit) ? "command" : "");
    }

    @Override
    public Mention mention(SourceFile file, Set<String> names) throws IOException {
        return Mentions.of(file.text(), names);
    }

    private static Program lower(
            ProjectReader reader,
            List<Integer> program,
            ClassPath classPath,
            UnresolvedStatistics statistics,
            Context context)
            throws InterruptedException {
        JavaTypes types = JavaTypes.of(reader.types(program), classPath, statistics);
        LateReader.Shared shared = new LateReader.Shared(
                types, new LateFunctions(), new Parsers(), reader.texts(), context.notifications());
        reader.nameDuplicates(program);
        Workers.run(context.threads(), context.fileTimeout(), program.size(), new Workers.Task() {
            @Override
            public void run(JavaMembers members, int index) {
                reader.lower(members, program.get(index), shared);
            }

            @Override
            public void lost(int index) {
                reader.lost(program.get(index));
            }
        });
        return reader.program(program, shared);
    }

    /**
     * Of a file that is broken, each body that is read late tells the same; and a thread that is taken for lost may yet tell
     * itself that its file took too long.
     */
    private static Consumer<Notification> once(Consumer<Notification> notifications) {
        Set<Notification> told = ConcurrentHashMap.newKeySet();
        return notification -> {
            if (told.add(notification)) {
                notifications.accept(notification);
            }
        };
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
