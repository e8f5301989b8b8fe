// Nothing is lost with a text, or with a reader of a text.
import java.io.StringReader;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class Plain {
    static void answer(CompletableFuture<String> text, CompletableFuture<List<String>> all, List<String> lines) {
        text.complete(String.join("\n", lines));
        all.complete(List.copyOf(lines));
    }

    static void read(String text, CompletableFuture<StringReader> reader) {
        StringReader opened = new StringReader(text);
        reader.complete(opened);
    }
}
