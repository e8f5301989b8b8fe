package base;

@FunctionalInterface
public interface ThrowingCall<R, X extends Exception> {
    R run() throws X;
}
