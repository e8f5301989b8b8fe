package dev.heed.frontend.java.types;

import dev.heed.frontend.java.skim.SharedNames;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import dev.heed.frontend.java.types.index.ClassSignature;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A type out of a class file or out of the platform's index. */
final class BinaryTypeInfo extends TypeInfo {
    private static final int ENUM = 0x4000;

    private final ClassSignature declaration;
    private final TypeStore store;

    BinaryTypeInfo(ClassSignature declaration, TypeStore store) {
        super(
                declaration.name().replace('/', '.'),
                declaration.flags(),
                declaration.outer() == null ? null : declaration.outer().replace('/', '.'));
        this.declaration = declaration;
        this.store = store;
    }

    @Override
    boolean isEnum() {
        return (declaration.flags() & ENUM) != 0;
    }

    @Override
    boolean isFromProject() {
        return false;
    }

    @Override
    List<String> methodNames() {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        declaration.methods().forEach(method -> names.add(method.name()));
        return List.copyOf(names);
    }

    @Override
    @Nullable
    String memberType(String simpleName) {
        String member = declaration.name() + "$" + simpleName;
        return declaration.memberTypes().contains(member) ? member.replace('/', '.') : null;
    }

    private @Nullable TypeVariable variable(String name) {
        for (TypeVariable parameter : parameters()) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        // A nested type's signature may name the parameters of the types around it.
        TypeInfo around = outer() == null ? null : store.find(outer());
        return around instanceof BinaryTypeInfo binary && !isStatic() ? binary.variable(name) : null;
    }

    @Override
    List<TypeVariable> readParameters() {
        String signature = declaration.signature();
        if (signature == null) {
            return List.of();
        }
        return new SignatureReader(signature, SharedNames::of, this::variable).typeParameters(name(), new HashMap<>());
    }

    @Override
    List<JavaType> readSupertypes() {
        String signature = declaration.signature();
        if (signature != null) {
            SignatureReader reader = new SignatureReader(signature, SharedNames::of, this::variable);
            reader.typeParameters(name(), new HashMap<>());
            return reader.rest();
        }
        List<JavaType> types = new ArrayList<>();
        if (declaration.superName() != null) {
            types.add(ClassType.of(declaration.superName().replace('/', '.')));
        }
        declaration.interfaces().forEach(name -> types.add(ClassType.of(name.replace('/', '.'))));
        return types;
    }

    @Override
    List<MethodInfo> readMethods(String methodName) {
        List<MethodInfo> found = new ArrayList<>();
        List<ClassSignature.Method> all = declaration.methods();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(methodName)) {
                found.add(read(all.get(i), i));
            }
        }
        return List.copyOf(found);
    }

    private MethodInfo read(ClassSignature.Method method, int number) {
        String signature = method.signature() == null ? method.descriptor() : method.signature();
        Map<String, TypeVariable> scope = new HashMap<>();
        SignatureReader reader = new SignatureReader(signature, SharedNames::of, name -> {
            TypeVariable own = scope.get(name);
            return own == null ? variable(name) : own;
        });
        List<TypeVariable> typeParameters = reader.typeParameters(name() + "#" + number, scope);
        List<JavaType> parameters = reader.parameters();
        if (method.signature() != null) {
            parameters = withImplicitParameters(method, parameters);
        }
        JavaType returnType = reader.type();
        List<JavaType> thrown = reader.thrown();
        if (thrown.isEmpty()) {
            thrown = method.exceptions().stream()
                    .map(name -> (JavaType) ClassType.of(name.replace('/', '.')))
                    .toList();
        }
        int flags = method.flags() & ~Modifier.SYNCHRONIZED;
        return new MethodInfo(
                name(), method.name(), flags, typeParameters, withoutOuter(method, parameters), returnType, thrown);
    }

    /** Compilers leave parameters that are nowhere in the text out of the generic signature of some constructors. */
    private static List<JavaType> withImplicitParameters(ClassSignature.Method method, List<JavaType> generic) {
        if (!method.name().equals("<init>")) {
            return generic;
        }
        List<JavaType> erased = new SignatureReader(method.descriptor(), name -> name, name -> null).parameters();
        int missing = erased.size() - generic.size();
        if (missing <= 0) {
            return generic;
        }
        List<JavaType> all = new ArrayList<>(erased.subList(0, missing));
        all.addAll(generic);
        return all;
    }

    /** The constructor of an inner class takes the outer object first: callers don't write it. */
    private List<JavaType> withoutOuter(ClassSignature.Method method, List<JavaType> parameters) {
        boolean isInner = outer() != null && !isStatic() && !isInterface();
        return isInner && method.name().equals("<init>") && !parameters.isEmpty()
                ? List.copyOf(parameters.subList(1, parameters.size()))
                : parameters;
    }

    @Override
    @Nullable
    FieldInfo readField(String fieldName) {
        for (ClassSignature.Field field : declaration.fields()) {
            if (field.name().equals(fieldName)) {
                JavaType type = new SignatureReader(field.signature(), SharedNames::of, this::variable).type();
                return new FieldInfo(name(), fieldName, field.flags(), type, field.constant());
            }
        }
        return null;
    }
}
