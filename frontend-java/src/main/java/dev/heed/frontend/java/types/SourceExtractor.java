package dev.heed.frontend.java.types;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.heed.frontend.java.types.SourceType.Context;
import dev.heed.frontend.java.types.SourceType.Field;
import dev.heed.frontend.java.types.SourceType.Kind;
import dev.heed.frontend.java.types.SourceType.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the declarations of all types of a unit into {@link SourceType}s, which hold nothing of the tree. */
final class SourceExtractor {
    private static final int PUBLIC = java.lang.reflect.Modifier.PUBLIC;
    private static final int STATIC = java.lang.reflect.Modifier.STATIC;
    private static final int FINAL = java.lang.reflect.Modifier.FINAL;
    private static final int ABSTRACT = java.lang.reflect.Modifier.ABSTRACT;
    private static final int PRIVATE = java.lang.reflect.Modifier.PRIVATE;
    private static final int INTERFACE = java.lang.reflect.Modifier.INTERFACE;

    private final UnitNames names;
    private final FileContext file;
    private final UnitNames.Numbers numbers;

    private SourceExtractor(UnitNames names, FileContext file, UnitNames.Numbers numbers) {
        this.names = names;
        this.file = file;
        this.numbers = numbers;
    }

    static List<SourceType> extract(CompilationUnit unit) {
        return extract(unit, FileContext.of(unit), UnitNames::numberOf);
    }

    /** The same, of a unit whose head is known otherwise. */
    static List<SourceType> extract(CompilationUnit unit, FileContext file, UnitNames.Numbers numbers) {
        SourceExtractor extractor = new SourceExtractor(UnitNames.of(unit, file.packageName()), file, numbers);
        List<SourceType> types = new ArrayList<>();
        for (Node node : extractor.names.all()) {
            types.add(extractor.type(node));
        }
        return types;
    }

    private SourceType type(Node node) {
        Node around = names.typeAround(node);
        Kind kind = kindOf(node);
        TermWriter terms = new TermWriter(name -> LocalTypes.find(names, node, name));
        String superclass = null;
        List<String> interfaces = List.of();
        List<String> typeParameters = List.of();
        if (node instanceof ClassOrInterfaceDeclaration declaration) {
            typeParameters = terms.typeParameters(declaration.getTypeParameters());
            NodeList<?> extended = declaration.getExtendedTypes();
            if (declaration.isInterface()) {
                interfaces = terms.writeAll(declaration.getExtendedTypes());
            } else {
                superclass = extended.isEmpty() ? null : terms.write(declaration.getExtendedTypes(0));
                interfaces = terms.writeAll(declaration.getImplementedTypes());
            }
        } else if (node instanceof EnumDeclaration declaration) {
            interfaces = terms.writeAll(declaration.getImplementedTypes());
        } else if (node instanceof RecordDeclaration declaration) {
            typeParameters = terms.typeParameters(declaration.getTypeParameters());
            interfaces = terms.writeAll(declaration.getImplementedTypes());
        } else if (node instanceof ObjectCreationExpr creation) {
            superclass = terms.write(creation.getType());
        }
        return new SourceType(
                nameOf(node),
                flagsOf(node, around),
                around == null ? null : nameOf(around),
                node instanceof TypeDeclaration<?> declaration ? declaration.getNameAsString() : "",
                names.isMember(node),
                kind,
                file,
                typeParameters,
                superclass,
                interfaces,
                memberTypes(node),
                context(node, around),
                fields(node),
                methods(node, kind));
    }

    private String nameOf(Node node) {
        String name = names.nameOf(node);
        return name == null ? "?" : name;
    }

    static Kind kindOf(Node node) {
        if (node instanceof ClassOrInterfaceDeclaration declaration) {
            return declaration.isInterface() ? Kind.INTERFACE : Kind.CLASS;
        } else if (node instanceof EnumDeclaration) {
            return Kind.ENUM;
        } else if (node instanceof RecordDeclaration) {
            return Kind.RECORD;
        } else if (node instanceof AnnotationDeclaration) {
            return Kind.ANNOTATION;
        }
        return node instanceof EnumConstantDeclaration ? Kind.ENUM_CONSTANT : Kind.ANONYMOUS;
    }

    private static boolean isInterface(@Nullable Node node) {
        return node instanceof AnnotationDeclaration
                || (node instanceof ClassOrInterfaceDeclaration declaration && declaration.isInterface());
    }

    private static int flagsOf(Node node, @Nullable Node around) {
        if (!(node instanceof TypeDeclaration<?> declaration)) {
            return node instanceof EnumConstantDeclaration ? STATIC : 0;
        }
        int flags = flags(declaration.getModifiers());
        if (isInterface(node)) {
            flags |= INTERFACE | ABSTRACT | STATIC;
        }
        if (node instanceof EnumDeclaration || node instanceof RecordDeclaration || around == null) {
            flags |= STATIC;
        }
        if (isInterface(around)) {
            flags |= STATIC | PUBLIC;
        }
        return flags;
    }

    private static int flags(NodeList<Modifier> modifiers) {
        int flags = 0;
        for (Modifier modifier : modifiers) {
            flags |= switch (modifier.getKeyword()) {
                case PUBLIC -> PUBLIC;
                case PROTECTED -> java.lang.reflect.Modifier.PROTECTED;
                case PRIVATE -> PRIVATE;
                case STATIC -> STATIC;
                case FINAL -> FINAL;
                case ABSTRACT -> ABSTRACT;
                default -> 0;
            };
        }
        return flags;
    }

    private Map<String, String> memberTypes(Node node) {
        Map<String, String> members = new LinkedHashMap<>();
        for (BodyDeclaration<?> member : UnitNames.bodyOf(node)) {
            if (member instanceof TypeDeclaration<?> nested) {
                members.putIfAbsent(nested.getNameAsString(), nameOf(nested));
            }
        }
        return members;
    }

    /** Type parameters of the methods between a local or anonymous type and the type around it. */
    private List<Context> context(Node node, @Nullable Node around) {
        if (around == null) {
            return List.of();
        }
        Node parent = node.getParentNode().orElse(null);
        while (parent != null && parent != around) {
            if (parent instanceof CallableDeclaration<?> callable
                    && !callable.getTypeParameters().isEmpty()) {
                int number = numbers.of(around, callable);
                return List.of(new Context(
                        SourceType.methodKey(nameOf(around), number),
                        terms(callable).typeParameters(callable.getTypeParameters())));
            }
            parent = parent.getParentNode().orElse(null);
        }
        return List.of();
    }

    private TermWriter terms(Node place) {
        return new TermWriter(name -> LocalTypes.find(names, place, name));
    }

    private List<Field> fields(Node node) {
        List<Field> fields = new ArrayList<>();
        if (node instanceof EnumDeclaration declaration) {
            for (EnumConstantDeclaration constant : declaration.getEntries()) {
                fields.add(new Field(constant.getNameAsString(), PUBLIC | STATIC | FINAL, "!" + nameOf(node), null));
            }
        }
        if (node instanceof RecordDeclaration declaration) {
            for (Parameter component : declaration.getParameters()) {
                fields.add(new Field(component.getNameAsString(), PRIVATE | FINAL, typeOf(component), null));
            }
        }
        boolean inInterface = isInterface(node);
        for (BodyDeclaration<?> member : UnitNames.bodyOf(node)) {
            if (member instanceof FieldDeclaration declaration) {
                int flags = flags(declaration.getModifiers()) | (inInterface ? PUBLIC | STATIC | FINAL : 0);
                for (VariableDeclarator variable : declaration.getVariables()) {
                    fields.add(new Field(
                            variable.getNameAsString(),
                            flags,
                            terms(variable).write(variable.getType()),
                            Constants.initializer(variable, flags)));
                }
            }
        }
        return fields;
    }

    private String typeOf(Parameter parameter) {
        String type = terms(parameter).write(parameter.getType());
        return parameter.isVarArgs() ? type + "[]" : type;
    }

    private List<Method> methods(Node node, Kind kind) {
        List<Method> methods = new ArrayList<>();
        List<BodyDeclaration<?>> members = UnitNames.bodyOf(node);
        for (int i = 0; i < members.size(); i++) {
            BodyDeclaration<?> member = members.get(i);
            if (member instanceof CallableDeclaration<?> callable) {
                methods.add(method(callable, i, isInterface(node)));
            } else if (member instanceof CompactConstructorDeclaration compact
                    && node instanceof RecordDeclaration declaration) {
                methods.add(canonical(declaration, i, flags(compact.getModifiers()), compact.getThrownExceptions()));
            } else if (member instanceof AnnotationMemberDeclaration element) {
                String type = terms(element).write(element.getType());
                methods.add(new Method(
                        element.getNameAsString(), PUBLIC | ABSTRACT, i, List.of(), List.of(), type, List.of()));
            }
        }
        addImplicit(node, kind, methods);
        return methods;
    }

    private Method method(CallableDeclaration<?> callable, int number, boolean inInterface) {
        TermWriter terms = terms(callable);
        int flags = flags(callable.getModifiers());
        if (inInterface) {
            flags |= (flags & PRIVATE) == 0 ? PUBLIC : 0;
            boolean hasBody = callable instanceof MethodDeclaration method
                    && method.getBody().isPresent();
            flags |= hasBody ? 0 : ABSTRACT;
        }
        if (!callable.getParameters().isEmpty()
                && callable.getParameters()
                        .get(callable.getParameters().size() - 1)
                        .isVarArgs()) {
            flags |= MethodInfo.VARARGS;
        }
        return new Method(
                callable instanceof ConstructorDeclaration ? "<init>" : callable.getNameAsString(),
                flags,
                number,
                terms.typeParameters(callable.getTypeParameters()),
                callable.getParameters().stream().map(this::typeOf).toList(),
                callable instanceof MethodDeclaration method ? terms.write(method.getType()) : "void",
                terms.writeAll(callable.getThrownExceptions()));
    }

    private Method canonical(
            RecordDeclaration declaration,
            int number,
            int flags,
            NodeList<? extends com.github.javaparser.ast.type.Type> thrown) {
        NodeList<Parameter> components = declaration.getParameters();
        boolean isVarargs =
                !components.isEmpty() && components.get(components.size() - 1).isVarArgs();
        return new Method(
                "<init>",
                flags | (isVarargs ? MethodInfo.VARARGS : 0),
                number,
                List.of(),
                components.stream().map(this::typeOf).toList(),
                "void",
                terms(declaration).writeAll(thrown));
    }

    private void addImplicit(Node node, Kind kind, List<Method> methods) {
        int access = node instanceof TypeDeclaration<?> declaration
                ? flags(declaration.getModifiers()) & (PUBLIC | PRIVATE | java.lang.reflect.Modifier.PROTECTED)
                : 0;
        if (node instanceof RecordDeclaration declaration) {
            ImplicitMembers.ofRecord(
                    canonical(declaration, -1, access, new NodeList<>()),
                    declaration.getParameters().stream()
                            .map(Parameter::getNameAsString)
                            .toList(),
                    methods);
        } else if (node instanceof EnumDeclaration) {
            ImplicitMembers.ofEnum(nameOf(node), methods);
        } else if (kind == Kind.CLASS) {
            ImplicitMembers.ofClass(access, methods);
        }
    }
}
