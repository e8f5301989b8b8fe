package dev.heed.runtime;

/** A line of the user's code, found when it is asked for: until then it costs a stack walk without names. */
public final class Place {
    private static final String PACKAGE = Place.class.getPackageName();
    private static final int LAMBDA = "lambda$".length();

    private final Throwable trace;

    private Place(Throwable trace) {
        this.trace = trace;
    }

    /** The innermost frame here that is not the runtime's. */
    static Place here() {
        return new Place(new Throwable());
    }

    /** The innermost frame of an exception that is not the runtime's. */
    static Place of(Throwable trace) {
        return new Place(trace);
    }

    /** As {@code handleClient(Abc.java:24)}; "an unknown place" if there is no frame. */
    @Override
    public String toString() {
        for (StackTraceElement frame : trace.getStackTrace()) {
            if (!isRuntime(frame.getClassName())) {
                return method(frame.getMethodName()) + "(" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
            }
        }
        return "an unknown place";
    }

    private static boolean isRuntime(String className) {
        int end = className.lastIndexOf('.');
        String owner = end < 0 ? "" : className.substring(0, end);
        return owner.equals(PACKAGE) || owner.equals(PACKAGE + ".sync") || owner.startsWith("java.");
    }

    /** The method that a lambda stands in. */
    private static String method(String name) {
        if (!name.startsWith("lambda$")) {
            return name;
        }
        int end = name.indexOf('$', LAMBDA);
        return end < 0 ? name : name.substring(LAMBDA, end);
    }
}
