package dev.heed.rules.support;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Types;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who is called by a call that delivers a signal, and whether something that is said names that party. */
public final class Party {
    private static final Pattern OTHER_SIDE = Pattern.compile(
            "\\b(servers?|services?|hosts?|nodes?|brokers?|peers?|remote|endpoint|backend|upstream|replica|leader"
                    + "|coordinator|cluster|connections?|connect(ing|ed)?|rpc|response|calls? to|calling|contact(ing)?"
                    + "|reach(ing|able)?|unreachable|unavailable)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_SIDE_TYPE = Pattern.compile(
            "Unavailable|Unreachable|Unreach|Connect|Remote|NoResponse|Refused|Disconnect|NoRoute|UnknownHost|Gateway");
    private static final Pattern FAILURE = Pattern.compile(
            "fail|error|exception|unable|could ?n[o']t|could not|can ?not|can't|unavailable|not available|unreachable"
                    + "|unresponsive|not (respond|answer|reach)|no (response|answer|reply)|\\blost\\b|refused|rejected"
                    + "|broken|\\bdown\\b|\\bdead\\b|problem|trouble",
            Pattern.CASE_INSENSITIVE);

    /** Parts of names that name nobody. */
    private static final Set<String> NOBODY = Set.of(
            "await",
            "call",
            "close",
            "context",
            "current",
            "data",
            "default",
            "done",
            "error",
            "execute",
            "exception",
            "factory",
            "fail",
            "failure",
            "future",
            "handle",
            "handler",
            "helper",
            "impl",
            "init",
            "internal",
            "invoke",
            "java",
            "lock",
            "manager",
            "message",
            "object",
            "process",
            "queue",
            "result",
            "start",
            "state",
            "stop",
            "task",
            "that",
            "this",
            "thread",
            "time",
            "util",
            "utils",
            "value",
            "wait",
            "with",
            "from",
            "into",
            "until");

    private static final int SHORTEST = 4;

    /** How many operations a text may be made of. */
    private static final int MAX_SEEN = 32;

    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])");

    private final FunctionFates function;
    private final Op.@Nullable Call call;
    private final Set<String> words = new HashSet<>();
    private final Set<Object> values = new HashSet<>();

    /** @param call that delivers the signal; null where it is not a call */
    public Party(FunctionFates function, Op.@Nullable Call call) {
        this.function = function;
        this.call = call;
        if (call != null) {
            know(call, 0);
        }
    }

    /**
     * What names the party.
     *
     * @param label to quote
     * @param sure whether it is the call's own name, its receiver's, or a value that went into it, rather than a word that means
     *     some other side
     */
    public record Named(String label, boolean sure) {}

    /** What names the party in a log, or in an exception that is made, as failing; empty where nothing does. */
    public Optional<Named> namedIn(Op.Call said) {
        String text = SpokenText.of(said, function.definitions());
        boolean isException = said.callee().isConstructor();
        if (!isException && !FAILURE.matcher(text).find()) {
            return Optional.empty();
        }
        if (call != null && (namesIt(text) || tellsValue(said))) {
            return Optional.of(new Named(label(call), true));
        }
        Matcher other = OTHER_SIDE.matcher(text);
        boolean fails = FAILURE.matcher(text).find();
        if (fails && other.find()) {
            return Optional.of(new Named(other.group().toLowerCase(Locale.ROOT), false));
        }
        String type = isException ? Types.simpleName(said.callee().receiverType()) : "";
        return OTHER_SIDE_TYPE.matcher(type).find() ? Optional.of(new Named(type, false)) : Optional.empty();
    }

    /** {@code inventory.stock}. */
    private String label(Op.Call of) {
        String receiver = function.calls().receiverName(of);
        String name = of.callee().isConstructor()
                ? "new " + Types.simpleName(of.callee().receiverType())
                : of.callee().name();
        return receiver == null ? name : receiver + "." + name;
    }

    /** Notes the names and values of a call to another party, and of the call that made the future that it waits for. */
    private void know(Op.Call of, int depth) {
        boolean waits = function.calls().model(of).await() != null;
        if (waits) {
            note(function.calls().receiverName(of));
            if (depth < 2
                    && of.receiver() != null
                    && function.definitions().single(of.receiver()) instanceof Op.Call made) {
                know(made, depth + 1);
            }
        } else if (!of.callee().receiverType().startsWith("java.lang.")
                && !of.callee().receiverType().startsWith("java.util.")) {
            note(of.callee().name());
            note(function.calls().receiverName(of));
            if (of.receiver() != null && !(of.receiver() instanceof Operand.This)) {
                note(Types.simpleName(of.callee().receiverType()));
            }
            of.arguments().forEach(argument -> key(argument).ifPresent(values::add));
        }
    }

    private void note(@Nullable String name) {
        if (name != null) {
            Matcher parts = WORD.matcher(name);
            while (parts.find()) {
                String word = parts.group().toLowerCase(Locale.ROOT);
                if (word.length() >= SHORTEST && !NOBODY.contains(word)) {
                    words.add(word.endsWith("e") ? word.substring(0, word.length() - 1) : word);
                }
            }
        }
    }

    private boolean namesIt(String text) {
        Matcher parts = WORD.matcher(text);
        while (parts.find()) {
            String part = parts.group().toLowerCase(Locale.ROOT);
            if (words.stream().anyMatch(part::startsWith)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value that went into the call is said, too: a host, an address, a key. */
    private boolean tellsValue(Op.Call said) {
        Set<Object> told = new HashSet<>();
        said.arguments().forEach(argument -> collect(argument, told, new HashSet<>()));
        return told.stream().anyMatch(values::contains);
    }

    private void collect(Operand operand, Set<Object> told, Set<Op> seen) {
        key(operand).ifPresent(told::add);
        Op op = function.definitions().single(operand);
        if (op == null || seen.size() > MAX_SEEN || !seen.add(op)) {
            return;
        }
        if (op instanceof Op.Compute compute && !compute.operator().equals("cast")) {
            compute.operands().forEach(o -> collect(o, told, seen));
        } else if (op instanceof Op.Call made && made.callee().name().startsWith("format")) {
            made.arguments().forEach(o -> collect(o, told, seen));
        }
    }

    /** By what a value is known again: a variable, a field, an accessor; nothing where it cannot name anybody. */
    private Optional<Object> key(Operand operand) {
        String type = operand.type();
        boolean isPrimitive = !type.contains(".") && !type.equals("?");
        if (isPrimitive || isAmount(type)) {
            return Optional.empty();
        }
        Definitions definitions = function.definitions();
        Variable variable = operand.variableOrNull();
        if (variable == null || variable.kind() == Variable.Kind.CAUGHT) {
            return Optional.empty();
        }
        Op op = definitions.single(operand);
        if (op instanceof Op.FieldRead read) {
            return Optional.of(read.field());
        }
        return variable.isTemporary() ? Optional.empty() : Optional.of(variable);
    }

    private static boolean isAmount(String type) {
        return type.equals("java.util.concurrent.TimeUnit")
                || type.equals("java.time.Duration")
                || type.equals("java.lang.Long")
                || type.equals("java.lang.Integer")
                || type.equals("java.lang.Boolean");
    }
}
