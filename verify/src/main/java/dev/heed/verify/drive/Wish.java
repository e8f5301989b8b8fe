package dev.heed.verify.drive;

/**
 * What a value must be for a branch to lead to the wait.
 *
 * @param kind in which respect
 * @param number the number, 0 or 1 for a boolean; how many elements there must be at least for a container
 * @param text the string, the name of the constant or of the class
 */
record Wish(Kind kind, long number, String text) {
    /** In which respect a value matters. */
    enum Kind {
        /** It is this number or boolean. */
        NUMBER,
        /** It holds this number or boolean: an atomic one; or so many elements. */
        HOLDS,
        /** It is null. */
        NULL,
        /** It is not null. */
        PRESENT,
        /** It has a value for whatever key it is asked for. */
        ANY_KEY,
        /** It is this string. */
        TEXT,
        /** It is this constant of its enum. */
        CONSTANT,
        /** It is an object of this class. */
        TYPE
    }

    static Wish number(long number) {
        return new Wish(Kind.NUMBER, number, "");
    }

    static Wish holds(long number) {
        return new Wish(Kind.HOLDS, number, "");
    }

    static Wish of(Kind kind, String text) {
        return new Wish(kind, 0, text);
    }
}
