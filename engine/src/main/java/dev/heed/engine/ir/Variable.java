package dev.heed.engine.ir;

/**
 * A variable of a function. Compared by identity: two locals of one name are two variables.
 */
public final class Variable {
    /** Where a variable comes from. */
    public enum Kind {
        PARAMETER,
        LOCAL,
        /** The parameter of a catch clause, or what an implicit handler (finally, synchronized, resource) holds. */
        CAUGHT,
        /** A local of an enclosing function that a lambda or a local class uses. */
        CAPTURED,
        /** A value between two operations; assigned exactly once in the text, though perhaps on several paths. */
        TEMPORARY
    }

    private final int id;
    private final String name;
    private final String type;
    private final Kind kind;

    /**
     * @param id position in {@link Function#variables()}
     * @param name as written, or {@code tN} for a temporary
     * @param type erased binary name, or {@code "?"}
     */
    public Variable(int id, String name, String type, Kind kind) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.kind = kind;
    }

    public int id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String type() {
        return type;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isTemporary() {
        return kind == Kind.TEMPORARY;
    }

    @Override
    public String toString() {
        return name;
    }
}
