package dev.heed.verify.drive.stub;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Tells objects that were made up for a drive, and have no code of their own, from all others. */
public final class Stubs {
    /** What the names of generated subclasses end with. */
    public static final String SUFFIX = "$HeedStub";

    private Stubs() {}

    /** Answers for a stub. */
    public interface Answers extends InvocationHandler {}

    /** Whether the object is a stub: a proxy of an interface, or of a generated subclass of an abstract class. */
    public static boolean isStub(Object object) {
        return Proxy.isProxyClass(object.getClass())
                ? Proxy.getInvocationHandler(object) instanceof Answers
                : object.getClass().getName().endsWith(SUFFIX);
    }
}
