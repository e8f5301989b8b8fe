package dev.heed.engine.rule;

/** The five ways in which a cancellation goes wrong, and what goes wrong in talking about them. */
public enum Family {
    SWALLOWED("the signal is lost"),
    RERAISE("it leaves, but not as a cancellation; or it is restored where that hurts"),
    CLEANUP("cleanup does not run, or is cut short, after a cancel"),
    DIAGNOSIS("somebody else gets the blame"),
    PROPAGATION("the cancel never reaches the work"),
    SUPPRESSION("a suppression does not do what it says");

    private final String summary;

    Family(String summary) {
        this.summary = summary;
    }

    /** As written in messages, tags and package names. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String summary() {
        return summary;
    }
}
