package dev.heed.frontend.java.lower;

import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Function.Kind;
import dev.heed.engine.ir.Function.Modifier;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.UnreadBody;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Words;
import dev.heed.frontend.java.skim.LineTable;
import dev.heed.frontend.java.skim.Part;
import dev.heed.frontend.java.skim.SkimmedMember;
import dev.heed.frontend.java.skim.SkimmedMember.Parameter;
import dev.heed.frontend.java.skim.SkimmedType;
import dev.heed.frontend.java.skim.SkimmedUnit;
import dev.heed.frontend.java.types.DeclaredType;
import dev.heed.frontend.java.types.JavaTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions of a skimmed file, with bodies that are read when they are needed. */
public final class MemberHeads {
    private final SourceFile file;
    private final LineTable lines;
    private final JavaTypes types;
    private final Map<String, Integer> copies;
    private final Bodies bodies;
    private final List<Function> functions = new ArrayList<>();
    private final Map<MethodRef, Function> refs = new HashMap<>();
    private boolean isAmbiguous;

    private MemberHeads(SourceFile file, LineTable lines, JavaTypes types, Map<String, Integer> copies, Bodies bodies) {
        this.file = file;
        this.lines = lines;
        this.types = types;
        this.copies = copies;
        this.bodies = bodies;
    }

    /** Makes bodies. */
    public interface Bodies {
        UnreadBody of(Part part, String owner, Words words);
    }

    /**
     * The functions in the order of the text; null if two of them cannot be told apart.
     *
     * @param copies as for {@link UnitLowering#lower}
     */
    public static @Nullable List<Function> of(
            SourceFile file, SkimmedUnit unit, JavaTypes types, Map<String, Integer> copies, Bodies bodies) {
        MemberHeads heads = new MemberHeads(file, unit.lines(), types, copies, bodies);
        String prefix = unit.packageName().isEmpty() ? "" : unit.packageName() + ".";
        for (SkimmedType type : unit.types()) {
            heads.type(type, prefix + type.name());
        }
        if (heads.isAmbiguous) {
            return null;
        }
        heads.functions.sort(UnitLowering.BY_PLACE);
        return heads.functions;
    }

    private void type(SkimmedType type, String name) {
        DeclaredType declared = types.declared(name);
        if (declared == null) {
            isAmbiguous = true;
            return;
        }
        initializers(type, name);
        for (int i = 0; i < type.members().size(); i++) {
            SkimmedMember member = type.members().get(i);
            switch (member.kind()) {
                case METHOD, CONSTRUCTOR, COMPACT_CONSTRUCTOR -> callable(type, member, declared.method(i));
                case TYPE -> {
                    if (member.type() != null) {
                        type(member.type(), name + "$" + member.name());
                    }
                }
                default -> {
                    // Fields and initializers are part of functions of their own; elements have no code.
                }
            }
        }
    }

    private void callable(SkimmedType type, SkimmedMember member, DeclaredType.@Nullable Method declared) {
        if (declared == null) {
            isAmbiguous = true;
            return;
        }
        boolean isMethod = member.kind() == SkimmedMember.Kind.METHOD;
        boolean isCompact = member.kind() == SkimmedMember.Kind.COMPACT_CONSTRUCTOR;
        List<Parameter> parameters = isCompact ? type.components() : member.parameters();
        Set<Modifier> modifiers =
                Declarations.modifiers(member.modifiers(), isMethod && type.isInterface(), member.hasBody());
        List<Variable> variables = List.of();
        UnreadBody body = null;
        if (member.hasBody()) {
            Part part = Part.of(type, member);
            body = bodies.of(part, declared.ref().owner(), isCompact ? part.words(type) : member.words());
        } else {
            variables = variables(parameters, declared.ref());
        }
        add(new Function(
                named(declared.ref()),
                isMethod ? Kind.METHOD : Kind.CONSTRUCTOR,
                member.name(),
                file,
                lines.span(member.start(), member.end()),
                lines.span(
                        member.nameStart(), member.nameStart() + member.name().length()),
                body == null ? null : lines.span(member.bodyStart(), member.end()),
                isCompact ? null : lines.span(member.throwsEnd(), member.throwsEnd()),
                modifiers,
                List.copyOf(member.annotations()),
                body == null ? variables : body.parameters(parameters.size()),
                body == null ? variables : body.variables(),
                isMethod ? declared.returnType() : "void",
                isCompact ? List.of() : declared.thrown(),
                body == null ? List.of() : body.blocks(),
                null,
                isMethod ? declared.overridden() : List.of(),
                isMethod && Declarations.isOverridable(modifiers, type)));
    }

    private static List<Variable> variables(List<Parameter> parameters, MethodRef ref) {
        List<Variable> variables = new ArrayList<>(parameters.size());
        for (int i = 0; i < parameters.size(); i++) {
            variables.add(new Variable(
                    i, parameters.get(i).name(), ref.parameterTypes().get(i), Variable.Kind.PARAMETER));
        }
        return List.copyOf(variables);
    }

    private void initializers(SkimmedType type, String name) {
        Set<Part> parts = new LinkedHashSet<>();
        Map<Part, int[]> places = new HashMap<>();
        for (SkimmedType.Constant constant : type.constants()) {
            if (constant.runs()) {
                note(Part.ofConstants(type), constant.start(), constant.end(), parts, places);
            }
        }
        for (SkimmedMember member : type.members()) {
            if (member.kind() == SkimmedMember.Kind.INITIALIZER) {
                Part part = Part.of(type, member);
                note(part, member.start(), member.end(), parts, places);
            }
            for (SkimmedMember.Variable variable : member.variables()) {
                if (variable.hasValue()) {
                    note(Part.of(type, member), variable.start(), variable.end(), parts, places);
                }
            }
        }
        for (Part part : parts) {
            int[] place = places.getOrDefault(part, new int[2]);
            initializer(type, name, part, place);
        }
    }

    private static void note(Part part, int start, int end, Set<Part> parts, Map<Part, int[]> places) {
        parts.add(part);
        int[] place = places.computeIfAbsent(part, key -> new int[] {start, end});
        place[0] = Math.min(place[0], start);
        place[1] = Math.max(place[1], end);
    }

    private void initializer(SkimmedType type, String name, Part part, int[] place) {
        boolean isStatic = part.kind() == Part.Kind.STATIC_INITIALIZERS;
        UnreadBody body = bodies.of(part, name, part.words(type));
        add(new Function(
                named(new MethodRef(
                        name, isStatic ? MethodRef.STATIC_INITIALIZER : MethodRef.INSTANCE_INITIALIZER, List.of())),
                isStatic ? Kind.STATIC_INITIALIZER : Kind.INSTANCE_INITIALIZER,
                (isStatic ? "static initializer of " : "initializer of ") + type.name(),
                file,
                lines.span(place[0], place[1]),
                lines.span(type.nameStart(), type.nameStart() + type.name().length()),
                lines.span(place[0], place[1]),
                null,
                isStatic ? Set.of(Modifier.STATIC) : Set.of(),
                List.of(),
                List.of(),
                body.variables(),
                "void",
                List.of(),
                body.blocks(),
                null,
                List.of(),
                false));
    }

    private MethodRef named(MethodRef ref) {
        String copy = UnitContext.copyOf(ref.owner(), copies);
        return copy.isEmpty() ? ref : new MethodRef(ref.owner(), ref.name() + copy, ref.parameterTypes());
    }

    private void add(Function function) {
        isAmbiguous |= refs.put(function.ref(), function) != null;
        functions.add(function);
    }
}
