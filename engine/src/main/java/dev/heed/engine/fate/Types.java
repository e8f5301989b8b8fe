package dev.heed.engine.fate;

/** Names of types, for people. */
public final class Types {
    private Types() {}

    /** {@code Map.Entry} for {@code java.util.Map$Entry}; anonymous and local classes keep their number. */
    public static String simpleName(String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return simple.replace('$', '.');
    }
}
