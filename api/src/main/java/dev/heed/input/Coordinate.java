package dev.heed.input;

import java.util.regex.Pattern;

/**
 * What names an artifact: {@code org.apache.kafka:kafka-clients:3.9.0}.
 *
 * @param group its group
 * @param artifact its name
 * @param version one version, no range
 */
public record Coordinate(String group, String artifact, String version) {
    /** What an input that names an artifact begins with. */
    public static final String PREFIX = "maven:";

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.+-]+");

    /**
     * Reads {@code maven:GROUP:ARTIFACT:VERSION}.
     *
     * @throws MavenException if it is none
     */
    public static Coordinate parse(String input) throws MavenException {
        String[] parts = input.substring(PREFIX.length()).split(":", -1);
        if (parts.length != 3) {
            throw new MavenException("A Maven input is written maven:GROUP:ARTIFACT:VERSION, such as"
                    + " maven:org.apache.kafka:kafka-clients:3.9.0.");
        }
        for (String part : parts) {
            if (!PART.matcher(part).matches() || part.startsWith(".")) {
                throw new MavenException(
                        "A Maven input is written maven:GROUP:ARTIFACT:VERSION; \"" + part + "\" is none of these.");
            }
        }
        return new Coordinate(parts[0], parts[1], parts[2]);
    }

    @Override
    public String toString() {
        return group + ":" + artifact + ":" + version;
    }
}
