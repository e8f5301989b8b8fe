package dev.heed.engine.facts;

import dev.heed.engine.dependency.Dependency;
import dev.heed.engine.dependency.Question;
import dev.heed.engine.dependency.Recorder;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Program;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.ir.UnreadBody;
import dev.heed.engine.model.MethodModel;
import dev.heed.engine.model.MethodModel.StatusEffect;
import dev.heed.engine.model.Models;
import dev.heed.engine.model.TypeModel;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Words;
import dev.heed.engine.types.Hierarchy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The whole program, indexed. Read by many threads. What would need a look at every body is found out when it is asked for,
 * in those bodies whose words say that it may be there.
 */
public final class ProgramFacts {
    private static final int MAX_SUPERCLASSES = 64;

    private final Program program;
    private final Models models;
    private final Map<MethodRef, Function> functions = new HashMap<>();
    private final Map<String, TypeDeclaration> types = new HashMap<>();
    private final Map<String, List<TypeDeclaration>> typesByFile = new HashMap<>();
    private final Map<MethodRef, List<Function>> nested = new HashMap<>();
    private final Map<String, List<Function>> byFile = new HashMap<>();
    private final Map<String, List<Function>> anonymous = new HashMap<>();
    /** How many methods without a body each interface of the project declares. */
    private final Map<String, Integer> abstractMethods = new HashMap<>();

    private final VirtualCalls virtualCalls;
    private final Callers callers;
    private final Map<Effect, Words> effectWords = new ConcurrentHashMap<>();
    /** Functions of which the words are not known, by the fields that they use. */
    private final Map<String, Set<Function>> readByField = new HashMap<>();

    private volatile @Nullable WordIndex wordIndex;
    private final Roles roles;
    private final StopFlags stopFlags;
    private final Continuations continuations;
    private final FieldValues fieldValues;
    private final Carriers carriers;
    private final OwnThreads ownThreads;
    private final Places places;
    private volatile java.util.function.Function<String, @Nullable Dependency> earlier = name -> null;

    public ProgramFacts(Program program, Models models) {
        this.program = program;
        this.models = models;
        virtualCalls = new VirtualCalls(functions, types, program.hierarchy());
        for (TypeDeclaration type : program.types()) {
            types.put(type.name(), type);
            typesByFile
                    .computeIfAbsent(type.file().path(), k -> new ArrayList<>(2))
                    .add(type);
        }
        for (Function function : program.functions()) {
            functions.putIfAbsent(function.ref(), function);
            byFile.computeIfAbsent(function.file().path(), k -> new ArrayList<>())
                    .add(function);
            if (function.enclosing() != null) {
                nested.computeIfAbsent(function.enclosing(), k -> new ArrayList<>(1))
                        .add(function);
            }
            TypeDeclaration owner = types.get(function.ref().owner());
            if (owner != null && owner.isAnonymous() && function.kind() == Function.Kind.METHOD) {
                anonymous.computeIfAbsent(owner.name(), k -> new ArrayList<>(1)).add(function);
            }
            if (owner != null && owner.isInterface() && !function.hasBody()) {
                abstractMethods.merge(owner.name(), 1, Integer::sum);
            }
            virtualCalls.add(function);
        }
        for (Function function : program.functions()) {
            if (function.unread() == null) {
                noteFields(function);
            }
        }
        callers = new Callers(this);
        roles = new Roles(this);
        stopFlags = new StopFlags(this);
        continuations = new Continuations(this);
        fieldValues = new FieldValues(this);
        carriers = new Carriers(this);
        ownThreads = new OwnThreads(this);
        places = new Places(this);
    }

    public Program program() {
        return program;
    }

    public Models models() {
        return models;
    }

    public Hierarchy hierarchy() {
        return program.hierarchy();
    }

    /** The project's function of this identity, or null. */
    public @Nullable Function function(MethodRef ref) {
        Function known = functions.get(ref);
        return known == null ? program.late().find(ref) : known;
    }

    /** Whether a type is an interface of the project with one method to implement: what it does is up to whoever passes one. */
    public boolean isCallback(String type) {
        return abstractMethods.getOrDefault(type, 0) == 1;
    }

    /** The project's type of this binary name, or null. */
    public @Nullable TypeDeclaration type(String name) {
        return types.get(name);
    }

    /** The types that a file declares. */
    public List<TypeDeclaration> typesIn(SourceFile file) {
        return typesByFile.getOrDefault(file.path(), List.of());
    }

    public MethodModel model(Op.Call call) {
        return models.method(call.callee(), call.arguments().size(), hierarchy());
    }

    /**
     * The project's functions that a call may run: the declaration it binds to, and the project's overriding ones where it
     * is virtual. Empty where the callee is no function of the project.
     */
    public List<Function> targets(Op.Call call) {
        return virtualCalls.targets(call);
    }

    /** Whether a function of the project overrides this one. */
    public boolean isOverridden(Function function) {
        return virtualCalls.isOverridden(function);
    }

    /** The one of some functions of one name and parameters that an object of exactly this class runs, or null. */
    public @Nullable Function inherited(String type, List<Function> candidates) {
        String current = type;
        for (int depth = 0; current != null && depth < MAX_SUPERCLASSES; depth++) {
            for (Function candidate : candidates) {
                if (candidate.ref().owner().equals(current)) {
                    return candidate;
                }
            }
            TypeDeclaration declaration = types.get(current);
            current = declaration == null ? null : declaration.superclass();
        }
        return null;
    }

    /**
     * The code in a value, where that can be seen: of a lambda or reference to a method, or of an anonymous class.
     *
     * @param source an operand, or the operation that makes the value
     */
    public List<Function> bodies(Object source) {
        if (source instanceof Operand.FunctionRef ref) {
            Function target = function(ref.target());
            return target == null ? List.of() : List.of(target);
        } else if (source instanceof Op.Call call && call.callee().isConstructor()) {
            return anonymous.getOrDefault(call.callee().receiverType(), List.of());
        }
        return List.of();
    }

    /** Whether all functions that the call may run are in the project and have a body. */
    public boolean seesBodies(Op.Call call) {
        List<Function> targets = targets(call);
        if (targets.isEmpty()) {
            return false;
        }
        Function declared = targets.get(0);
        boolean closed = !declared.isOverridable() || targets.size() > 1 || declared.hasBody();
        return closed && targets.stream().anyMatch(Function::hasBody);
    }

    /** The lambdas, and methods of anonymous and local classes, that stand in a function. */
    public List<Function> nested(Function function) {
        List<Function> known = nested.get(function.ref());
        UnreadBody unread = function.unread();
        if (known != null) {
            return known;
        } else if (unread != null) {
            return unread.content().nested().stream()
                    .filter(inner -> function.ref().equals(inner.enclosing()))
                    .toList();
        }
        // In a body that was read late, all that stands in it is known by its enclosing function.
        return function.enclosing() == null ? List.of() : lateIn(function);
    }

    private List<Function> lateIn(Function function) {
        Function around = function;
        while (around != null && around.enclosing() != null) {
            around = function(around.enclosing());
        }
        UnreadBody unread = around == null ? null : around.unread();
        return unread == null
                ? List.of()
                : unread.content().nested().stream()
                        .filter(inner -> function.ref().equals(inner.enclosing()))
                        .toList();
    }

    /** Where the project calls a function. */
    public List<CallSite> callers(Function function) {
        return callers.of(function);
    }

    /** Those of them that stand in functions that call something of which a model says this: others are not even read. */
    public List<CallSite> callers(Function function, Effect also) {
        return callers.of(function, effectWords.computeIfAbsent(also, this::wordsOf));
    }

    /** What a function may do, by the models of what it calls. */
    public enum Effect {
        CANCELS,
        RELEASES,
        POLLS
    }

    /** The names of the methods that have an effect by their models. */
    Words wordsOf(Effect effect) {
        return Words.uses(models.methodNames(model -> switch (effect) {
            case CANCELS -> model.cancel() != null;
            case RELEASES -> model.releases() != null;
            case POLLS -> model.status() == StatusEffect.POLLS || model.status() == StatusEffect.POLLS_AND_CLEARS;
        }));
    }

    /** The functions of a file in whose body one of some words may be, those that stand in them included. Reads their bodies. */
    public List<Function> mentioningIn(SourceFile file, Words words) {
        return mentioningAny(words, file).stream()
                .flatMap(function -> withNested(function).stream())
                .toList();
    }

    /** The simple names of the types that are signals, in the models and in the project. */
    Words signalNames() {
        Words.Builder names = new Words.Builder();
        models.signalTypes().forEach(type -> names.add(simpleName(type)));
        for (TypeDeclaration type : program.types()) {
            TypeModel model = type.isInterface() ? null : models.type(type.name(), hierarchy());
            if (model != null && model.signal() != null) {
                names.add(simpleName(type.name()));
            }
        }
        return names.build();
    }

    static String simpleName(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }

    /** The functions of a file, those in bodies that are read late left out. */
    List<Function> functionsIn(SourceFile file) {
        return byFile.getOrDefault(file.path(), List.of());
    }

    /**
     * A function and those that stand in it and are not among the program's: they were in a body that is read late. Reads
     * the body.
     */
    static List<Function> withNested(Function function) {
        UnreadBody unread = function.unread();
        if (unread == null || unread.content().nested().isEmpty()) {
            return List.of(function);
        }
        List<Function> all = new ArrayList<>();
        all.add(function);
        all.addAll(unread.content().nested());
        return all;
    }

    private void noteFields(Function function) {
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                FieldRef field = op instanceof Op.FieldRead read
                        ? read.field()
                        : op instanceof Op.FieldWrite write ? write.field() : null;
                if (field != null) {
                    readByField
                            .computeIfAbsent(field.name(), k -> new HashSet<>(4))
                            .add(function);
                }
            }
        }
    }

    /**
     * The functions, with those that stand in them, that may use a field of a name, of one file or, without one, of the program.
     * Reads their bodies.
     */
    List<Function> using(String field, @Nullable SourceFile file) {
        return using(field, Words.of(List.of(field)), file);
    }

    /** As {@link #using}, of those that may also contain one of some words. */
    List<Function> using(String field, Words also, @Nullable SourceFile file) {
        List<Function> found = new ArrayList<>();
        for (Function function : mentioningBoth(Words.of(List.of(field)), also, file)) {
            if (mayUse(function, field)) {
                found.addAll(withNested(function));
            }
        }
        return found;
    }

    /** Whether a function that mentions the name of a field may use it; those that stand in it count with it. */
    boolean mayUse(Function function, String field) {
        return function.unread() != null
                || readByField.getOrDefault(field, Set.of()).contains(function);
    }

    /** The functions of a file, those that stand in them included, that may use a field of a name. Reads their bodies. */
    public List<Function> usingIn(SourceFile file, String field) {
        return using(field, file);
    }

    /** Whether only code of the same file can name a function. */
    boolean isOfFile(Function function) {
        TypeDeclaration owner = types.get(function.ref().owner());
        boolean isHidden = function.enclosing() != null || (owner != null && owner.isPrivate());
        return function.modifiers().contains(Function.Modifier.PRIVATE)
                || (isHidden && function.overrides().isEmpty());
    }

    /** The functions in whose body one of some words may be, of one file or, without one, of the program. Reads no body. */
    List<Function> mentioningAny(Words words, @Nullable SourceFile file) {
        if (file == null) {
            Recorder.asked(words, null);
            return wordIndex().mentioningAny(words);
        }
        return functionsIn(file).stream()
                .filter(function -> function.mayMentionAny(words))
                .toList();
    }

    /** Those of the program in whose body there may be what a search wants. Reads no body. */
    List<Function> mentioning(Question question) {
        return question.also() == null
                ? mentioningAny(question.words(), null)
                : mentioningBoth(question.words(), question.also(), null);
    }

    /** The same, of one of some words and one of some others; keeps who mentions those others. */
    List<Function> mentioningBoth(Words words, Words others, @Nullable SourceFile file) {
        if (file == null) {
            Recorder.asked(words, others);
            return wordIndex().mentioningBoth(words, others);
        }
        return functionsIn(file).stream()
                .filter(function -> function.mayMentionAny(words) && function.mayMentionAny(others))
                .toList();
    }

    private WordIndex wordIndex() {
        WordIndex known = wordIndex;
        if (known == null) {
            synchronized (this) {
                known = wordIndex;
                if (known == null) {
                    known = new WordIndex(program.functions());
                    wordIndex = known;
                }
            }
        }
        return known;
    }

    /** Who runs a function; empty for an ordinary method that is only called. */
    public Set<Role> roles(Function function) {
        return roles.of(function);
    }

    Gathered.Search<?> handedOverSearch() {
        return roles.handedOverSearch();
    }

    Gathered.Search<?> callersSearch(Function target, @Nullable Words also) {
        return callers.search(target, also);
    }

    /** What runs when futures are done. */
    public Continuations continuations() {
        return continuations;
    }

    /** What is written to fields. */
    public FieldValues fieldValues() {
        return fieldValues;
    }

    /** Which of the project's exceptions may stand for an interrupt. */
    public Carriers carriers() {
        return carriers;
    }

    /**
     * Lets results of an earlier scan be used.
     *
     * @param holding what a result rests on, by its name, if it still holds
     */
    public void reuse(java.util.function.Function<String, @Nullable Dependency> holding) {
        earlier = holding;
    }

    /** What a result of an earlier scan rests on; null if none of this name is known to hold. */
    public @Nullable Dependency holding(String name) {
        return earlier.apply(name);
    }

    /** Describes places so that edits elsewhere do not matter. */
    public Places places() {
        return places;
    }

    /** The threads that the project keeps. */
    public OwnThreads ownThreads() {
        return ownThreads;
    }

    public StopFlags stopFlags() {
        return stopFlags;
    }
}
