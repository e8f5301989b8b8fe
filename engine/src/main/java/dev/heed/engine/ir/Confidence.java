package dev.heed.engine.ir;

/** How sure the front end is of what it says about a callee or a type. */
public enum Confidence {
    /** By the language's own rules, from declarations that were seen. */
    RESOLVED,
    /** By a name and a number of arguments that only fit one known declaration, or a few that agree. */
    GUESSED,
    /** Nothing is known but the name. */
    UNRESOLVED
}
