package dev.heed.frontend.java;

import com.github.javaparser.ast.CompilationUnit;
import dev.heed.engine.bound.GivenUpException;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Program;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.SourceException;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.types.Hierarchy;
import dev.heed.frontend.java.lower.TypeCollector;
import dev.heed.frontend.java.lower.UnitLowering;
import dev.heed.frontend.java.types.JavaTypes;
import dev.heed.frontend.java.types.ProjectTypes;
import dev.heed.frontend.java.types.UnitResolver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The files of one scan on their way from text to IR. */
final class ProjectReader {
    /** Measured: what a tree with its tokens takes for each character of the text. */
    private static final int TREE_BYTES = 73;

    private final List<SourceFile> files;
    private final FrontEnd.Context context;
    private final long treeBudget;
    private final AtomicLong treeBytes = new AtomicLong();
    private final AtomicReferenceArray<@Nullable State> states;
    private final AtomicReferenceArray<ProjectTypes.@Nullable Declarations> declarations;
    private final Map<Integer, Map<String, Integer>> duplicates = new HashMap<>();

    ProjectReader(List<SourceFile> files, FrontEnd.Context context, long treeBudget) {
        this.files = files;
        this.context = context;
        this.treeBudget = treeBudget;
        this.states = new AtomicReferenceArray<>(files.size());
        this.declarations = new AtomicReferenceArray<>(files.size());
    }

    /** How far a file has come; nothing if it could not be read. */
    private sealed interface State {
        record Tree(CompilationUnit unit) implements State {}

        /** The tree did not fit in memory with the others. */
        record Dropped() implements State {}

        record Lowered(List<Function> functions, List<TypeDeclaration> types) implements State {}
    }

    /** First pass: parses a file and collects what it declares. */
    void parse(JavaMembers members, int index) {
        SourceFile file = files.get(index);
        guarded(file, () -> {
            String text = file.text();
            context.lines().accept(text.lines().count());
            JavaMembers.Parsed parsed = members.parse(file.path(), text);
            parsed.notifications().forEach(context.notifications());
            declarations.set(index, ProjectTypes.Declarations.of(parsed.unit()));
            long bytes = (long) text.length() * TREE_BYTES;
            boolean fits = treeBytes.addAndGet(bytes) <= treeBudget;
            if (!fits) {
                treeBytes.addAndGet(-bytes);
            }
            states.set(index, fits ? new State.Tree(parsed.unit()) : new State.Dropped());
        });
        if (states.get(index) == null) {
            context.progress().run();
        }
    }

    /** Between the passes: the files that make up one program each, as indexes in order. */
    List<List<Integer>> programs() {
        SourceRoots roots = new SourceRoots();
        for (int i = 0; i < files.size(); i++) {
            ProjectTypes.Declarations declared = declarations.get(i);
            if (declared != null) {
                roots.add(i, files.get(i).path(), declared.packageName(), declared.topLevelNames());
            }
        }
        return roots.programs();
    }

    /** What the files of one program declare. */
    ProjectTypes types(List<Integer> program) {
        ProjectTypes.Builder types = new ProjectTypes.Builder();
        for (int index : program) {
            ProjectTypes.Declarations declared = declarations.get(index);
            if (declared != null) {
                types.add(declared, files.get(index).path());
            }
        }
        return types.build();
    }

    /** Between the passes: several files may declare types of one name; the functions of all but the first are numbered. */
    void nameDuplicates(List<Integer> program) {
        Map<String, Integer> count = new HashMap<>();
        for (int index : program) {
            ProjectTypes.Declarations declared = declarations.getAndSet(index, null);
            for (String name : declared == null ? List.<String>of() : declared.topLevelNames()) {
                int copy = count.merge(name, 1, Integer::sum);
                if (copy > 1) {
                    duplicates.computeIfAbsent(index, key -> new HashMap<>()).put(name, copy);
                }
            }
        }
    }

    /** Second pass: lowers a file, and drops its tree. */
    void lower(JavaMembers members, int index, JavaTypes types) {
        SourceFile file = files.get(index);
        State state = states.getAndSet(index, null);
        if (state != null) {
            guarded(file, () -> {
                CompilationUnit unit = state instanceof State.Tree tree
                        ? tree.unit()
                        : members.parse(file.path(), file.text()).unit();
                UnitResolver resolver = types.resolverFor(unit, file.path());
                Map<String, Integer> copies = duplicates.getOrDefault(index, Map.of());
                List<TypeDeclaration> declared = TypeCollector.collect(file, unit, resolver, types.hierarchy());
                states.set(
                        index,
                        new State.Lowered(
                                UnitLowering.lower(file, unit, resolver, copies, context.notifications()), declared));
            });
        }
        context.progress().run();
    }

    /** Something that reads a file. */
    private interface Step {
        void run() throws IOException;
    }

    /** What goes wrong in one file does not touch the others. */
    private void guarded(SourceFile file, Step step) {
        Notification trouble;
        try {
            step.run();
            return;
        } catch (SourceException e) {
            trouble = Notification.incomplete(file.path(), null, sentence(e.getMessage()));
        } catch (IOException e) {
            trouble = Notification.incomplete(
                    file.path(),
                    null,
                    "The file could not be read (" + reason(e) + "); check that it exists and is readable.");
        } catch (GivenUpException e) {
            trouble = tookTooLong(file);
        } catch (OutOfMemoryError e) {
            trouble = Notification.incomplete(
                    file.path(),
                    null,
                    "The file was not analyzed because it needs more memory than there is; exclude it with --exclude,"
                            + " or give it a larger -Xmx.");
        } catch (StackOverflowError e) {
            trouble = Notification.incomplete(
                    file.path(), null, "The file was not analyzed because its code is nested too deeply; split it.");
        } catch (RuntimeException e) {
            trouble = Notification.internalError(
                    file.path(),
                    "The file was not analyzed because Heed failed on it; please report this with the file.",
                    e);
        }
        // An interrupted worker fails at reading; nobody asks for the rest any more.
        if (!Thread.currentThread().isInterrupted()) {
            context.notifications().accept(trouble);
        }
    }

    /** A file is never read: the thread that is at it hangs. */
    void lost(int index) {
        context.notifications().accept(tookTooLong(files.get(index)));
        context.progress().run();
    }

    private static Notification tookTooLong(SourceFile file) {
        return Notification.incomplete(
                file.path(),
                null,
                "The file was not analyzed because reading it took too long; exclude it with --exclude, or give it"
                        + " more time with --file-timeout.");
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static String sentence(@Nullable String message) {
        return message == null ? "The file is no source text." : message;
    }

    /** The program of some files, all lowered. */
    Program program(List<Integer> program, Hierarchy hierarchy) {
        List<Function> functions = new ArrayList<>();
        List<TypeDeclaration> declared = new ArrayList<>();
        for (int index : program) {
            if (states.getAndSet(index, null) instanceof State.Lowered lowered) {
                functions.addAll(lowered.functions());
                declared.addAll(lowered.types());
            }
        }
        return new Program(functions, declared, hierarchy);
    }
}
