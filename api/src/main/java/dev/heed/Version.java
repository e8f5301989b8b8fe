package dev.heed;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Heed's own version, and what it runs on. */
public final class Version {

    private Version() {}

    public static String number() {
        try (InputStream in = Version.class.getResourceAsStream("heed.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new IllegalStateException("The file heed.properties in Heed's jar cannot be read.", e);
        }
    }

    /** The line that {@code heed --version} prints. */
    public static String line() {
        // Not with +, whose machinery takes longer to set up than all the rest of "heed --version".
        return String.join(
                "",
                "heed ",
                number(),
                " (Java ",
                System.getProperty("java.version"),
                ", ",
                System.getProperty("os.name"),
                " ",
                System.getProperty("os.arch"),
                ")");
    }
}
