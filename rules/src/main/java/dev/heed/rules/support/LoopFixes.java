package dev.heed.rules.support;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to do about an interrupt that comes in a loop: leave the loop with the status restored, or, where the loop does nothing but
 * wait for a condition, go on and restore the status behind it. Restored inside of it, the next wait would throw at once.
 */
final class LoopFixes {
    private final FunctionFates fates;
    private final Function function;
    private final SignalFates signal;
    private final Handler.CatchText text;
    private final Handler.TryStatement statement;
    private final SourceLines lines;
    private final BlockEdits edits;
    private final LoopText loop;
    private final String restore;
    private final @Nullable Span restored;
    private final @Nullable Span next;

    /**
     * For one handler.
     *
     * @param restored the call in it that sets the status, or null if there is none yet
     * @param next the {@code continue} that ends it, or null
     */
    private LoopFixes(
            FunctionFates fates,
            SignalFates signal,
            Handler.Clause clause,
            Handler.CatchText text,
            SourceLines lines,
            LoopText loop,
            @Nullable Span restored,
            @Nullable Span next) {
        this.fates = fates;
        this.function = fates.function();
        this.signal = signal;
        this.text = text;
        this.statement = clause.statement();
        this.lines = lines;
        this.loop = loop;
        this.restored = restored;
        this.next = next;
        edits = new BlockEdits(function.file(), lines);
        restore = JavaNames.restore(fates, lines);
    }

    /** The fixes, best first; empty if there is no loop around the handler, or if the handler is left in the middle. */
    static List<Fix> of(FunctionFates fates, SignalFates signal, @Nullable Span restored) {
        Handler.Clause clause = signal.clause();
        Handler.CatchText text = clause == null ? null : clause.text();
        SourceLines lines = SourceLines.of(fates.function().file()).orElse(null);
        if (clause == null || text == null || lines == null) {
            return List.of();
        }
        Optional<LoopText> loop =
                LoopText.around(fates, lines, clause.statement().span());
        List<Terminator.Goto> jumps = jumps(fates.function(), text, lines);
        Span next = null;
        if (jumps.size() == 1
                && jumps.get(0).jump() == Terminator.Jump.CONTINUE
                && lines.isBlankBetween(jumps.get(0).span(), text.body())) {
            next = jumps.get(0).span();
        }
        boolean isLeftOtherwise = jumps.size() > (next == null ? 0 : 1);
        return loop.isEmpty() || isLeftOtherwise
                ? List.of()
                : new LoopFixes(fates, signal, clause, text, lines, loop.get(), restored, next).build();
    }

    /** The jumps and returns in a handler; a throw is none. */
    private static List<Terminator.Goto> jumps(Function function, Handler.CatchText text, SourceLines lines) {
        List<Terminator.Goto> jumps = new ArrayList<>();
        function.blocks().forEach(block -> {
            Terminator end = block.terminator();
            if (!text.body().contains(end.span())) {
                return;
            } else if (end instanceof Terminator.Goto jump
                    && (jump.jump() == Terminator.Jump.CONTINUE || jump.jump() == Terminator.Jump.BREAK)) {
                jumps.add(jump);
            } else if (lines.from(end.span()).startsWith("return")) {
                jumps.add(new Terminator.Goto(end.span(), block, Terminator.Jump.BREAK));
            }
        });
        return jumps;
    }

    private List<Fix> build() {
        List<Fix> fixes = new ArrayList<>();
        boolean isWait = isNothingButWait();
        boolean isLabelled = next != null && !lines.text(next).equals("continue;");
        Optional<Fix> deferred = loop.hasCondition() && !isLabelled ? deferred(isWait) : Optional.empty();
        if (isWait) {
            deferred.ifPresent(fixes::add);
        }
        Span body = function.bodySpan();
        boolean mayReturn = function.returnType().equals("void")
                && (function.kind() == Function.Kind.METHOD || function.kind() == Function.Kind.LAMBDA);
        boolean goesOn = body != null && loop.hasCodeBehind(body);
        if (loop.hasCondition() && !isLabelled && (!mayReturn || goesOn)) {
            leave("break;").ifPresent(fixes::add);
        }
        if (mayReturn) {
            leave("return;").ifPresent(fixes::add);
        }
        if (!isWait) {
            deferred.ifPresent(fixes::add);
        }
        return fixes;
    }

    /** Whether the loop waits for its condition, and does nothing else. */
    private boolean isNothingButWait() {
        Op.Call wait = signal.deliveries().get(0).call();
        return wait != null
                && signal.named()
                && text.typeSpans().size() == 1
                && loop.isNothingBut(statement.span())
                && (wait.isStatement() || isAssigned(wait))
                && isOneLine(statement.body());
    }

    private boolean isAssigned(Op.Call wait) {
        String line = lines.line(wait.span().startLine()).strip();
        return line.matches("\\w+ = .*;(\\s*//.*)?") && line.indexOf(lines.text(wait.span())) == line.indexOf('=') + 2;
    }

    private boolean isOneLine(Span block) {
        int found = 0;
        for (int number = block.startLine() + 1; number < block.endLine(); number++) {
            String line = lines.line(number).strip();
            found += line.isEmpty() || line.startsWith("//") ? 0 : 1;
        }
        return found == 1;
    }

    private Optional<Fix> leave(String leave) {
        String title = restored == null
                ? "Restore the interrupt status and leave the loop"
                : "Leave the loop after restoring the interrupt status";
        List<TextEdit> made = restored == null ? lost(restore + ";", leave) : behind(restored, leave);
        return made.isEmpty() ? Optional.empty() : Optional.of(new Fix(title, Fix.Safety.UNSAFE, made));
    }

    /** Statements where the handler would go on with the loop. */
    private List<TextEdit> lost(String first, String last) {
        boolean onlyInterrupts = signal.named() && text.typeSpans().size() == 1;
        if (next != null) {
            if (!edits.canInsertBefore(next)) {
                return List.of();
            } else if (!onlyInterrupts) {
                return List.of(edits.before(next, guarded(List.of(first, last))));
            }
            return List.of(
                    edits.before(next, List.of(first)),
                    new TextEdit(function.file(), next, last.isEmpty() ? lines.text(next) : last));
        }
        List<String> statements = last.isEmpty() ? List.of(first) : List.of(first, last);
        return List.of(edits.atEnd(text.body(), onlyInterrupts ? statements : guarded(statements)));
    }

    private List<String> guarded(List<String> statements) {
        List<String> result = new ArrayList<>();
        result.add("if (" + text.parameterName() + " instanceof InterruptedException) {");
        statements.stream()
                .filter(line -> !line.isEmpty())
                .map(line -> "\t" + line)
                .forEach(result::add);
        result.add("}");
        return result;
    }

    private List<TextEdit> behind(Span call, String leave) {
        if (!text.body().contains(call) || !lines.isAlone(call)) {
            return List.of();
        }
        if (next != null) {
            boolean isNext = lines.isBlankTo(call.endLine() + 1, next.startLine() - 1) && isDirect(call);
            return isNext ? List.of(new TextEdit(function.file(), next, leave)) : List.of();
        }
        int line = call.endLine() + 1;
        while (line < text.body().endLine() && lines.line(line).isBlank()) {
            line++;
        }
        if (line == text.body().endLine()) {
            return List.of(edits.atEnd(text.body(), List.of(leave)));
        } else if (lines.line(line).strip().startsWith("}")) {
            String statement = lines.indent(call.startLine()) + leave + lines.lineEnd();
            Span behind = new Span(call.endLine() + 1, 1, call.endLine() + 1, 1);
            return List.of(new TextEdit(function.file(), behind, statement));
        }
        return isDirect(call) && !onlyGuarded() ? List.of(edits.atEnd(text.body(), List.of(leave))) : List.of();
    }

    private boolean onlyGuarded() {
        return !(signal.named() && text.typeSpans().size() == 1);
    }

    /** Whether a statement stands in the handler itself, and not in a branch of it. */
    private boolean isDirect(Span call) {
        String outer = lines.indent(text.body().endLine());
        String indent = lines.indent(call.startLine());
        return indent.equals(outer + lines.unit(text.body()));
    }

    private Optional<Fix> deferred(boolean isWait) {
        DeferredRestore defer = new DeferredRestore(fates, lines);
        String name = defer.name().orElse(null);
        if (name == null) {
            return Optional.empty();
        }
        List<TextEdit> inside;
        if (restored == null) {
            inside = lost(name + " = true;", "");
        } else if (text.body().contains(restored) && lines.isAlone(restored)) {
            inside = List.of(new TextEdit(function.file(), restored, name + " = true"));
        } else {
            return Optional.empty();
        }
        List<TextEdit> made = inside.isEmpty() ? List.of() : defer.around(loop.span(), name, inside);
        return made.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fix(
                        "Remember the interrupt, and restore the status behind the loop",
                        isWait ? Fix.Safety.SAFE : Fix.Safety.UNSAFE,
                        made));
    }
}
