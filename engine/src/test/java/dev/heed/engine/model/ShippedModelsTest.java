package dev.heed.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the shipped files say exists. */
class ShippedModelsTest {
    private static final int RUNNING = Runtime.version().feature();
    private static final List<String> PLATFORM = List.of("java.", "javax.");

    @Test
    void everyPlatformTypeAndMethodExists() throws ModelException {
        List<String> missing = new ArrayList<>();
        for (TypeEntry entry : ModelFiles.entries(List.of())) {
            if (PLATFORM.stream().noneMatch(entry.type()::startsWith) || entry.since() > RUNNING) {
                continue;
            }
            Class<?> type = ReflectiveHierarchy.find(entry.type());
            if (type == null) {
                missing.add(entry.position() + " " + entry.type());
                continue;
            }
            for (MethodEntry method : entry.methods()) {
                boolean exists = methods(type).anyMatch(m -> fits(method.signature(), m));
                if (!exists && method.since() <= RUNNING) {
                    missing.add(entry.position().file() + ":"
                            + method.position().line() + " " + entry.type() + "#" + method.signature());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean fits(Signature signature, Executable method) {
        String name = method instanceof Constructor ? "<init>" : method.getName();
        return name.equals(signature.name())
                && signature.fits(Arrays.stream(method.getParameterTypes())
                        .map(Class::getTypeName)
                        .toList());
    }

    private static Stream<Executable> methods(Class<?> type) {
        Stream<Method> inherited = type.isInterface()
                ? Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(Object.class.getMethods()))
                : Arrays.stream(type.getMethods());
        return Stream.of(
                        inherited,
                        Arrays.stream(type.getDeclaredMethods()),
                        Arrays.stream(type.getDeclaredConstructors()))
                .flatMap(s -> s);
    }
}
