// No call inside can be interrupted: a broad handler is a matter of taste here.
import java.util.Map;

class Parser {
    private final Map<String, Integer> known;

    Parser(Map<String, Integer> known) {
        this.known = known;
    }

    int parse(String text) {
        try {
            return Integer.parseInt(text.trim());
        } catch (Exception e) {
            return known.getOrDefault(text, 0);
        }
    }
}
