package dev.heed.verify.point;

import dev.heed.verify.point.ClassFiles.Declaration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Type;

/**
 * Says of a call what a cancellation can do there: by its declaration, found in the class files, and by a short table for the calls
 * whose declaration does not tell. Names are internal ones.
 */
public final class CallModel {
    private static final String CLOSEABLE = "java/lang/AutoCloseable";
    private static final String EXECUTOR = "java/util/concurrent/ExecutorService";
    private static final String THROWABLE = "java/lang/Throwable";

    /** What a call says that fails because its time is up. */
    public static final String TIMEOUT = "java.util.concurrent.TimeoutException";

    /** The last arguments of a call that waits no longer than it is told. */
    public static final String TIME_LIMIT = "JLjava/util/concurrent/TimeUnit;)";

    /** They hold nothing that outlives them: to forget their close is no leak. */
    private static final List<String> HOLD_NOTHING = List.of(
            "java/util/stream/BaseStream",
            "java/io/ByteArrayInputStream",
            "java/io/ByteArrayOutputStream",
            "java/io/CharArrayReader",
            "java/io/CharArrayWriter",
            "java/io/StringReader",
            "java/io/StringWriter");

    private final ClassFiles files;
    private final Predicate<String> isRewritten;
    private final CallTable table = new CallTable();
    private final boolean withFailures;

    /** Reads declarations from these files; the predicate says which classes get probes of their own. */
    public CallModel(ClassFiles files, Predicate<String> isRewritten) {
        this(files, isRewritten, false);
    }

    /**
     * Reads declarations from these files.
     *
     * @param isRewritten which classes get probes of their own
     * @param withFailures whether calls also deliver what is no cancellation: that they fail, or that their time is up
     */
    public CallModel(ClassFiles files, Predicate<String> isRewritten, boolean withFailures) {
        this.files = files;
        this.isRewritten = isRewritten;
        this.withFailures = withFailures;
    }

    /** What is known of a call of this method. */
    public Call call(String owner, String name, String descriptor) {
        Optional<Declaration> declaration = files.declaration(owner, name, descriptor);
        boolean isOurs = isRewritten.test(declaration.map(Declaration::owner).orElse(owner));
        if (name.equals("<init>")) {
            return new Call(List.of(), Call.From.ANYTHING, isResource(owner) ? Set.of(Watch.OPEN) : Set.of());
        }
        boolean isOpen = isOurs && declaration.map(Declaration::isAbstract).orElse(false);
        Set<Watch> watches = EnumSet.noneOf(Watch.class);
        List<Delivery> deliveries = new ArrayList<>();
        boolean awaited = tabled(owner, name, descriptor, isOurs && !isOpen, watches, deliveries);
        boolean interrupts = declaration.map(Declaration::throwsInterrupted).orElse(false);
        if (interrupts && deliveries.isEmpty() && (!isOurs || isOpen)) {
            deliveries.add(Delivery.THROW);
        }
        if (awaited) {
            deliveries.add(Delivery.CANCEL_AWAITED);
        }
        boolean isStub = deliveries.isEmpty()
                && declaration
                        .map(found -> found.isAbstract() && found.throwsAny())
                        .orElse(false);
        if (isStub) {
            deliveries.add(Delivery.THROW);
        }
        if (!isOurs && returnsResource(descriptor)) {
            watches.add(Watch.OPEN);
        }
        boolean isOpenPoint = isOpen && !deliveries.isEmpty();
        Call.From from = isStub ? Call.From.STUB : isOpenPoint ? Call.From.UNKNOWN_CODE : Call.From.ANYTHING;
        if (!withFailures || isStub || declaration.isEmpty()) {
            return new Call(deliveries, from, watches);
        }
        List<String> failures = declaration.get().failures().stream()
                .map(type -> type.replace('/', '.'))
                .toList();
        boolean isTimed = interrupts && descriptor.contains(TIME_LIMIT);
        if (failures.contains(TIMEOUT) || isTimed) {
            deliveries.add(Delivery.LATE);
        }
        if (failures.stream().anyMatch(type -> !type.equals(TIMEOUT))) {
            deliveries.add(Delivery.FAIL);
        }
        return new Call(deliveries, from, watches, failures);
    }

    /** Whether the class gets probes of its own. */
    public boolean isOurs(String type) {
        return isRewritten.test(type);
    }

    /** Whether to forget its close loses something. */
    public boolean isResource(String type) {
        return (files.isSubtype(type, CLOSEABLE) || files.isSubtype(type, EXECUTOR))
                && HOLD_NOTHING.stream().noneMatch(harmless -> files.isSubtype(type, harmless));
    }

    /** Whether it is a type of exceptions. */
    public boolean isThrowable(String type) {
        return files.isSubtype(type, THROWABLE);
    }

    private boolean tabled(
            String owner,
            String name,
            String descriptor,
            boolean hasProbes,
            Set<Watch> watches,
            List<Delivery> deliveries) {
        boolean awaited = false;
        for (CallTable.Line line : table.lines(name)) {
            boolean isAny = line.owner().equals("*");
            // What our own code does with its arguments is seen there.
            if (isAny ? hasProbes : !files.isSubtype(owner, line.owner())) {
                continue;
            }
            switch (line.word()) {
                case "status" -> deliveries.add(Delivery.STATUS);
                case "entered" -> deliveries.add(Delivery.STATUS_THEN_THROW);
                case "io" -> deliveries.add(Delivery.IO);
                case "awaited" -> awaited = true;
                default -> {
                    Watch watch = Watch.of(line.word());
                    if (fits(watch, descriptor)) {
                        watches.add(watch);
                    }
                }
            }
        }
        // Who writes an exception down acts on nothing.
        if (watches.contains(Watch.LOG)) {
            watches.remove(Watch.HAND);
        }
        return awaited;
    }

    private boolean fits(Watch watch, String descriptor) {
        Type[] arguments = Type.getArgumentTypes(descriptor);
        Type result = Type.getReturnType(descriptor);
        Type last = arguments.length == 0 ? Type.VOID_TYPE : arguments[arguments.length - 1];
        return switch (watch) {
            case TAKE, FREE -> result.getSort() == Type.VOID;
            case TRY, ISDONE -> result.getSort() == Type.BOOLEAN;
            case CLOSE, RESTORE, START -> arguments.length == 0;
            case DONE -> result.getSort() == Type.OBJECT;
            case ALLOF -> arguments.length == 1 && last.getSort() == Type.ARRAY;
            case EXIT -> arguments.length == 1;
            case MILLIS, UNITS -> arguments.length == 1 && last.getSort() == Type.LONG;
            case HAND ->
                last.getSort() == Type.OBJECT
                        && (isThrowable(last.getInternalName())
                                || last.getInternalName().equals("java/lang/Object"));
            default -> true;
        };
    }

    private boolean returnsResource(String descriptor) {
        Type result = Type.getReturnType(descriptor);
        return result.getSort() == Type.OBJECT && isResource(result.getInternalName());
    }
}
