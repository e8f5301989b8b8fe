package dev.heed.engine.cache;

import dev.heed.engine.rule.Rule;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.scan.ScanParts;
import dev.heed.engine.source.ContentId;
import dev.heed.engine.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Names of scans: two with equal names have equal results. A name has two halves. The first is of all but what the source
 * files hold: as long as no entry begins with it, they need not be read for their names.
 */
final class ScanKeys {
    private final List<String> basis;
    private final ClassPathIds classPath;

    /**
     * @param basis what decides over the results beside the input of a scan, the tool itself above all
     */
    ScanKeys(List<String> basis, ClassPathIds classPath) {
        this.basis = List.copyOf(basis);
        this.classPath = classPath;
    }

    /**
     * The first half.
     *
     * @param files of the scan, sorted
     * @throws IOException if something of the class path cannot be read
     */
    String head(Scan.Input input, List<SourceFile> files) throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(StoredForm.VERSION);
        // Which characters make a name depends on the Java version.
        strings(out, List.of(String.valueOf(System.getProperty("java.runtime.version"))));
        strings(out, basis);
        strings(
                out,
                input.frontEnds().stream()
                        .map(FrontEnd::language)
                        .map(Enum::name)
                        .toList());
        strings(
                out,
                input.rules().stream().map(Rule::getClass).map(Class::getName).toList());
        out.writeLong(input.fileTimeout().toNanos());
        out.writeInt(input.classPath().size());
        for (Path entry : input.classPath()) {
            out.write(classPath.of(entry).bytes());
        }
        out.writeInt(files.size());
        for (SourceFile file : files) {
            strings(
                    out,
                    List.of(file.path(), file.relativePath(), file.language().name()));
        }
        parts(out, input);
        return half(ContentId.of(bytes.toByteArray()));
    }

    /** Where a scan is done in parts, it matters which, and it tells of the memory. */
    private static void parts(DataOutputStream out, Scan.Input input) throws IOException {
        for (FrontEnd frontEnd : input.frontEnds()) {
            List<List<SourceFile>> parts = ScanParts.of(input, frontEnd.language());
            if (parts.size() > 1) {
                out.writeLong(input.memory());
                for (List<SourceFile> part : parts) {
                    out.writeInt(part.size());
                }
            }
        }
    }

    private static void strings(DataOutputStream out, List<String> strings) throws IOException {
        out.writeInt(strings.size());
        for (String string : strings) {
            out.writeInt(string.length());
            out.writeChars(string);
        }
    }

    /** The second half. */
    static String rest(List<ContentId> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        files.forEach(id -> bytes.writeBytes(id.bytes()));
        return half(ContentId.of(bytes.toByteArray()));
    }

    /** 128 bits are more than chance can hit. */
    static String half(ContentId id) {
        return id.hex().substring(0, 32);
    }

    /** The entry of what the results of the last scan with this head rest on. */
    static String state(String head) {
        return head + "-" + half(ContentId.of("state")) + ".state";
    }

    /** The entry of a scan. */
    static String name(String head, String rest) {
        return head + "-" + rest + ".scan";
    }
}
