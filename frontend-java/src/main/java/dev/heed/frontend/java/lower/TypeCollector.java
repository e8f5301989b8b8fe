package dev.heed.frontend.java.lower;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function.Modifier;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.types.Hierarchy;
import dev.heed.frontend.java.skim.LineMap;
import dev.heed.frontend.java.types.UnitResolver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types that a file declares, nested, local, and anonymous ones included. */
public final class TypeCollector {
    /** The order of the text. */
    public static final Comparator<dev.heed.engine.ir.TypeDeclaration> BY_PLACE = Comparator.comparing(
                    dev.heed.engine.ir.TypeDeclaration::span)
            .thenComparing(dev.heed.engine.ir.TypeDeclaration::name);

    private static final String OBJECT = "java.lang.Object";

    private final SourceFile file;
    private final UnitResolver resolver;
    private final Hierarchy hierarchy;
    private final Spans spans;
    private final boolean isCommand;
    private final List<dev.heed.engine.ir.TypeDeclaration> types = new ArrayList<>();

    private TypeCollector(
            SourceFile file, LineMap lines, UnitResolver resolver, Hierarchy hierarchy, boolean isCommand) {
        this.file = file;
        this.spans = new Spans(lines);
        this.resolver = resolver;
        this.hierarchy = hierarchy;
        this.isCommand = isCommand;
    }

    /** Collects the types of a file in the order of the text. */
    public static List<dev.heed.engine.ir.TypeDeclaration> collect(
            SourceFile file, CompilationUnit unit, LineMap lines, UnitResolver resolver, Hierarchy hierarchy) {
        TypeCollector collector = new TypeCollector(file, lines, resolver, hierarchy, CommandLines.isReadBy(unit));
        unit.walk(node -> {
            if (node instanceof TypeDeclaration<?> declaration) {
                collector.add(declaration);
            } else if (node instanceof ObjectCreationExpr creation) {
                creation.getAnonymousClassBody().ifPresent(body -> collector.addAnonymous(creation, body));
            } else if (node instanceof EnumConstantDeclaration constant
                    && !constant.getClassBody().isEmpty()) {
                collector.addConstant(constant);
            }
        });
        collector.types.sort(BY_PLACE);
        return List.copyOf(collector.types);
    }

    private void add(TypeDeclaration<?> declaration) {
        String superclass = OBJECT;
        List<ClassOrInterfaceType> interfaces = List.of();
        boolean isFinal = false;
        if (declaration instanceof ClassOrInterfaceDeclaration plain) {
            interfaces = plain.isInterface() ? plain.getExtendedTypes() : plain.getImplementedTypes();
            if (plain.isInterface()) {
                superclass = null;
            } else if (!plain.getExtendedTypes().isEmpty()) {
                superclass = resolver.typeOf(plain.getExtendedTypes().get(0));
            }
            isFinal = plain.isFinal();
        } else if (declaration instanceof EnumDeclaration plain) {
            superclass = "java.lang.Enum";
            interfaces = plain.getImplementedTypes();
            isFinal = plain.getEntries().stream().allMatch(c -> c.getClassBody().isEmpty());
        } else if (declaration instanceof RecordDeclaration plain) {
            superclass = "java.lang.Record";
            interfaces = plain.getImplementedTypes();
            isFinal = true;
        } else if (declaration instanceof AnnotationDeclaration) {
            superclass = null;
        }
        String name = resolver.binaryNameOf(declaration);
        boolean isLocal = declaration
                .getParentNode()
                .filter(parent -> !(parent instanceof TypeDeclaration<?>) && !(parent instanceof CompilationUnit))
                .isPresent();
        types.add(new dev.heed.engine.ir.TypeDeclaration(
                name,
                file,
                spans.of(declaration),
                superclass,
                interfaces.stream().map(resolver::typeOf).toList(),
                fields(name, declaration, declaration.getMembers()),
                Declarations.isInterface(declaration),
                false,
                isLocal || declaration.isPrivate(),
                isFinal,
                enclosing(declaration),
                isCommand));
    }

    private void addAnonymous(ObjectCreationExpr creation, NodeList<BodyDeclaration<?>> body) {
        String name = resolver.binaryNameOf(creation);
        String named = resolver.typeOf(creation.getType());
        List<String> supertypes = hierarchy.supertypes(name);
        boolean isInterface = supertypes.size() > 1 && supertypes.indexOf(named) > 0;
        types.add(new dev.heed.engine.ir.TypeDeclaration(
                name,
                file,
                spans.of(creation),
                isInterface ? OBJECT : named,
                isInterface ? List.of(named) : List.of(),
                fields(name, creation, body),
                false,
                true,
                true,
                true,
                enclosing(creation),
                isCommand));
    }

    private void addConstant(EnumConstantDeclaration constant) {
        String name = resolver.binaryNameOf(constant);
        String around = enclosing(constant);
        types.add(new dev.heed.engine.ir.TypeDeclaration(
                name,
                file,
                spans.of(constant),
                around == null ? "java.lang.Enum" : around,
                List.of(),
                fields(name, constant, constant.getClassBody()),
                false,
                true,
                true,
                true,
                around,
                isCommand));
    }

    private @Nullable String enclosing(Node declaration) {
        Node around = UnitContext.typeAround(declaration);
        return around instanceof CompilationUnit ? null : resolver.binaryNameOf(around);
    }

    private List<dev.heed.engine.ir.TypeDeclaration.Field> fields(
            String owner, Node type, NodeList<BodyDeclaration<?>> members) {
        List<dev.heed.engine.ir.TypeDeclaration.Field> fields = new ArrayList<>();
        if (type instanceof EnumDeclaration declaration) {
            for (EnumConstantDeclaration constant : declaration.getEntries()) {
                fields.add(new dev.heed.engine.ir.TypeDeclaration.Field(
                        new FieldRef(owner, constant.getNameAsString(), owner, true),
                        spans.of(constant),
                        Set.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL),
                        false));
            }
        } else if (type instanceof RecordDeclaration declaration) {
            for (Parameter component : declaration.getParameters()) {
                String element = resolver.typeOf(component.getType());
                fields.add(new dev.heed.engine.ir.TypeDeclaration.Field(
                        new FieldRef(
                                owner,
                                component.getNameAsString(),
                                component.isVarArgs() ? element + "[]" : element,
                                false),
                        spans.of(component),
                        Set.of(Modifier.PRIVATE, Modifier.FINAL),
                        false));
            }
        }
        for (BodyDeclaration<?> member : members) {
            if (member instanceof FieldDeclaration field) {
                addFields(owner, type, field, fields);
            }
        }
        return fields;
    }

    private void addFields(
            String owner, Node type, FieldDeclaration field, List<dev.heed.engine.ir.TypeDeclaration.Field> fields) {
        Set<Modifier> modifiers = Declarations.modifiers(field.getModifiers());
        if (Declarations.isInterface(type)) {
            EnumSet<Modifier> all = EnumSet.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
            modifiers = Collections.unmodifiableSet(all);
        }
        boolean isStatic = modifiers.contains(Modifier.STATIC);
        for (VariableDeclarator variable : field.getVariables()) {
            fields.add(new dev.heed.engine.ir.TypeDeclaration.Field(
                    new FieldRef(owner, variable.getNameAsString(), resolver.typeOf(variable.getType()), isStatic),
                    spans.of(variable),
                    modifiers,
                    field.isVolatile()));
        }
    }
}
