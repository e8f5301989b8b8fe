package dev.heed.report;

/** Where the page of a rule can be read. */
public final class RulePage {
    static final String HOME = "https://github.com/heed-dev/heed";

    private RulePage() {}

    /** The address of a rule's page. */
    public static String address(String rule) {
        return HOME + "/blob/main/docs/rules/" + rule + ".md";
    }
}
