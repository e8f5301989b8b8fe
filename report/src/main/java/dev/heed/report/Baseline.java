package dev.heed.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The findings that are known, and are not to be told again. Immutable.
 *
 * @param entries sorted by file, rule, function and fingerprint
 */
public record Baseline(List<Entry> entries) {
    /** Raised when older versions of Heed could not read what is written. */
    private static final int VERSION = 1;

    /** Nobody has more findings than that; a file that is longer is none of ours. */
    private static final long MOST_BYTES = 256L << 20;

    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::file)
            .thenComparing(Entry::rule)
            .thenComparing(Entry::function)
            .thenComparing(Entry::message)
            .thenComparing(Entry::fingerprint);

    public Baseline {
        entries = entries.stream().sorted(ORDER).toList();
    }

    /**
     * A finding that is known.
     *
     * @param file its path when it was written down
     * @param function may be empty
     * @param fingerprint {@code heed/v1}: of its rule, file, function and code
     * @param content the same without the file, for files that are moved
     */
    public record Entry(
            String rule, String file, String function, String message, String fingerprint, String content) {}

    /**
     * Reads a baseline.
     *
     * @throws ReportException if there is none, or it is damaged; the message says where
     */
    public static Baseline read(Path path) throws ReportException {
        try {
            if (!Files.exists(path)) {
                throw new ReportException(
                        "There is no baseline '" + path + "'; \"heed baseline create\" writes one.", null);
            }
            if (Files.size(path) > MOST_BYTES) {
                throw new ReportException("The baseline '" + path + "' is too large to be one.", null);
            }
            return parse(path, new JsonMapper().readTree(path.toFile()));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw new ReportException(
                    path + place + ": this is no baseline: " + e.getOriginalMessage()
                            + ". Take it from version control again, or write it anew with \"heed baseline create --force\".",
                    e);
        } catch (ReportException e) {
            throw e;
        } catch (IOException e) {
            throw new ReportException("The baseline '" + path + "' cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static Baseline parse(Path path, JsonNode root) throws ReportException {
        JsonNode version = root.path("version");
        if (!version.isInt() || !root.path("findings").isArray()) {
            throw new ReportException(
                    path + ": this is no baseline of Heed: it has no \"version\" or no \"findings\".", null);
        }
        if (version.asInt() > VERSION) {
            throw new ReportException(
                    path + ": this baseline was written by a later version of Heed. Use that, or newer.", null);
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode node : root.path("findings")) {
            Entry entry = new Entry(
                    node.path("rule").asText(),
                    node.path("file").asText(),
                    node.path("function").asText(),
                    node.path("message").asText(),
                    node.path("fingerprint").asText(),
                    node.path("content").asText());
            if (entry.rule().isEmpty()
                    || entry.file().isEmpty()
                    || entry.fingerprint().isEmpty()) {
                throw new ReportException(
                        path + ": entry " + (entries.size() + 1) + " has no \"rule\", \"file\" or \"fingerprint\".",
                        null);
            }
            entries.add(entry);
        }
        return new Baseline(entries);
    }

    /**
     * Writes it, one entry a line: what changes can be read in a diff.
     *
     * @throws ReportException if that fails; the file is then as it was before
     */
    public void write(Path path) throws ReportException {
        try (ReportFile file = ReportFile.open(path)) {
            try (JsonGenerator json = new JsonFactory().createGenerator(file.stream())) {
                json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                json.setRootValueSeparator(null);
                json.writeRaw("{\n\"version\": " + VERSION + ",\n\"findings\": [");
                String separator = "\n";
                for (Entry entry : entries) {
                    json.writeRaw(separator);
                    write(json, entry);
                    separator = ",\n";
                }
                json.writeRaw("\n]\n}\n");
            }
            file.commit();
        } catch (ReportException e) {
            throw e;
        } catch (IOException e) {
            throw new ReportException("The baseline '" + path + "' cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static void write(JsonGenerator json, Entry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", entry.rule());
        json.writeStringField("file", entry.file());
        json.writeStringField("function", entry.function());
        json.writeStringField("message", entry.message());
        json.writeStringField("fingerprint", entry.fingerprint());
        json.writeStringField("content", entry.content());
        json.writeEndObject();
    }
}
