package dev.heed.frontend.java;

import com.github.javaparser.ast.CompilationUnit;
import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.LateFunctions;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.ir.UnreadBody;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import dev.heed.engine.source.Words;
import dev.heed.frontend.java.lower.MemberHeads;
import dev.heed.frontend.java.lower.TypeCollector;
import dev.heed.frontend.java.lower.UnitLowering;
import dev.heed.frontend.java.skim.LineMap;
import dev.heed.frontend.java.skim.Part;
import dev.heed.frontend.java.skim.ReducedText;
import dev.heed.frontend.java.skim.SkimmedMember;
import dev.heed.frontend.java.skim.SkimmedType;
import dev.heed.frontend.java.skim.SkimmedUnit;
import dev.heed.frontend.java.types.JavaTypes;
import dev.heed.frontend.java.types.UnitHead;
import dev.heed.frontend.java.types.UnitResolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads members of one file when somebody asks for them. Thread-safe. */
final class LateReader implements MemberHeads.Bodies {
    private final SourceFile file;
    private final Shared shared;
    private final Map<String, Integer> copies;

    /**
     * What all files of a program share.
     *
     * @param late takes the functions found in bodies
     */
    record Shared(
            JavaTypes types,
            LateFunctions late,
            Parsers parsers,
            RecentTexts texts,
            Consumer<Notification> notifications) {}

    LateReader(SourceFile file, Shared shared, Map<String, Integer> copies) {
        this.file = file;
        this.shared = shared;
        this.copies = copies;
    }

    /** What was read of a file at once: functions inside of types that stand in code, and those types. */
    record ReadNow(List<Function> hidden, List<TypeDeclaration> types) {}

    @Override
    public UnreadBody of(Part part, String owner, Words words) {
        return new Body(part, owner, words);
    }

    /** The part of the file that a function's body is read from; null if it is not read late. */
    static @Nullable Part partOf(Function function) {
        return function.unread() instanceof Body body ? body.part : null;
    }

    private final class Body extends UnreadBody {
        private final Part part;
        private final String owner;

        Body(Part part, String owner, Words words) {
            super(file, words);
            this.part = part;
            this.owner = owner;
        }

        @Override
        protected Content read() {
            Content[] read = {nothing()};
            WorkerThread.apart(() -> {
                Guard.run(file, shared.notifications(), () -> {
                    RecentTexts.Text text = shared.texts().of(file);
                    if (text.head() != null) {
                        read[0] = readAlone(this, text.text(), text.head());
                    }
                });
                return true;
            });
            return read[0];
        }

        /** Whether a function that was lowered is the one with this body. */
        boolean isOf(Function function, SkimmedUnit unit) {
            Function.Kind kind = function.kind();
            if (function.enclosing() != null) {
                return false;
            }
            return switch (part.kind()) {
                case STATIC_INITIALIZERS ->
                    kind == Function.Kind.STATIC_INITIALIZER
                            && function.ref().owner().equals(owner);
                case INSTANCE_INITIALIZERS ->
                    kind == Function.Kind.INSTANCE_INITIALIZER
                            && function.ref().owner().equals(owner);
                case MEMBER ->
                    (kind == Function.Kind.METHOD || kind == Function.Kind.CONSTRUCTOR)
                            && function.span().startLine() == unit.lines().line(part.start())
                            && function.span().startColumn() == unit.lines().column(part.start());
            };
        }
    }

    /** A body of which the words and the content are known. */
    private static final class ReadBody extends UnreadBody {
        private final Content content;

        ReadBody(SourceFile file, Words words, Content content) {
            super(file, words);
            this.content = content;
        }

        @Override
        protected Content read() {
            return content;
        }
    }

    /** A body that does nothing, in place of one that cannot be read. */
    private static UnreadBody.Content nothing() {
        Block block = new Block(0, null);
        block.terminate(new Terminator.Return(new Span(1, 1, 1, 1), null));
        return new UnreadBody.Content(List.of(), List.of(), List.of(block), List.of());
    }

    private UnreadBody.Content readAlone(Body body, String text, UnitHead head) {
        SkimmedUnit unit = head.unit();
        JavaMembers members = shared.parsers().take();
        try {
            ReducedText.Reduced reduced = ReducedText.of(text, unit, body.part);
            JavaMembers.Parsed parsed = members.parse(file.path(), reduced.text());
            List<Function> functions = parsed.notifications().isEmpty()
                    ? lower(
                            parsed.unit(),
                            reduced.lines(),
                            shared.types().resolverFor(parsed.unit(), head, reduced.lines()))
                    : lowerWhole(members, text);
            Function own = null;
            for (Function function : functions) {
                own = own == null && body.isOf(function, unit) ? function : own;
            }
            return own == null ? nothing() : content(own, nestedIn(own, functions));
        } finally {
            shared.parsers().give(members);
        }
    }

    /** With the places of what the parser does not understand. */
    private List<Function> lowerWhole(JavaMembers members, String text) {
        JavaMembers.Parsed parsed = members.parse(file.path(), text);
        parsed.notifications().forEach(shared.notifications());
        return lower(parsed.unit(), LineMap.IDENTITY, shared.types().resolverFor(parsed.unit(), file.path()));
    }

    private List<Function> lower(CompilationUnit unit, LineMap lines, UnitResolver resolver) {
        return UnitLowering.lower(file, unit, lines, resolver, copies, shared.notifications());
    }

    private UnreadBody.Content content(Function own, List<Function> lambdas) {
        shared.late().addAll(lambdas);
        return own.blocks().isEmpty()
                ? nothing()
                : new UnreadBody.Content(own.parameters(), own.variables(), own.blocks(), lambdas);
    }

    private static List<Function> nestedIn(Function own, List<Function> functions) {
        Map<MethodRef, Function> byRef = new HashMap<>();
        functions.forEach(function -> byRef.put(function.ref(), function));
        List<Function> nested = new ArrayList<>();
        for (Function function : functions) {
            Function around = function;
            while (around != null && around.enclosing() != null) {
                around = byRef.get(around.enclosing());
            }
            if (own.equals(around) && !own.equals(function)) {
                nested.add(function);
            }
        }
        return nested;
    }

    /**
     * Reads some parts together.
     *
     * @param heads the functions of the file
     * @return null if the parser does not take them: the whole file must be read
     */
    @Nullable
    ReadNow read(JavaMembers members, String text, UnitHead head, List<Function> heads, Set<Part> parts) {
        SkimmedUnit unit = head.unit();
        ReducedText.Reduced reduced = ReducedText.of(text, unit, Part.all(parts));
        JavaMembers.Parsed parsed = members.parse(file.path(), reduced.text());
        if (!parsed.notifications().isEmpty()) {
            return null;
        }
        UnitResolver resolver = shared.types().resolverFor(parsed.unit(), head, reduced.lines());
        List<TypeDeclaration> types = TypeCollector.collect(
                file, parsed.unit(), reduced.lines(), resolver, shared.types().hierarchy());
        List<Function> functions = lower(parsed.unit(), reduced.lines(), resolver);
        List<Function> hidden = new ArrayList<>();
        for (Function function : heads) {
            if (function.unread() instanceof Body body && parts.contains(body.part)) {
                Function own = null;
                for (Function lowered : functions) {
                    own = own == null && body.isOf(lowered, unit) ? lowered : own;
                }
                body.set(own == null ? nothing() : content(body, own, functions, hidden));
            }
        }
        addConstantBodies(unit, functions, hidden);
        return new ReadNow(hidden, types);
    }

    /** The members of the bodies of constants stand in no function. */
    private static void addConstantBodies(SkimmedUnit unit, List<Function> functions, List<Function> hidden) {
        Set<String> heads = new HashSet<>();
        String prefix = unit.packageName().isEmpty() ? "" : unit.packageName() + ".";
        unit.types().forEach(type -> addNames(type, prefix + type.name(), heads));
        for (Function function : functions) {
            if (function.enclosing() == null && !heads.contains(function.ref().owner())) {
                hidden.add(function);
                hidden.addAll(nestedIn(function, functions));
            }
        }
    }

    private static void addNames(SkimmedType type, String name, Set<String> names) {
        names.add(name);
        for (SkimmedMember member : type.members()) {
            if (member.type() != null) {
                addNames(member.type(), name + "$" + member.name(), names);
            }
        }
    }

    /** Where types stand in a body, all functions in it are functions of the program from the start. */
    private UnreadBody.Content content(Body body, Function own, List<Function> functions, List<Function> hidden) {
        List<Function> nested = nestedIn(own, functions);
        boolean hasOnlyLambdas = nested.stream().allMatch(function -> function.kind() == Function.Kind.LAMBDA);
        if (hasOnlyLambdas) {
            return content(own, nested);
        }
        nested.forEach(function -> hidden.add(withWords(function, body.words())));
        return content(own, List.of());
    }

    private static Function withWords(Function function, Words words) {
        if (!function.hasBody()) {
            return function;
        }
        UnreadBody body = new ReadBody(
                function.file(),
                words,
                new UnreadBody.Content(function.parameters(), function.variables(), function.blocks(), List.of()));
        return new Function(
                function.ref(),
                function.kind(),
                function.displayName(),
                function.file(),
                function.span(),
                function.nameSpan(),
                function.bodySpan(),
                function.throwsInsertion(),
                function.modifiers(),
                function.annotations(),
                function.parameters(),
                function.variables(),
                function.returnType(),
                function.declaredThrows(),
                body.blocks(),
                function.enclosing(),
                function.overrides(),
                function.isOverridable());
    }
}
