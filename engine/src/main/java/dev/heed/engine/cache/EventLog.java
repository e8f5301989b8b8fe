package dev.heed.engine.cache;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.Suppression;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The form of recorded events: a tag and the event, again and again, and the summary at the end. Files are written as
 * their number among the files of the scan. Writing and reading stand side by side, part by part.
 */
final class EventLog {
    private static final int FINDING = 1;
    private static final int NOTIFICATION = 2;
    private static final int SUMMARY = 3;

    /** {@link DataOutputStream#writeUTF} takes 65,535 bytes, and three for a character at most. */
    private static final int CHUNK = 21_000;

    private EventLog() {}

    /** Writes one element of a list. */
    interface Write<T> {
        void to(DataOutputStream out, T element) throws IOException;
    }

    /** Reads one element of a list. */
    interface Read<T> {
        T from(DataInputStream in) throws IOException;
    }

    /** @param numbers tells the number of a file */
    static void write(DataOutputStream out, Finding finding, ToIntFunction<SourceFile> numbers) throws IOException {
        out.writeByte(FINDING);
        text(out, finding.rule());
        out.writeByte(finding.level().ordinal());
        out.writeByte(finding.confidence().ordinal());
        out.writeInt(numbers.applyAsInt(finding.file()));
        span(out, finding.span());
        text(out, finding.function());
        text(out, finding.message());
        list(out, finding.path(), (to, step) -> step(to, step, numbers));
        list(out, finding.related(), (to, step) -> step(to, step, numbers));
        text(out, finding.remedy());
        list(out, finding.fixes(), (to, fix) -> fix(to, fix, numbers));
        Suppression suppression = finding.suppression();
        out.writeBoolean(suppression != null);
        if (suppression != null) {
            out.writeByte(suppression.kind().ordinal());
            text(out, suppression.reason());
        }
    }

    static Finding finding(DataInputStream in, List<SourceFile> files) throws IOException {
        return new Finding(
                text(in),
                Level.values()[in.readByte()],
                Finding.Confidence.values()[in.readByte()],
                files.get(in.readInt()),
                span(in),
                text(in),
                text(in),
                list(in, from -> step(from, files)),
                list(in, from -> step(from, files)),
                text(in),
                list(in, from -> fix(from, files)),
                in.readBoolean() ? new Suppression(Suppression.Kind.values()[in.readByte()], text(in)) : null);
    }

    private static void step(DataOutputStream out, Step step, ToIntFunction<SourceFile> numbers) throws IOException {
        out.writeInt(numbers.applyAsInt(step.file()));
        span(out, step.span());
        text(out, step.message());
    }

    private static Step step(DataInputStream in, List<SourceFile> files) throws IOException {
        return new Step(files.get(in.readInt()), span(in), text(in));
    }

    private static void fix(DataOutputStream out, Fix fix, ToIntFunction<SourceFile> numbers) throws IOException {
        text(out, fix.title());
        out.writeByte(fix.safety().ordinal());
        list(out, fix.edits(), (to, edit) -> {
            to.writeInt(numbers.applyAsInt(edit.file()));
            span(to, edit.span());
            text(to, edit.replacement());
        });
    }

    private static Fix fix(DataInputStream in, List<SourceFile> files) throws IOException {
        return new Fix(
                text(in),
                Fix.Safety.values()[in.readByte()],
                list(in, from -> new TextEdit(files.get(from.readInt()), span(from), text(from))));
    }

    /** The cause is not written: what has one does not last. */
    static void write(DataOutputStream out, Notification notification) throws IOException {
        out.writeByte(NOTIFICATION);
        out.writeByte(notification.kind().ordinal());
        optionalText(out, notification.path());
        Span span = notification.span();
        out.writeBoolean(span != null);
        if (span != null) {
            span(out, span);
        }
        text(out, notification.message());
    }

    static Notification notification(DataInputStream in) throws IOException {
        Notification.Kind kind = Notification.Kind.values()[in.readByte()];
        String path = optionalText(in);
        Span span = in.readBoolean() ? span(in) : null;
        return new Notification(kind, path, span, text(in), null, true);
    }

    /** The end; how long it took is not written. */
    static void write(DataOutputStream out, ScanSummary summary) throws IOException {
        out.writeByte(SUMMARY);
        out.writeInt(summary.files());
        out.writeLong(summary.lines());
        out.writeInt(summary.functions());
        out.writeInt(summary.findings());
        list(out, List.copyOf(new TreeMap<>(summary.findingsByRule()).entrySet()), (to, rule) -> {
            text(to, rule.getKey());
            to.writeInt(rule.getValue());
        });
        out.writeInt(summary.incomplete());
        out.writeInt(summary.suppressed());
        out.writeInt(summary.parts());
    }

    private static ScanSummary summary(DataInputStream in) throws IOException {
        int files = in.readInt();
        long lines = in.readLong();
        int functions = in.readInt();
        int findings = in.readInt();
        Map<String, Integer> byRule = new TreeMap<>();
        for (int rules = in.readInt(); rules > 0; rules--) {
            byRule.put(text(in), in.readInt());
        }
        return new ScanSummary(
                files,
                lines,
                functions,
                findings,
                byRule,
                in.readInt(),
                Map.of(),
                Map.of(),
                in.readInt(),
                0,
                0,
                in.readInt());
    }

    /**
     * Tells what was recorded.
     *
     * @param files by their numbers
     * @throws InterruptedException if the thread is interrupted in between
     */
    static ScanSummary replay(DataInputStream in, List<SourceFile> files, ScanListener listener)
            throws IOException, InterruptedException {
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int tag = in.readByte();
            if (tag == FINDING) {
                listener.onFinding(finding(in, files));
            } else if (tag == NOTIFICATION) {
                listener.onNotification(notification(in));
            } else if (tag == SUMMARY) {
                return summary(in);
            } else {
                throw new IOException("no event: " + tag);
            }
        }
    }

    private static void span(DataOutputStream out, Span span) throws IOException {
        out.writeInt(span.startLine());
        out.writeInt(span.startColumn());
        out.writeInt(span.endLine());
        out.writeInt(span.endColumn());
    }

    private static Span span(DataInputStream in) throws IOException {
        return new Span(in.readInt(), in.readInt(), in.readInt(), in.readInt());
    }

    /** In a form that takes every character, halves of pairs as well. */
    static void text(DataOutputStream out, String text) throws IOException {
        out.writeInt(text.length());
        for (int i = 0; i < text.length(); i += CHUNK) {
            out.writeUTF(text.substring(i, Math.min(text.length(), i + CHUNK)));
        }
    }

    static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length <= CHUNK) {
            return length == 0 ? "" : in.readUTF();
        }
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(in.readUTF());
        }
        return text.toString();
    }

    static void optionalText(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            text(out, text);
        }
    }

    static @Nullable String optionalText(DataInputStream in) throws IOException {
        return in.readBoolean() ? text(in) : null;
    }

    static <T> void list(DataOutputStream out, List<T> elements, Write<T> write) throws IOException {
        out.writeInt(elements.size());
        for (T element : elements) {
            write.to(out, element);
        }
    }

    static <T> List<T> list(DataInputStream in, Read<T> read) throws IOException {
        int size = in.readInt();
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(read.from(in));
        }
        return elements;
    }
}
