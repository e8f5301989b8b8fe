package dev.heed.engine.types;

import java.util.List;

/**
 * Who extends whom, over the project, its class path, and the platform.
 *
 * <p>A type is named as the platform names its class file, with dots between packages and {@code $} before a nested
 * type: {@code java.util.Map$Entry}; arrays as {@code int[]}; {@link #UNKNOWN_TYPE} where nothing is known. Thread-safe.
 */
public interface Hierarchy {

    /** The name of a type of which nothing is known. */
    String UNKNOWN_TYPE = "?";

    /**
     * Whether every {@code type} is a {@code ancestor}; YES for equal names. UNKNOWN where a part of the hierarchy between
     * them cannot be seen.
     */
    Truth isSubtype(String type, String ancestor);

    /** The direct superclass first, then the direct interfaces; empty for unknown types and for {@code java.lang.Object}. */
    List<String> supertypes(String type);

    /** Whether the type's own declaration has been seen (in the project, in a class file, or in an index). */
    boolean isKnown(String type);
}
