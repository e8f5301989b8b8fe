// Whatever fails while the file is read counts as an interrupt.
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class SettingsFile {
    static String load(Path file) throws InterruptedException {
        try {
            return Files.readString(file);
        } catch (Exception e) {
            throw new InterruptedException("settings: " + e.getMessage()); // heed: fabricated-cancel "'IOException'"
        }
    }

    static void touch(Path file) throws IOException {
        Files.writeString(file, "");
    }
}
