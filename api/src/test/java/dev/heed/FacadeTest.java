package dev.heed;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What other programs see of {@code dev.heed} is what {@code facade.txt} says. {@code -Dheed.api.update=add} writes down what is new;
 * {@code -Dheed.api.update=break} also takes out what is gone.
 */
class FacadeTest {
    private static final Path FILE = Path.of("src/test/resources/dev/heed/facade.txt");

    @Test
    void promisesAreKept() throws Exception {
        List<String> known = Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
        List<String> now = facade(Path.of("target/classes"));
        assertThat(now).hasSizeGreaterThan(100);
        TreeSet<String> gone = new TreeSet<>(known);
        now.forEach(gone::remove);
        TreeSet<String> fresh = new TreeSet<>(now);
        known.forEach(fresh::remove);
        String update = System.getProperty("heed.api.update", "");
        if (update.equals("break") || (update.equals("add") && gone.isEmpty())) {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, now);
            return;
        }
        assertThat(gone)
                .as(
                        "This is gone from what programs see of dev.heed, or has changed, and they break. Keep it, @Deprecated, until the"
                                + " next major release. Where it must go: say so in CHANGELOG.md under Changed, and run"
                                + " mvn -pl api -am test -Dtest=FacadeTest -Dsurefire.failIfNoSpecifiedTests=false"
                                + " -Dheed.api.update=break")
                .isEmpty();
        assertThat(fresh)
                .as("Programs can see this now, and a release will promise it. If it is meant for them, run"
                        + " mvn -pl api -am test -Dtest=FacadeTest -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -Dheed.api.update=add; else make it package-private. (A method that others must implement breaks them:"
                        + " give it a default.)")
                .isEmpty();
    }

    private static List<String> facade(Path classes) throws Exception {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                String name = classes.relativize(file).toString().replaceAll("\\.class$", "");
                if (!name.endsWith("package-info")) {
                    Class<?> type = Class.forName(name.replace('/', '.').replace('\\', '.'), false, loader());
                    if (isSeen(type)) {
                        lines.addAll(lines(type));
                    }
                }
            }
        }
        return lines.stream().sorted().toList();
    }

    private static ClassLoader loader() {
        return FacadeTest.class.getClassLoader();
    }

    /** Public, and in nothing that is not. */
    private static boolean isSeen(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return isSeen(type.getModifiers())
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && (outer == null || isSeen(outer));
    }

    private static boolean isSeen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    /** Each is a line of its own that names its type, so that lines can be compared as sets. */
    private static List<String> lines(Class<?> type) {
        String owner = type.getName();
        List<String> lines = new ArrayList<>();
        String supertypes = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .map(FacadeTest::name)
                .collect(Collectors.joining(", "));
        String kind = type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        lines.add(owner + ": " + modifiers(type.getModifiers()) + kind
                + (supertypes.isEmpty() ? "" : " of " + supertypes));
        for (Field field : type.getDeclaredFields()) {
            if (isMember(field)) {
                lines.add(owner + "." + field.getName() + ": " + modifiers(field.getModifiers())
                        + name(field.getAnnotatedType()));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isMember(constructor)) {
                lines.add(owner + ".new" + signature(constructor));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isMember(method)) {
                lines.add(owner + "." + method.getName() + signature(method) + ": " + modifiers(method.getModifiers())
                        + name(method.getAnnotatedReturnType()));
            }
        }
        return lines;
    }

    private static boolean isMember(Member member) {
        return isSeen(member.getModifiers()) && !member.isSynthetic();
    }

    private static String signature(Executable executable) {
        String parameters = Arrays.stream(executable.getAnnotatedParameterTypes())
                .map(FacadeTest::name)
                .collect(Collectors.joining(", ", "(", ")"));
        String thrown = Arrays.stream(executable.getGenericExceptionTypes())
                .map(FacadeTest::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return parameters + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    private static String modifiers(int modifiers) {
        String text = Modifier.toString(
                modifiers & (Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL | Modifier.PROTECTED));
        return text.isEmpty() ? "" : text + " ";
    }

    private static String name(AnnotatedType type) {
        return (type.isAnnotationPresent(Nullable.class) ? "@Nullable " : "") + name(type.getType());
    }

    private static String name(Type type) {
        return type.getTypeName().replaceAll("\\bjava\\.lang\\.(?=[A-Z])", "");
    }
}
