// No call in the try is known to deliver a cancel: the broad handler takes failures.
import java.util.List;

class PlainParser {
    private int broken;

    void parse(List<String> lines) {
        for (String line : lines) {
            try {
                Integer.parseInt(line);
            } catch (RuntimeException e) {
                broken++;
            }
        }
    }
}
