package dev.heed.engine.cache;

import dev.heed.engine.dependency.Dependency;
import dev.heed.engine.dependency.Question;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.Outline;
import dev.heed.engine.scan.ScanState;
import dev.heed.engine.scan.ScanState.Checked;
import dev.heed.engine.scan.ScanState.Functions;
import dev.heed.engine.source.ContentId;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Words;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The form of a {@link ScanState}: first what tells whether it can be of use (what the files held and declared), then the graph of
 * dependencies as a table in which each row refers to earlier ones, then what was found. Files are written as their numbers.
 */
final class StateForm {
    private static final int HASH_BYTES = 32;

    private StateForm() {}

    /** What the files of a state held and declared, in the order of the files. */
    record Files(List<ContentId> contents, List<@Nullable Outline> outlines) {}

    /**
     * Writes a state.
     *
     * @param files of the scan, in the order of their numbers
     * @param contents what they held
     */
    static void write(DataOutputStream out, ScanState state, List<? extends SourceFile> files, List<ContentId> contents)
            throws IOException {
        out.writeInt(files.size());
        for (int i = 0; i < files.size(); i++) {
            out.write(contents.get(i).bytes());
            Outline outline = state.outlines().get(files.get(i).path());
            out.writeBoolean(outline != null);
            if (outline != null) {
                out.write(outline.rest().bytes());
                names(out, outline.members());
                names(out, outline.hidden());
            }
        }
        Map<String, Integer> numbers = new HashMap<>();
        files.forEach(file -> numbers.put(file.path(), numbers.size()));
        new Writer(out, numbers).write(state);
    }

    /** Reads the first part. */
    static Files files(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<ContentId> contents = new ArrayList<>();
        List<@Nullable Outline> outlines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            contents.add(hash(in));
            outlines.add(in.readBoolean() ? new Outline(hash(in), names(in), names(in)) : null);
        }
        return new Files(contents, outlines);
    }

    private static void names(DataOutputStream out, Map<String, Long> declared) throws IOException {
        EventLog.list(out, List.copyOf(new TreeMap<>(declared).entrySet()), (to, member) -> {
            EventLog.text(to, member.getKey());
            to.writeLong(member.getValue());
        });
    }

    private static Map<String, Long> names(DataInputStream in) throws IOException {
        Map<String, Long> declared = new HashMap<>();
        for (int count = in.readInt(); count > 0; count--) {
            declared.put(EventLog.text(in), in.readLong());
        }
        return declared;
    }

    private static ContentId hash(DataInputStream in) throws IOException {
        return ContentId.ofHash(in.readNBytes(HASH_BYTES));
    }

    /**
     * Reads the rest.
     *
     * @param first of the same state
     * @param files by their numbers
     */
    static ScanState state(DataInputStream in, Files first, List<? extends SourceFile> files) throws IOException {
        Map<String, Outline> outlines = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            Outline outline = first.outlines().get(i);
            if (outline != null) {
                outlines.put(files.get(i).path(), outline);
            }
        }
        return new Reader(in, List.copyOf(files)).read(outlines);
    }

    private static final class Writer {
        private final DataOutputStream out;
        private final ToIntFunction<SourceFile> number;
        private final Map<String, Integer> numbers;

        Writer(DataOutputStream out, Map<String, Integer> numbers) {
            this.out = out;
            this.numbers = numbers;
            this.number = file -> number(file.path());
        }

        private int number(String path) {
            Integer known = numbers.get(path);
            if (known == null) {
                throw new IllegalStateException("a file that is not of the scan: " + path);
            }
            return known;
        }

        void write(ScanState state) throws IOException {
            DependencyTable table = new DependencyTable(number);
            state.checked().values().forEach(checked -> table.add(checked.basis()));
            state.restoring().values().forEach(functions -> table.add(functions.basis()));
            state.workers().values().forEach(functions -> table.add(functions.basis()));
            EventLog.list(out, table.words(), Writer::words);
            EventLog.list(out, table.questions(), Writer::ints);
            EventLog.list(out, table.rows(), Writer::row);
            EventLog.list(out, state.general(), EventLog::write);
            map(state.checked(), checked -> {
                out.writeInt(table.add(checked.basis()));
                out.writeLong(checked.functions());
                EventLog.list(out, checked.findings(), (to, finding) -> EventLog.write(to, finding, number));
            });
            map(state.restoring(), functions -> functions(functions, table));
            map(state.workers(), functions -> functions(functions, table));
        }

        private interface Write<T> {
            void of(T value) throws IOException;
        }

        private <T> void map(Map<String, T> byPath, Write<T> write) throws IOException {
            out.writeInt(byPath.size());
            for (Map.Entry<String, T> entry : new TreeMap<>(byPath).entrySet()) {
                out.writeInt(number(entry.getKey()));
                write.of(entry.getValue());
            }
        }

        private void functions(Functions functions, DependencyTable table) throws IOException {
            out.writeInt(table.add(functions.basis()));
            EventLog.list(out, functions.names(), EventLog::text);
        }

        private static void words(DataOutputStream to, Words words) throws IOException {
            int[] hashes = words.hashes();
            to.writeInt(hashes.length);
            for (int hash : hashes) {
                to.writeInt(hash);
            }
        }

        private static void ints(DataOutputStream to, List<Integer> ints) throws IOException {
            EventLog.list(to, ints, DataOutputStream::writeInt);
        }

        private static void row(DataOutputStream to, DependencyTable.Row row) throws IOException {
            ints(to, row.files());
            ints(to, row.results());
            ints(to, row.questions());
            EventLog.optionalText(to, row.name());
            to.writeLong(row.digest());
            to.writeBoolean(row.isGathered());
            if (row.isGathered()) {
                EventLog.list(to, List.copyOf(row.shares().entrySet()), (each, share) -> {
                    each.writeInt(share.getKey());
                    EventLog.text(each, share.getValue());
                });
            }
        }
    }

    private static final class Reader {
        private final DataInputStream in;
        private final List<SourceFile> files;
        private final List<Dependency> table = new ArrayList<>();

        Reader(DataInputStream in, List<SourceFile> files) {
            this.in = in;
            this.files = files;
        }

        ScanState read(Map<String, Outline> outlines) throws IOException {
            List<Words> words = EventLog.list(in, Reader::words);
            List<Question> questions = EventLog.list(in, from -> {
                List<Integer> both = ints(from);
                return new Question(words.get(both.get(0)), both.size() == 1 ? null : words.get(both.get(1)));
            });
            for (int rows = in.readInt(); rows > 0; rows--) {
                table.add(row(questions));
            }
            List<Notification> general = EventLog.list(in, from -> {
                from.readByte(); // which event it is
                return EventLog.notification(from);
            });
            return new ScanState(
                    outlines,
                    general,
                    map(() -> {
                        Dependency basis = table.get(in.readInt());
                        long functions = in.readLong();
                        return new Checked(basis, functions, EventLog.list(in, this::finding));
                    }),
                    map(this::functions),
                    map(this::functions));
        }

        private Finding finding(DataInputStream from) throws IOException {
            from.readByte(); // which event it is
            return EventLog.finding(from, files);
        }

        private interface Read<T> {
            T value() throws IOException;
        }

        private <T> Map<String, T> map(Read<T> read) throws IOException {
            Map<String, T> byPath = new TreeMap<>();
            for (int entries = in.readInt(); entries > 0; entries--) {
                String path = files.get(in.readInt()).path();
                byPath.put(path, read.value());
            }
            return byPath;
        }

        private Functions functions() throws IOException {
            return new Functions(table.get(in.readInt()), EventLog.list(in, EventLog::text));
        }

        private static Words words(DataInputStream from) throws IOException {
            Words.Builder words = new Words.Builder();
            for (int count = from.readInt(); count > 0; count--) {
                words.add(from.readInt());
            }
            return words.build();
        }

        private static List<Integer> ints(DataInputStream from) throws IOException {
            return EventLog.list(from, DataInputStream::readInt);
        }

        private Dependency row(List<Question> questions) throws IOException {
            List<SourceFile> read = ints(in).stream().map(files::get).toList();
            List<Dependency> results = ints(in).stream().map(table::get).toList();
            List<Question> asked = ints(in).stream().map(questions::get).toList();
            String name = EventLog.optionalText(in);
            long digest = in.readLong();
            if (in.readBoolean()) {
                Map<SourceFile, String> shares = new IdentityHashMap<>();
                for (int count = in.readInt(); count > 0; count--) {
                    shares.put(files.get(in.readInt()), EventLog.text(in));
                }
                return Dependency.gathered(String.valueOf(name), asked.get(0), shares);
            }
            Dependency basis = Dependency.of(read, results, asked);
            return name == null ? basis : basis.named(name, digest);
        }
    }
}
