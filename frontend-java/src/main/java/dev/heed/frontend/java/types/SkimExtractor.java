package dev.heed.frontend.java.types;

import dev.heed.frontend.java.skim.SharedNames;
import dev.heed.frontend.java.skim.SkimmedMember;
import dev.heed.frontend.java.skim.SkimmedMember.Parameter;
import dev.heed.frontend.java.skim.SkimmedMember.Variable;
import dev.heed.frontend.java.skim.SkimmedType;
import dev.heed.frontend.java.skim.SkimmedUnit;
import dev.heed.frontend.java.types.SourceType.Field;
import dev.heed.frontend.java.types.SourceType.Kind;
import dev.heed.frontend.java.types.SourceType.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The declarations of a skimmed file as {@link SourceType}s: what {@link SourceExtractor} reads out of a tree. */
final class SkimExtractor {
    private static final int ACCESS = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE;
    private static final int KEPT = ACCESS | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT;
    private static final Set<String> CONSTANT_TYPES =
            Set.of("boolean", "byte", "short", "int", "long", "char", "float", "double", "String", "java.lang.String");

    private final String text;
    private final FileContext file;
    private final List<SourceType> found = new ArrayList<>();

    private SkimExtractor(String text, FileContext file) {
        this.text = text;
        this.file = file;
    }

    static List<SourceType> extract(UnitHead head, String text) {
        SkimmedUnit unit = head.unit();
        FileContext file = head.file();
        SkimExtractor extractor = new SkimExtractor(text, file);
        for (SkimmedType type : unit.types()) {
            extractor.add(type, file.qualify(type.name()), null, false);
        }
        return extractor.found;
    }

    static FileContext context(SkimmedUnit unit) {
        Map<String, String> imports = new LinkedHashMap<>();
        List<String> onDemand = new ArrayList<>();
        Map<String, List<String>> staticImports = new LinkedHashMap<>();
        List<String> staticOnDemand = new ArrayList<>();
        List<String> modules = new ArrayList<>();
        for (SkimmedUnit.Import declaration : unit.imports()) {
            String name = declaration.name();
            int dot = name.lastIndexOf('.');
            String simple = SharedNames.of(name.substring(dot + 1));
            if (declaration.isModule()) {
                modules.add(name);
            } else if (declaration.isAsterisk()) {
                (declaration.isStatic() ? staticOnDemand : onDemand).add(name);
            } else if (declaration.isStatic() && dot > 0) {
                staticImports
                        .computeIfAbsent(simple, key -> new ArrayList<>(1))
                        .add(SharedNames.of(name.substring(0, dot)));
            } else {
                imports.put(simple, name);
            }
        }
        return new FileContext(unit.packageName(), imports, onDemand, staticImports, staticOnDemand, modules);
    }

    private void add(SkimmedType type, String name, @Nullable String outer, boolean inInterface) {
        Map<String, String> memberTypes = new LinkedHashMap<>();
        for (SkimmedMember member : type.members()) {
            if (member.type() != null) {
                memberTypes.putIfAbsent(member.name(), SharedNames.of(name + "$" + member.name()));
            }
        }
        found.add(new SourceType(
                name,
                flags(type, outer, inInterface),
                outer,
                type.name(),
                true,
                Kind.valueOf(type.kind().name()),
                file,
                type.typeParameters(),
                type.superclass(),
                type.interfaces(),
                memberTypes,
                List.of(),
                fields(type, name),
                methods(type, name)));
        for (SkimmedMember member : type.members()) {
            if (member.type() != null) {
                add(member.type(), name + "$" + member.name(), name, type.isInterface());
            }
        }
    }

    private static int flags(SkimmedType type, @Nullable String outer, boolean inInterface) {
        int flags = type.modifiers() & KEPT;
        if (type.isInterface()) {
            flags |= Modifier.INTERFACE | Modifier.ABSTRACT | Modifier.STATIC;
        }
        boolean isStatic =
                type.kind() == SkimmedType.Kind.ENUM || type.kind() == SkimmedType.Kind.RECORD || outer == null;
        if (isStatic) {
            flags |= Modifier.STATIC;
        }
        return inInterface ? flags | Modifier.STATIC | Modifier.PUBLIC : flags;
    }

    private List<Field> fields(SkimmedType type, String name) {
        List<Field> fields = new ArrayList<>();
        for (SkimmedType.Constant constant : type.constants()) {
            fields.add(
                    new Field(constant.name(), Modifier.PUBLIC | Modifier.STATIC | Modifier.FINAL, "!" + name, null));
        }
        for (Parameter component : type.components()) {
            fields.add(new Field(component.name(), Modifier.PRIVATE | Modifier.FINAL, component.type(), null));
        }
        int implied = type.isInterface() ? Modifier.PUBLIC | Modifier.STATIC | Modifier.FINAL : 0;
        for (SkimmedMember member : type.members()) {
            int flags = (member.modifiers() & KEPT) | implied;
            for (Variable variable : member.variables()) {
                fields.add(new Field(variable.name(), flags, variable.type(), constant(variable, flags)));
            }
        }
        return fields;
    }

    private @Nullable Object constant(Variable variable, int flags) {
        boolean mayBeConstant =
                Modifier.isFinal(flags) && variable.hasValue() && CONSTANT_TYPES.contains(variable.type());
        return mayBeConstant ? Constants.unread(text.substring(variable.valueStart(), variable.valueEnd())) : null;
    }

    private static List<Method> methods(SkimmedType type, String name) {
        List<Method> methods = new ArrayList<>();
        for (int i = 0; i < type.members().size(); i++) {
            SkimmedMember member = type.members().get(i);
            int flags = member.modifiers() & KEPT;
            switch (member.kind()) {
                case METHOD -> methods.add(method(member, i, member.name(), methodFlags(type, member)));
                case CONSTRUCTOR -> methods.add(method(member, i, "<init>", methodFlags(type, member)));
                case COMPACT_CONSTRUCTOR -> methods.add(canonical(type, i, flags, member.thrown()));
                case ELEMENT ->
                    methods.add(new Method(
                            member.name(),
                            Modifier.PUBLIC | Modifier.ABSTRACT,
                            i,
                            List.of(),
                            List.of(),
                            member.returnType(),
                            List.of()));
                default -> {
                    // no method
                }
            }
        }
        int access = type.modifiers() & ACCESS;
        switch (type.kind()) {
            case ENUM -> ImplicitMembers.ofEnum(name, methods);
            case CLASS -> ImplicitMembers.ofClass(access, methods);
            case RECORD ->
                ImplicitMembers.ofRecord(
                        canonical(type, -1, access, List.of()),
                        type.components().stream().map(Parameter::name).toList(),
                        methods);
            default -> {
                // Interfaces have what they say.
            }
        }
        return methods;
    }

    private static int methodFlags(SkimmedType type, SkimmedMember member) {
        int flags = member.modifiers() & KEPT;
        if (type.isInterface()) {
            flags |= (flags & Modifier.PRIVATE) == 0 ? Modifier.PUBLIC : 0;
            flags |= member.hasBody() ? 0 : Modifier.ABSTRACT;
        }
        List<Parameter> parameters = member.parameters();
        boolean isVarArgs =
                !parameters.isEmpty() && parameters.get(parameters.size() - 1).isVarArgs();
        return isVarArgs ? flags | MethodInfo.VARARGS : flags;
    }

    private static Method method(SkimmedMember member, int number, String name, int flags) {
        return new Method(
                name,
                flags,
                number,
                member.typeParameters(),
                member.parameters().stream().map(Parameter::type).toList(),
                member.returnType(),
                member.thrown());
    }

    private static Method canonical(SkimmedType type, int number, int flags, List<String> thrown) {
        List<Parameter> components = type.components();
        boolean isVarArgs =
                !components.isEmpty() && components.get(components.size() - 1).isVarArgs();
        return new Method(
                "<init>",
                flags | (isVarArgs ? MethodInfo.VARARGS : 0),
                number,
                List.of(),
                components.stream().map(Parameter::type).toList(),
                "void",
                thrown);
    }
}
