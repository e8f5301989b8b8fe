package dev.heed.frontend.java.lower;

import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function.Modifier;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.source.SourceFile;
import dev.heed.frontend.java.skim.LineTable;
import dev.heed.frontend.java.skim.SkimmedMember;
import dev.heed.frontend.java.skim.SkimmedType;
import dev.heed.frontend.java.skim.SkimmedUnit;
import dev.heed.frontend.java.types.DeclaredType;
import dev.heed.frontend.java.types.JavaTypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types that a skimmed file declares; those inside of code are left out. */
public final class TypeHeads {
    private static final Set<Modifier> CONSTANT =
            Collections.unmodifiableSet(EnumSet.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL));

    private final SourceFile file;
    private final LineTable lines;
    private final boolean isCommand;
    private final JavaTypes types;
    private final List<TypeDeclaration> found = new ArrayList<>();

    private TypeHeads(SourceFile file, LineTable lines, JavaTypes types, boolean isCommand) {
        this.file = file;
        this.lines = lines;
        this.types = types;
        this.isCommand = isCommand;
    }

    /** In the order of the text. */
    public static List<TypeDeclaration> of(SourceFile file, SkimmedUnit unit, JavaTypes types) {
        TypeHeads heads = new TypeHeads(file, unit.lines(), types, CommandLines.isReadBy(unit));
        String prefix = unit.packageName().isEmpty() ? "" : unit.packageName() + ".";
        for (SkimmedType type : unit.types()) {
            heads.add(type, prefix + type.name(), null);
        }
        heads.found.sort(TypeCollector.BY_PLACE);
        return heads.found;
    }

    private void add(SkimmedType type, String name, @Nullable String outer) {
        DeclaredType declared = types.declared(name);
        if (declared == null) {
            return;
        }
        String superclass = switch (type.kind()) {
            case CLASS -> type.superclass() == null ? "java.lang.Object" : declared.typeInHead(type.superclass());
            case ENUM -> "java.lang.Enum";
            case RECORD -> "java.lang.Record";
            case INTERFACE, ANNOTATION -> null;
        };
        boolean isFinal = switch (type.kind()) {
            case CLASS, INTERFACE -> java.lang.reflect.Modifier.isFinal(type.modifiers());
            case ENUM -> type.constants().stream().noneMatch(SkimmedType.Constant::hasBody);
            case RECORD -> true;
            case ANNOTATION -> false;
        };
        found.add(new TypeDeclaration(
                name,
                file,
                lines.span(type.start(), type.end()),
                superclass,
                type.interfaces().stream().map(declared::typeInHead).toList(),
                fields(type, name, declared),
                type.isInterface(),
                false,
                java.lang.reflect.Modifier.isPrivate(type.modifiers()),
                isFinal,
                outer,
                isCommand));
        for (SkimmedMember member : type.members()) {
            if (member.type() != null) {
                add(member.type(), name + "$" + member.name(), name);
            }
        }
    }

    private List<TypeDeclaration.Field> fields(SkimmedType type, String owner, DeclaredType declared) {
        List<TypeDeclaration.Field> fields = new ArrayList<>();
        for (SkimmedType.Constant constant : type.constants()) {
            fields.add(new TypeDeclaration.Field(
                    new FieldRef(owner, constant.name(), owner, true),
                    lines.span(constant.start(), constant.end()),
                    CONSTANT,
                    false));
        }
        for (SkimmedMember.Parameter component : type.components()) {
            fields.add(new TypeDeclaration.Field(
                    new FieldRef(owner, component.name(), declared.typeInBody(component.type()), false),
                    lines.span(component.start(), component.end()),
                    Set.of(Modifier.PRIVATE, Modifier.FINAL),
                    false));
        }
        for (SkimmedMember member : type.members()) {
            if (member.kind() == SkimmedMember.Kind.FIELD) {
                Set<Modifier> modifiers =
                        type.isInterface() ? CONSTANT : Declarations.modifiers(member.modifiers(), false, false);
                for (SkimmedMember.Variable variable : member.variables()) {
                    fields.add(new TypeDeclaration.Field(
                            new FieldRef(
                                    owner,
                                    variable.name(),
                                    declared.typeInBody(variable.type()),
                                    modifiers.contains(Modifier.STATIC)),
                            lines.span(variable.start(), variable.end()),
                            modifiers,
                            java.lang.reflect.Modifier.isVolatile(member.modifiers())));
                }
            }
        }
        return fields;
    }
}
