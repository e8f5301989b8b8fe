package dev.heed.frontend.java;

import com.github.javaparser.ast.CompilationUnit;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Program;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.ir.UnreadBody;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.source.Directive;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Words;
import dev.heed.frontend.java.lower.MemberHeads;
import dev.heed.frontend.java.lower.TypeCollector;
import dev.heed.frontend.java.lower.TypeHeads;
import dev.heed.frontend.java.lower.UnitLowering;
import dev.heed.frontend.java.skim.DirectiveReader;
import dev.heed.frontend.java.skim.HiddenTypes;
import dev.heed.frontend.java.skim.LineMap;
import dev.heed.frontend.java.skim.Part;
import dev.heed.frontend.java.skim.ReducedText;
import dev.heed.frontend.java.skim.SkimmedUnit;
import dev.heed.frontend.java.types.JavaTypes;
import dev.heed.frontend.java.types.ProjectTypes;
import dev.heed.frontend.java.types.UnitHead;
import dev.heed.frontend.java.types.UnitResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The files of one scan on their way from text to IR. */
final class ProjectReader {
    private final List<SourceFile> files;
    private final FrontEnd.Context context;
    private final AtomicReferenceArray<@Nullable State> states;
    private final AtomicReferenceArray<ProjectTypes.@Nullable Declarations> declarations;
    private final AtomicReferenceArray<@Nullable List<Directive>> directives;
    private final RecentTexts texts = new RecentTexts();
    private final Map<Integer, Map<String, Integer>> duplicates = new HashMap<>();

    ProjectReader(List<SourceFile> files, FrontEnd.Context context) {
        this.files = files;
        this.context = context;
        this.states = new AtomicReferenceArray<>(files.size());
        this.declarations = new AtomicReferenceArray<>(files.size());
        this.directives = new AtomicReferenceArray<>(files.size());
    }

    /** The texts of the files, for who reads them again. */
    RecentTexts texts() {
        return texts;
    }

    /** How far a file has come; nothing if it could not be read. */
    private sealed interface State {
        /** It is known what the file declares; no more is kept. */
        record Declared(boolean isSkimmed) implements State {}

        record Lowered(List<Function> functions, List<TypeDeclaration> types) implements State {}
    }

    /** First pass: collects what a file declares. */
    void declare(JavaMembers members, int index) {
        SourceFile file = files.get(index);
        Guard.run(file, context.notifications(), () -> {
            RecentTexts.Text read = texts.of(file);
            String text = read.text();
            UnitHead head = read.head();
            directives.set(index, DirectiveReader.read(file, text));
            context.lines()
                    .accept(
                            head == null
                                    ? text.lines().count()
                                    : head.unit().lines().count());
            ProjectTypes.Declarations declared = head == null ? null : skimmed(members, file, text, head);
            states.set(index, new State.Declared(declared != null));
            declarations.set(
                    index,
                    declared == null
                            ? ProjectTypes.Declarations.of(
                                    members.parse(file.path(), text).unit())
                            : declared);
        });
        if (states.get(index) == null) {
            context.progress().run();
        }
    }

    /** What a file declares by its skim; null if the parser does not take what types inside of code are in. */
    private static ProjectTypes.@Nullable Declarations skimmed(
            JavaMembers members, SourceFile file, String text, UnitHead head) {
        ProjectTypes.Declarations declared = ProjectTypes.Declarations.of(head, text);
        Set<Part> hidden = HiddenTypes.in(head.unit());
        if (hidden.isEmpty()) {
            return declared;
        }
        ReducedText.Reduced reduced = ReducedText.of(text, head.unit(), Part.all(hidden));
        JavaMembers.Parsed parsed = members.parse(file.path(), reduced.text());
        return parsed.notifications().isEmpty() ? declared.withHidden(parsed.unit(), head, reduced.lines()) : null;
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

    /** Second pass: lowers a file, or its head with bodies for later. */
    void lower(JavaMembers members, int index, LateReader.Shared shared) {
        SourceFile file = files.get(index);
        if (states.getAndSet(index, null) instanceof State.Declared declared) {
            Guard.run(file, context.notifications(), () -> {
                RecentTexts.Text read = texts.of(file);
                UnitHead head = declared.isSkimmed() && context.wanted() != null ? read.head() : null;
                State lowered = head == null ? null : heads(members, index, read.text(), head, shared);
                FrontEnd.Outlines outlines = context.outlines();
                if (head != null && lowered != null && outlines != null && outlines.isWanted(file)) {
                    outlines.take(file, JavaFrontEnd.outline(read.text(), head.unit()));
                }
                states.set(index, lowered == null ? whole(members, index, read.text(), shared) : lowered);
            });
        }
        context.progress().run();
    }

    private State whole(JavaMembers members, int index, String text, LateReader.Shared shared) {
        SourceFile file = files.get(index);
        JavaMembers.Parsed parsed = members.parse(file.path(), text);
        parsed.notifications().forEach(context.notifications());
        return lowered(index, parsed.unit(), shared.types());
    }

    private State.Lowered lowered(int index, CompilationUnit unit, JavaTypes types) {
        LineMap lines = LineMap.IDENTITY;
        SourceFile file = files.get(index);
        UnitResolver resolver = types.resolverFor(unit, file.path());
        List<TypeDeclaration> declared = TypeCollector.collect(file, unit, lines, resolver, types.hierarchy());
        return new State.Lowered(
                UnitLowering.lower(file, unit, lines, resolver, copies(index), context.notifications()), declared);
    }

    private Map<String, Integer> copies(int index) {
        return duplicates.getOrDefault(index, Map.of());
    }

    /** Lowered now is only what has types inside, and what is wanted for sure. */
    private @Nullable State heads(
            JavaMembers members, int index, String text, UnitHead head, LateReader.Shared shared) {
        SourceFile file = files.get(index);
        SkimmedUnit unit = head.unit();
        LateReader late = new LateReader(file, shared, copies(index));
        List<Function> functions = MemberHeads.of(file, unit, shared.types(), copies(index), late);
        if (functions == null) {
            return null;
        }
        List<TypeDeclaration> types = TypeHeads.of(file, unit, shared.types());
        Set<Part> parts = new HashSet<>(HiddenTypes.in(unit));
        for (Function function : functions) {
            Part part = LateReader.partOf(function);
            UnreadBody body = function.unread();
            Predicate<Words> wanted = context.wanted();
            if (part != null && body != null && wanted != null && wanted.test(body.words())) {
                parts.add(part);
            }
        }
        if (parts.isEmpty()) {
            return new State.Lowered(functions, types);
        }
        LateReader.ReadNow read = late.read(members, text, head, functions, parts);
        return read == null ? null : joined(functions, types, read);
    }

    private static State joined(List<Function> functions, List<TypeDeclaration> types, LateReader.ReadNow read) {
        List<Function> allFunctions = new ArrayList<>(functions);
        allFunctions.addAll(read.hidden());
        allFunctions.sort(UnitLowering.BY_PLACE);
        Map<String, TypeDeclaration> byName = new LinkedHashMap<>();
        read.types().forEach(type -> byName.put(type.name(), type));
        types.forEach(type -> byName.put(type.name(), type));
        List<TypeDeclaration> allTypes = new ArrayList<>(byName.values());
        allTypes.sort(TypeCollector.BY_PLACE);
        return new State.Lowered(allFunctions, allTypes);
    }

    /** A file is never read: the thread that is at it hangs. */
    void lost(int index) {
        context.notifications().accept(Guard.tookTooLong(files.get(index)));
        context.progress().run();
    }

    /** The program of some files, all lowered. */
    Program program(List<Integer> program, LateReader.Shared shared) {
        List<Function> functions = new ArrayList<>();
        List<TypeDeclaration> declared = new ArrayList<>();
        List<Directive> suppressing = new ArrayList<>();
        for (int index : program) {
            List<Directive> its = directives.getAndSet(index, null);
            suppressing.addAll(its == null ? List.of() : its);
            if (states.getAndSet(index, null) instanceof State.Lowered lowered) {
                functions.addAll(lowered.functions());
                declared.addAll(lowered.types());
            }
        }
        return new Program(functions, declared, shared.types().hierarchy(), shared.late(), suppressing);
    }
}
