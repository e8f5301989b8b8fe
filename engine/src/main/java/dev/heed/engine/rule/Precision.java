package dev.heed.engine.rule;

/** How much a finding can be trusted; the values of SARIF's {@code precision} property as GitHub reads it. */
public enum Precision {
    /** Every fact on the path is resolved or modelled: shown as <em>proved</em>. */
    VERY_HIGH("very-high"),
    /** One assumption, named in the message: shown as <em>likely</em>. */
    HIGH("high"),
    MEDIUM("medium");

    private final String id;

    Precision(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
