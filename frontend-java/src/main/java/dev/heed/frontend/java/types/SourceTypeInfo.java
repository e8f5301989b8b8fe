package dev.heed.frontend.java.types;

import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import dev.heed.frontend.java.types.SourceType.Kind;
import dev.heed.frontend.java.types.SourceType.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** A type out of the project's sources; the names in its signatures are given their meaning when they are first needed. */
final class SourceTypeInfo extends TypeInfo {
    private final SourceType source;
    private final TypeStore store;
    /** A bit for the name of each method: most names that a type is asked for are those of its supertypes' methods. */
    private final long names;
    /** In the order of the source's methods; those that nobody has asked for are null. */
    private final AtomicReferenceArray<@Nullable MethodInfo> decoded;

    SourceTypeInfo(SourceType source, TypeStore store) {
        super(source.name(), source.flags(), source.outer());
        this.source = source;
        this.store = store;
        decoded = new AtomicReferenceArray<>(source.methods().size());
        long bits = 0;
        for (Method method : source.methods()) {
            bits |= bit(method.name());
        }
        names = bits;
    }

    private static long bit(String name) {
        int hash = name.hashCode();
        return 1L << (hash ^ (hash >>> 16) ^ (hash >>> 6));
    }

    @Override
    boolean mayDeclare(String methodName) {
        return (names & bit(methodName)) != 0;
    }

    SourceType source() {
        return source;
    }

    @Override
    boolean isEnum() {
        return source.kind() == Kind.ENUM;
    }

    @Override
    boolean isFromProject() {
        return true;
    }

    @Override
    List<String> methodNames() {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        source.methods().forEach(method -> names.add(method.name()));
        return List.copyOf(names);
    }

    @Override
    @Nullable
    String memberType(String simpleName) {
        return source.memberTypes().get(simpleName);
    }

    /** The meaning of names in the type's body. */
    TypeScope bodyScope() {
        return new TypeScope(store, source.file(), this, false);
    }

    /** The meaning of names in its head: its own members are not visible there. */
    TypeScope headScope() {
        return new TypeScope(store, source.file(), this, true);
    }

    /** Type parameters of the methods around a local type. */
    List<TypeVariable> context() {
        List<TypeVariable> found = new ArrayList<>();
        for (SourceType.Context context : source.context()) {
            found.addAll(TermReader.typeParameters(context.owner(), context.typeParameters(), this::headScope));
        }
        return found;
    }

    @Override
    List<TypeVariable> readParameters() {
        return TermReader.typeParameters(name(), source.typeParameters(), this::headScope);
    }

    @Override
    List<JavaType> readSupertypes() {
        List<JavaType> types = new ArrayList<>();
        switch (source.kind()) {
            case ENUM -> types.add(new ClassType("java.lang.Enum", List.of(ClassType.of(name()))));
            case RECORD -> types.add(ClassType.of("java.lang.Record"));
            case ENUM_CONSTANT -> types.add(ClassType.of(outer() == null ? "?" : outer()));
            case INTERFACE, ANNOTATION -> types.add(JavaType.OBJECT);
            case ANONYMOUS -> addAnonymous(types);
            case CLASS ->
                types.add(
                        source.superclass() == null
                                ? JavaType.OBJECT
                                : TermReader.read(source.superclass(), headScope()));
        }
        if (source.kind() == Kind.ANNOTATION) {
            types.add(ClassType.of("java.lang.annotation.Annotation"));
        }
        types.addAll(TermReader.readAll(source.interfaces(), headScope()));
        return types;
    }

    private void addAnonymous(List<JavaType> types) {
        JavaType named =
                source.superclass() == null ? JavaType.UNKNOWN : TermReader.read(source.superclass(), headScope());
        TypeInfo found = named instanceof ClassType type ? store.find(type.name()) : null;
        if (found != null && found.isInterface()) {
            types.add(JavaType.OBJECT);
        }
        types.add(named);
    }

    @Override
    List<MethodInfo> readMethods(String methodName) {
        List<MethodInfo> found = new ArrayList<>();
        for (int i = 0; i < source.methods().size(); i++) {
            if (source.methods().get(i).name().equals(methodName)) {
                found.add(method(i));
            }
        }
        return List.copyOf(found);
    }

    /** The method written at this place of the body, or null. */
    @Nullable
    MethodInfo methodAt(int number) {
        int index = indexOf(number);
        return index < 0 ? null : method(index);
    }

    /** Members that are no methods are counted in the number, too: it is seldom far behind. Negative if there is none. */
    private int indexOf(int number) {
        int last = source.methods().size() - 1;
        for (int i = Math.min(number, last); i >= 0; i--) {
            if (source.methods().get(i).number() == number) {
                return i;
            }
        }
        return -1;
    }

    private MethodInfo method(int index) {
        MethodInfo known = decoded.get(index);
        if (known == null) {
            known = read(source.methods().get(index));
            decoded.set(index, known);
        }
        return known;
    }

    /** The type parameters of the method written at this place of the body. */
    List<TypeVariable> methodTypeParameters(int number) {
        int index = indexOf(number);
        Method method = index < 0 ? null : source.methods().get(index);
        return method == null || method.typeParameters().isEmpty() ? List.of() : typeParameters(method);
    }

    private List<TypeVariable> typeParameters(Method method) {
        List<TypeVariable> variables = new ArrayList<>();
        variables.addAll(TermReader.typeParameters(
                SourceType.methodKey(name(), method.number()),
                method.typeParameters(),
                () -> bodyScope().with(variables)));
        return variables;
    }

    private MethodInfo read(Method method) {
        List<TypeVariable> typeParameters = typeParameters(method);
        TypeScope scope = bodyScope().with(typeParameters);
        return new MethodInfo(
                name(),
                method.name(),
                method.flags(),
                typeParameters,
                TermReader.readAll(method.parameters(), scope),
                TermReader.read(method.returnType(), scope),
                TermReader.readAll(method.thrown(), scope));
    }

    @Override
    @Nullable
    FieldInfo readField(String fieldName) {
        for (SourceType.Field field : source.fields()) {
            if (field.name().equals(fieldName)) {
                return new FieldInfo(
                        name(), fieldName, field.flags(), TermReader.read(field.type(), bodyScope()), field.constant());
            }
        }
        return null;
    }
}
