package dev.heed.engine.facts;

import dev.heed.engine.dependency.Memo;
import dev.heed.engine.dependency.Question;
import dev.heed.engine.dependency.Recorder;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.model.MethodModel;
import dev.heed.engine.source.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who runs lambdas, method references, and the {@code run} and {@code call} methods of classes: by what they are
 * handed to.
 */
final class Roles {
    /** Stands where a method is referred to as a value. */
    private static final Words REFERENCE = Words.of(List.of("::"));

    /** Stand where the type of an object need not be named. */
    private static final Words INFERRED = Words.of(List.of("var", "->"));

    /** Under which it can be gathered again who is handed over. */
    static final String HANDED_OVER = "handed-over";

    /** With the identity of a function behind it: under which it can be found out again who runs it. */
    static final String ROLES = "roles ";

    static final Set<String> BODY_NAMES = Set.of("run", "call", "compute");
    private static final Set<String> WORK_TYPES =
            Set.of("java.lang.Runnable", "java.util.concurrent.Callable", "java.lang.Thread", "java.util.TimerTask");

    private final ProgramFacts facts;
    private final Memo<Function, Set<Role>> roles;
    private final Memo<Function, Given> given = new Memo<>();
    private final Map<String, List<Function>> bodies = new HashMap<>();
    private volatile @Nullable HandedOver handedOver;
    private volatile @Nullable Map<Function, EnumSet<Role>> inRead;

    /** What was gathered of the objects that are handed over, and what follows for their bodies. */
    private record HandedOver(Gathered<Map<String, EnumSet<Role>>> gathered, Map<Function, EnumSet<Role>> roles) {}

    /** What one function hands to others: functions, and objects by their type. */
    private record Given(Map<Function, EnumSet<Role>> functions, Map<String, EnumSet<Role>> types) {
        void add(@Nullable Function function, Role role) {
            if (function != null) {
                functions
                        .computeIfAbsent(function, k -> EnumSet.noneOf(Role.class))
                        .add(role);
            }
        }
    }

    Roles(ProgramFacts facts) {
        this.facts = facts;
        roles = new Memo<>(function -> ROLES + function, Roles::digest, Roles::roles, facts::holding);
        for (Function function : facts.program().functions()) {
            if (isBody(function)) {
                bodies.computeIfAbsent(function.ref().owner(), k -> new ArrayList<>(1))
                        .add(function);
            }
        }
    }

    private static boolean isBody(Function function) {
        return BODY_NAMES.contains(function.ref().name())
                && function.parameters().isEmpty()
                && !function.modifiers().contains(Function.Modifier.PRIVATE);
    }

    Set<Role> of(Function function) {
        return roles.get(function, key -> kept(compute(key)));
    }

    private static Set<Role> kept(EnumSet<Role> roles) {
        return roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(roles);
    }

    /** Tells answers apart. */
    static long digest(Set<Role> roles) {
        return roles.stream().mapToLong(role -> 1L << role.ordinal()).sum();
    }

    private static Set<Role> roles(long digest) {
        EnumSet<Role> roles = EnumSet.allOf(Role.class);
        roles.removeIf(role -> (digest & 1L << role.ordinal()) == 0);
        return kept(roles);
    }

    private EnumSet<Role> compute(Function function) {
        EnumSet<Role> found = EnumSet.noneOf(Role.class);
        for (Function giver : givers(function)) {
            EnumSet<Role> there = given(giver).functions().get(function);
            if (there != null) {
                found.addAll(there);
            }
        }
        EnumSet<Role> read = inRead().get(function);
        if (read != null) {
            found.addAll(read);
        }
        if (isBody(function)) {
            EnumSet<Role> there = handedOver().get(function);
            if (there != null) {
                found.addAll(there);
            }
            byType(function, found);
        }
        return found;
    }

    /** The functions that may refer to another as a value. */
    private List<Function> givers(Function function) {
        if (function.kind() == Function.Kind.LAMBDA) {
            Function around = function.enclosing() == null ? null : facts.function(function.enclosing());
            return around == null ? List.of() : List.of(around);
        }
        Words words = function.ref().isConstructor()
                ? Words.of(List.of(ProgramFacts.simpleName(function.ref().owner())))
                : Words.referred(function.ref().name());
        boolean isOfFile = function.modifiers().contains(Function.Modifier.PRIVATE);
        List<Function> found = new ArrayList<>();
        for (Function giver : facts.mentioningBoth(words, REFERENCE, isOfFile ? function.file() : null)) {
            if (giver.unread() != null) {
                found.addAll(ProgramFacts.withNested(giver));
            }
        }
        return found;
    }

    /** What is handed over by functions of which the words are not known. */
    private Map<Function, EnumSet<Role>> inRead() {
        Map<Function, EnumSet<Role>> known = inRead;
        if (known == null) {
            known = new HashMap<>();
            for (Function giver : facts.program().functions()) {
                if (giver.unread() == null) {
                    for (Map.Entry<Function, EnumSet<Role>> entry :
                            given(giver).functions().entrySet()) {
                        known.computeIfAbsent(entry.getKey(), k -> EnumSet.noneOf(Role.class))
                                .addAll(entry.getValue());
                    }
                }
            }
            inRead = known;
        }
        return known;
    }

    private Given given(Function function) {
        return given.get(function, key -> {
            Given found = new Given(new HashMap<>(2), new HashMap<>(2));
            scan(key, found);
            return found;
        });
    }

    private void scan(Function function, Given result) {
        Definitions definitions = null;
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && !call.arguments().isEmpty()) {
                    definitions = definitions == null ? new Definitions(function) : definitions;
                    arguments(call, definitions, result);
                } else if (op instanceof Op.FieldWrite write && write.value() instanceof Operand.FunctionRef ref) {
                    result.add(facts.function(ref.target()), Role.UNKNOWN);
                }
            }
            if (block.terminator() instanceof Terminator.Return end && end.value() instanceof Operand.FunctionRef ref) {
                result.add(facts.function(ref.target()), Role.UNKNOWN);
            }
        }
    }

    private void arguments(Op.Call call, Definitions definitions, Given result) {
        MethodModel model = facts.model(call);
        for (int i = 0; i < call.arguments().size(); i++) {
            Role role = Role.UNKNOWN;
            MethodModel.SpawnEffect spawns = model.spawns();
            if (spawns != null && spawns.argument() == i) {
                role = Role.valueOf(spawns.where().name());
            } else if (model.runsInline().contains(i)) {
                role = Role.INLINE;
            }
            for (Object source : definitions.sources(call.arguments().get(i))) {
                if (source instanceof Operand.FunctionRef ref) {
                    result.add(facts.function(ref.target()), role);
                } else if (role != Role.UNKNOWN) {
                    String type = typeOf(source);
                    if (type != null) {
                        result.types()
                                .computeIfAbsent(type, k -> EnumSet.noneOf(Role.class))
                                .add(role);
                    }
                }
            }
        }
    }

    /** Who runs the bodies of the objects that are handed to something that runs them. */
    private Map<Function, EnumSet<Role>> handedOver() {
        HandedOver known = handedOver;
        if (known == null || (Recorder.isOn() && !known.gathered().isRecorded())) {
            Gathered<Map<String, EnumSet<Role>>> gathered = Gathered.of(handedOverSearch(), facts);
            Map<Function, EnumSet<Role>> roleOf = new HashMap<>();
            for (Map<String, EnumSet<Role>> types : gathered.found()) {
                types.forEach((type, found) -> bodiesOf(type)
                        .forEach(body -> roleOf.computeIfAbsent(body, k -> EnumSet.noneOf(Role.class))
                                .addAll(found)));
            }
            known = new HandedOver(gathered, roleOf);
            handedOver = known;
        }
        known.gathered().found();
        return known.roles();
    }

    /** Which types of objects with a body functions hand to something that runs them. */
    Gathered.Search<Map<String, EnumSet<Role>>> handedOverSearch() {
        Words elsewhere = Words.uses(facts.models().methodNames(model -> model.spawns() != null));
        Words.Builder starting = new Words.Builder();
        starting.addAll(elsewhere);
        starting.addAll(Words.uses(
                facts.models().methodNames(model -> !model.runsInline().isEmpty())));
        Question question = new Question(starting.build(), null);
        Words objects = namesOfObjects();
        return new Gathered.Search<>() {
            @Override
            public String name() {
                return HANDED_OVER;
            }

            @Override
            public Question question() {
                return question;
            }

            @Override
            public @Nullable Map<String, EnumSet<Role>> of(Function function) {
                return mayHandOver(function, elsewhere, objects) ? typesGiven(function) : null;
            }

            @Override
            public String describe(Map<String, EnumSet<Role>> types) {
                return types.entrySet().stream()
                        .map(given -> given.getKey() + " "
                                + given.getValue().stream().map(Role::name).collect(Collectors.joining(" ")))
                        .collect(Collectors.joining(","));
            }

            @Override
            public boolean isRestorable() {
                return true;
            }

            @Override
            public Map<String, EnumSet<Role>> restored(String description) {
                Map<String, EnumSet<Role>> types = new TreeMap<>();
                for (String given : description.split(",", -1)) {
                    String[] words = given.split(" ", -1);
                    EnumSet<Role> found = EnumSet.noneOf(Role.class);
                    Arrays.stream(words).skip(1).map(Role::valueOf).forEach(found::add);
                    types.put(words[0], found);
                }
                return types;
            }
        };
    }

    /** Whether a function that calls something that runs bodies also names an object with one. */
    private boolean mayHandOver(Function function, Words elsewhere, Words objects) {
        return function.mayMentionAny(objects)
                || (function.mayMention("this")
                        && !bodiesOf(function.ref().owner()).isEmpty())
                || (function.mayMentionAny(elsewhere) && function.mayMentionAny(INFERRED));
    }

    /** The types of the objects that a function, and those that stand in it, hand over, sorted; null if there are none. */
    private @Nullable Map<String, EnumSet<Role>> typesGiven(Function function) {
        Map<String, EnumSet<Role>> types = new TreeMap<>();
        for (Function giver : ProgramFacts.withNested(function)) {
            given(giver)
                    .types()
                    .forEach((type, found) -> types.computeIfAbsent(type, k -> EnumSet.noneOf(Role.class))
                            .addAll(found));
        }
        return types.isEmpty() ? null : types;
    }

    /** By which names code comes to an object with a body: its type's, a field's, a method's. */
    private Words namesOfObjects() {
        Words.Builder names = new Words.Builder();
        for (TypeDeclaration type : facts.program().types()) {
            if (!bodiesOf(type.name()).isEmpty()) {
                String name = type.name();
                names.add(name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1));
            }
            for (TypeDeclaration.Field field : type.fields()) {
                if (!bodiesOf(field.ref().type()).isEmpty()) {
                    names.add(field.ref().name());
                }
            }
        }
        for (Function function : facts.program().functions()) {
            if (!bodiesOf(function.returnType()).isEmpty()) {
                names.add(function.ref().name());
            }
        }
        return names.build();
    }

    private static @Nullable String typeOf(Object source) {
        if (source instanceof Op.Call call && call.result() != null) {
            return call.callee().isConstructor()
                    ? call.callee().receiverType()
                    : call.result().type();
        } else if (source instanceof Op.FieldRead read) {
            return read.field().type();
        } else if (source instanceof Operand operand) {
            return operand.type();
        }
        return null;
    }

    private List<Function> bodiesOf(String type) {
        String current = type;
        for (int depth = 0; current != null && depth < 16; depth++) {
            List<Function> found = bodies.get(current);
            if (found != null) {
                return found;
            }
            TypeDeclaration declaration = facts.type(current);
            current = declaration == null ? null : declaration.superclass();
        }
        return List.of();
    }

    /** A body that nobody was seen to run is run by somebody all the same. */
    private void byType(Function body, EnumSet<Role> found) {
        String owner = body.ref().owner();
        if (facts.hierarchy().isSubtype(owner, "java.lang.Thread").isYes()) {
            found.add(Role.THREAD);
        } else if (facts.hierarchy().isSubtype(owner, "java.util.TimerTask").isYes()) {
            found.add(Role.SCHEDULE);
        } else if (found.isEmpty()
                && WORK_TYPES.stream()
                        .anyMatch(
                                type -> facts.hierarchy().isSubtype(owner, type).isYes())) {
            found.add(Role.TASK);
        }
    }
}
