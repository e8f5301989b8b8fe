package dev.heed.verify.scene;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An object that does nothing and notes what is called.
 *
 * @param object it
 * @param calls the names of the methods, in order
 */
public record Recorded<T>(T object, List<String> calls) {

    static <T> Recorded<T> of(Class<T> type) {
        List<String> calls = new CopyOnWriteArrayList<>();
        Object object = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            calls.add(method.getName());
            return method.getReturnType() == boolean.class ? Boolean.FALSE : null;
        });
        return new Recorded<>(type.cast(object), calls);
    }

    /** Claims that this was called. */
    public Verdict has(String method, String otherwise) {
        return Verdict.holdsIf(calls.contains(method), otherwise);
    }

    /** Claims that it was not. */
    public Verdict hasNo(String method, String otherwise) {
        return Verdict.holdsIf(!calls.contains(method), otherwise);
    }
}
