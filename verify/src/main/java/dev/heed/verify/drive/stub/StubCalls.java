package dev.heed.verify.drive.stub;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** What the methods of a generated subclass call. Known to the generator by name. */
public final class StubCalls {
    private StubCalls() {}

    /** Asks the handler, as a proxy would; a constructor's calls come before there is one. */
    public static @Nullable Object call(
            @Nullable InvocationHandler handler,
            Object self,
            String owner,
            String name,
            String descriptor,
            @Nullable Object[] arguments)
            throws Throwable {
        ClassLoader loader = self.getClass().getClassLoader();
        MethodType type = MethodType.fromMethodDescriptorString(descriptor, loader);
        if (handler == null) {
            return zero(type.returnType());
        }
        Method method =
                Class.forName(owner.replace('/', '.'), false, loader).getDeclaredMethod(name, type.parameterArray());
        Object result = handler.invoke(self, method, arguments);
        return result == null ? zero(type.returnType()) : result;
    }

    /** What a method returns of whose answer nothing is known. */
    public static @Nullable Object zero(Class<?> type) {
        return switch (type.getName()) {
            case "boolean" -> false;
            case "byte" -> (byte) 0;
            case "short" -> (short) 0;
            case "char" -> 'x';
            case "int" -> 0;
            case "long" -> 0L;
            case "float" -> 0f;
            case "double" -> 0d;
            default -> null;
        };
    }
}
