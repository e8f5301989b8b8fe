package dev.heed.verify.fork;

import dev.heed.verify.check.Answer;
import dev.heed.verify.check.Member;
import dev.heed.verify.check.Obstacle;
import dev.heed.verify.check.Place;
import dev.heed.verify.check.Question;
import dev.heed.verify.check.Verdict;
import dev.heed.verify.witness.Point;
import dev.heed.verify.witness.Property;
import dev.heed.verify.witness.Step;
import dev.heed.verify.witness.Witness;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How questions and answers go from JVM to JVM: fields in the order of the records, all of bounded length. What is read is not
 * trusted: it may come from a JVM whose memory the code under it has filled.
 */
final class Wire {
    /** More text than that is in no witness. */
    private static final int LONGEST_TEXT = 100_000;

    private static final int LONGEST_LIST = 100_000;

    private Wire() {}

    /** Writes one element. */
    @FunctionalInterface
    private interface Writer<T> {
        void write(T element) throws IOException;
    }

    /** Reads one element. */
    @FunctionalInterface
    private interface Reader<T> {
        T read() throws IOException;
    }

    static void writePaths(DataOutputStream out, List<Path> paths) throws IOException {
        list(out, paths, path -> text(out, path.toString()));
    }

    static List<Path> readPaths(DataInputStream in) throws IOException {
        return list(in, () -> Path.of(text(in)));
    }

    static void write(DataOutputStream out, Question question) throws IOException {
        list(out, question.classNames(), name -> text(out, name));
        list(out, question.members(), member -> {
            text(out, member.className());
            text(out, member.name());
            text(out, member.descriptor());
            out.writeBoolean(member.ownsThread());
            out.writeBoolean(member.isStatic());
            out.writeBoolean(member.isVisible());
        });
        list(out, question.deliveries(), place -> write(out, place));
        list(out, question.handlers(), place -> write(out, place));
        list(out, question.properties(), property -> text(out, property.name()));
        out.writeLong(question.time().toMillis());
        text(out, question.call());
        list(out, question.passed(), place -> write(out, place));
    }

    static Question readQuestion(DataInputStream in) throws IOException {
        return new Question(
                new LinkedHashSet<>(list(in, () -> text(in))),
                list(
                        in,
                        () -> new Member(
                                text(in), text(in), text(in), in.readBoolean(), in.readBoolean(), in.readBoolean())),
                list(in, () -> readPlace(in)),
                list(in, () -> readPlace(in)),
                new LinkedHashSet<>(list(in, () -> constant(Property.class, text(in)))),
                Duration.ofMillis(in.readLong()),
                text(in),
                list(in, () -> readPlace(in)));
    }

    private static void write(DataOutputStream out, Place place) throws IOException {
        list(out, place.classNames(), name -> text(out, name));
        out.writeInt(place.first());
        out.writeInt(place.last());
    }

    private static Place readPlace(DataInputStream in) throws IOException {
        return new Place(new LinkedHashSet<>(list(in, () -> text(in))), in.readInt(), in.readInt());
    }

    static void write(DataOutputStream out, Answer answer) throws IOException {
        text(out, answer.verdict().name());
        text(out, answer.obstacle() == null ? "" : answer.obstacle().name());
        text(out, answer.reason());
        text(out, answer.driven());
        out.writeBoolean(answer.isSynthetic());
        list(out, answer.witnesses(), witness -> {
            text(out, witness.property().name());
            write(out, witness.point());
            text(out, witness.signal());
            Point second = witness.second();
            out.writeBoolean(second != null);
            if (second != null) {
                write(out, second);
            }
            text(out, witness.message());
            text(out, witness.lost());
            list(out, witness.steps(), step -> {
                text(out, step.file());
                out.writeInt(step.line());
                text(out, step.where());
                text(out, step.what());
            });
        });
    }

    static Answer readAnswer(DataInputStream in) throws IOException {
        Verdict verdict = constant(Verdict.class, text(in));
        String obstacle = text(in);
        return new Answer(
                verdict,
                obstacle.isEmpty() ? null : constant(Obstacle.class, obstacle),
                text(in),
                text(in),
                in.readBoolean(),
                list(in, () -> readWitness(in)));
    }

    private static Witness readWitness(DataInputStream in) throws IOException {
        Property property = constant(Property.class, text(in));
        Point point = readPoint(in);
        String signal = text(in);
        @Nullable Point second = in.readBoolean() ? readPoint(in) : null;
        return new Witness(
                property,
                point,
                signal,
                second,
                text(in),
                text(in),
                list(in, () -> new Step(text(in), in.readInt(), text(in), text(in))));
    }

    private static void write(DataOutputStream out, Point point) throws IOException {
        text(out, point.role());
        out.writeInt(point.number());
        text(out, point.file());
        out.writeInt(point.line());
        text(out, point.className());
        text(out, point.method());
        text(out, point.call());
    }

    private static Point readPoint(DataInputStream in) throws IOException {
        return new Point(text(in), in.readInt(), text(in), in.readInt(), text(in), text(in), text(in));
    }

    private static <T> void list(DataOutputStream out, Collection<T> elements, Writer<T> writer) throws IOException {
        out.writeInt(Math.min(elements.size(), LONGEST_LIST));
        int written = 0;
        for (T element : elements) {
            if (written++ < LONGEST_LIST) {
                writer.write(element);
            }
        }
    }

    private static <T> List<T> list(DataInputStream in, Reader<T> reader) throws IOException {
        int size = length(in, LONGEST_LIST);
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(reader.read());
        }
        return elements;
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // Half a character at the end is read as a mark of its loss.
        int length = Math.min(bytes.length, LONGEST_TEXT);
        out.writeInt(length);
        out.write(bytes, 0, length);
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = new byte[length(in, LONGEST_TEXT)];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int length(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new StreamCorruptedException("a length of " + length);
        }
        return length;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) throws IOException {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new StreamCorruptedException("no " + type.getSimpleName() + ": " + name);
        }
    }
}
