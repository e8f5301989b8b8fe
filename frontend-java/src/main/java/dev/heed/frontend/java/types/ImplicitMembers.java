package dev.heed.frontend.java.types;

import dev.heed.frontend.java.types.SourceType.Method;
import java.lang.reflect.Modifier;
import java.util.List;

/** What the language declares without any text (JLS 8.8.9, 8.9.3, 8.10.3, 8.10.4). */
final class ImplicitMembers {
    private static final String CONSTRUCTOR = "<init>";
    private static final String JAVA_STRING = "!java.lang.String";

    private ImplicitMembers() {}

    private static boolean hasConstructor(List<Method> methods) {
        return methods.stream().anyMatch(method -> method.name().equals(CONSTRUCTOR));
    }

    private static Method method(String name, int flags, List<String> parameters, String returnType) {
        return new Method(name, flags, -1, List.of(), parameters, returnType, List.of());
    }

    static void ofClass(int access, List<Method> methods) {
        if (!hasConstructor(methods)) {
            methods.add(method(CONSTRUCTOR, access, List.of(), "void"));
        }
    }

    static void ofEnum(String name, List<Method> methods) {
        boolean hasConstructor = hasConstructor(methods);
        String self = "!" + name;
        methods.add(method("values", Modifier.PUBLIC | Modifier.STATIC, List.of(), self + "[]"));
        methods.add(method("valueOf", Modifier.PUBLIC | Modifier.STATIC, List.of(JAVA_STRING), self));
        if (!hasConstructor) {
            methods.add(method(CONSTRUCTOR, Modifier.PRIVATE, List.of(), "void"));
        }
    }

    static void ofRecord(Method canonical, List<String> components, List<Method> methods) {
        boolean hasCanonical = methods.stream()
                .anyMatch(m -> m.name().equals(CONSTRUCTOR) && m.parameters().equals(canonical.parameters()));
        if (!hasCanonical) {
            methods.add(canonical);
        }
        addUnlessWritten(method("toString", Modifier.PUBLIC, List.of(), JAVA_STRING), methods);
        addUnlessWritten(method("hashCode", Modifier.PUBLIC, List.of(), "int"), methods);
        addUnlessWritten(method("equals", Modifier.PUBLIC, List.of("!java.lang.Object"), "boolean"), methods);
        for (int i = 0; i < components.size(); i++) {
            addUnlessWritten(
                    method(
                            components.get(i),
                            Modifier.PUBLIC,
                            List.of(),
                            canonical.parameters().get(i)),
                    methods);
        }
    }

    private static void addUnlessWritten(Method implied, List<Method> methods) {
        boolean isWritten = methods.stream()
                .anyMatch(written -> written.name().equals(implied.name())
                        && written.parameters().size() == implied.parameters().size());
        if (!isWritten) {
            methods.add(implied);
        }
    }
}
