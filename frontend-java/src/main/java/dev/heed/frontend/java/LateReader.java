package dev.heed.frontend.java;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.LateFunctions;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.UnreadBody;
import dev.heed.engine.ir.Words;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import dev.heed.frontend.java.lower.MemberHeads;
import dev.heed.frontend.java.lower.UnitLowering;
import dev.heed.frontend.java.skim.LineMap;
import dev.heed.frontend.java.skim.Part;
import dev.heed.frontend.java.skim.ReducedText;
import dev.heed.frontend.java.skim.SkimmedUnit;
import dev.heed.frontend.java.skim.Skimmer;
import dev.heed.frontend.java.types.JavaTypes;
import dev.heed.frontend.java.types.UnitResolver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    record Shared(JavaTypes types, LateFunctions late, Parsers parsers, Consumer<Notification> notifications) {}

    LateReader(SourceFile file, Shared shared, Map<String, Integer> copies) {
        this.file = file;
        this.shared = shared;
        this.copies = copies;
    }

    @Override
    public UnreadBody of(Part part, String owner, Words words) {
        return new Body(part, owner, words);
    }

    private final class Body extends UnreadBody {
        private final Part part;
        private final String owner;

        Body(Part part, String owner, Words words) {
            super(words);
            this.part = part;
            this.owner = owner;
        }

        @Override
        protected Content read() {
            Content content = null;
            try {
                content = contentOf(part, owner, file.text());
            } catch (IOException e) {
                // It could be read before. An interrupted worker fails at reading, and nobody asks for the rest any
                // more.
                if (!Thread.currentThread().isInterrupted()) {
                    shared.notifications()
                            .accept(Notification.incomplete(
                                    file.path(),
                                    null,
                                    "The file changed while it was analyzed; scan it again when it is at rest."));
                }
            }
            return content == null ? nothing() : content;
        }
    }

    /** A body that does nothing, in place of one that cannot be read. */
    private static UnreadBody.Content nothing() {
        Block block = new Block(0, null);
        block.terminate(new Terminator.Return(new Span(1, 1, 1, 1), null));
        return new UnreadBody.Content(List.of(), List.of(), List.of(block), List.of());
    }

    private UnreadBody.@Nullable Content contentOf(Part part, String owner, String text) {
        SkimmedUnit unit = Skimmer.skim(text);
        if (unit == null) {
            return null;
        }
        List<Function> functions = lower(text, unit, part);
        Function own = null;
        List<Function> nested = new ArrayList<>();
        int line = unit.lines().line(part.start());
        int column = unit.lines().column(part.start());
        for (Function function : functions) {
            boolean isPlace = part.kind() != Part.Kind.MEMBER
                    ? function.ref().owner().equals(owner)
                    : (function.span().startLine() == line && function.span().startColumn() == column);
            if (own == null && isPlace && isKind(function.kind(), part.kind()) && function.enclosing() == null) {
                own = function;
            } else if (function.enclosing() != null) {
                nested.add(function);
            }
        }
        if (own == null || own.blocks().isEmpty()) {
            return null;
        }
        shared.late().addAll(nested);
        return new UnreadBody.Content(own.parameters(), own.variables(), own.blocks(), nested);
    }

    private static boolean isKind(Function.Kind kind, Part.Kind part) {
        return switch (part) {
            case MEMBER -> kind == Function.Kind.METHOD || kind == Function.Kind.CONSTRUCTOR;
            case STATIC_INITIALIZERS -> kind == Function.Kind.STATIC_INITIALIZER;
            case INSTANCE_INITIALIZERS -> kind == Function.Kind.INSTANCE_INITIALIZER;
        };
    }

    private List<Function> lower(String text, SkimmedUnit unit, ReducedText.Selection parts) {
        ReducedText.Reduced reduced = ReducedText.of(text, unit, parts);
        JavaMembers members = shared.parsers().take();
        try {
            JavaMembers.Parsed parsed = members.parse(file.path(), reduced.text());
            if (!parsed.notifications().isEmpty()) {
                return lowerWhole(members, text);
            }
            UnitResolver resolver = shared.types().resolverFor(parsed.unit(), file.path());
            return UnitLowering.lower(file, parsed.unit(), reduced.lines(), resolver, copies, shared.notifications());
        } finally {
            shared.parsers().give(members);
        }
    }

    /** With the places of what the parser does not understand. */
    private List<Function> lowerWhole(JavaMembers members, String text) {
        JavaMembers.Parsed parsed = members.parse(file.path(), text);
        parsed.notifications().forEach(shared.notifications());
        UnitResolver resolver = shared.types().resolverFor(parsed.unit(), file.path());
        return UnitLowering.lower(file, parsed.unit(), LineMap.IDENTITY, resolver, copies, shared.notifications());
    }
}
