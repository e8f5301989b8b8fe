package dev.heed.engine.model;

import dev.heed.engine.types.Hierarchy;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads model files: those that come with Heed, and the user's own. The format is explained in {@code docs/models.md}. */
public final class ModelFiles {
    /** Files that come with Heed, beside this class. */
    static final List<String> SHIPPED = List.of(
            "java-lang.yaml",
            "java-util.yaml",
            "java-util-concurrent.yaml",
            "java-util-concurrent-waits.yaml",
            "java-io.yaml",
            "loggers.yaml",
            "guava.yaml",
            "kafka.yaml",
            "cancel-types.yaml",
            "netty-grpc.yaml",
            "reactive.yaml",
            "frameworks.yaml",
            "testing.yaml",
            "runtime.yaml",
            "libraries.yaml");

    /** The same in the form that is read at run time, made by {@link ModelCompiler}. */
    static final String COMPILED = "models.bin";

    /** Bytes; the largest shipped file has a tenth of it. */
    private static final int LARGEST = 1 << 20;

    private ModelFiles() {}

    /** The models that come with Heed. */
    public static Models shipped() {
        return new LoadedModels(shippedEntries());
    }

    /** The same, read when they are first asked. */
    public static Models shippedLate() {
        return new LateModels(ModelFiles::shipped);
    }

    /**
     * Reads the user's model files over the shipped ones. Where two files speak of the same effect of the same method, the
     * later file wins, and the user's over Heed's.
     *
     * @throws ModelException if a file cannot be read or something in one is wrong; it tells all that is
     */
    public static Models load(List<Path> user) throws ModelException {
        List<TypeEntry> entries = new ArrayList<>(usersEntries(user, null));
        entries.addAll(shippedEntries());
        return new LoadedModels(entries);
    }

    /**
     * Checks model files without using them.
     *
     * @param known if given, each type that the files speak of must be known there; a type that is not is reported
     * @throws ModelException if something is wrong; it tells all that is
     */
    public static void check(List<Path> files, @Nullable Hierarchy known) throws ModelException {
        usersEntries(files, known);
    }

    /** The entries of the user's files; later files come first, as they win. */
    private static List<TypeEntry> usersEntries(List<Path> files, @Nullable Hierarchy known) throws ModelException {
        if (files.isEmpty()) {
            return List.of();
        }
        TypeNames shipped = new TypeNames(null);
        shippedEntries().forEach(entry -> shipped.add(entry.type()));
        List<TypeEntry> entries = new ArrayList<>();
        List<ModelProblem> found = new ArrayList<>();
        for (Path file : files) {
            Problems problems = new Problems(file.toString());
            String text = file(file, problems);
            Node root = text == null ? null : YamlNodes.read(text, problems);
            if (root != null) {
                TypeNames names = new TypeNames(shipped);
                ModelReader.collectNames(root, names);
                List<TypeEntry> read = new ModelReader(problems, names).read(root);
                if (known != null) {
                    checkTypes(read, known, problems);
                }
                entries.addAll(0, read);
            }
            found.addAll(problems.found());
        }
        if (!found.isEmpty()) {
            throw new ModelException(found);
        }
        return entries;
    }

    /** The entries that come with Heed, from their compiled form. */
    private static List<TypeEntry> shippedEntries() {
        try (InputStream in = resource(COMPILED)) {
            return CompiledModels.read(new DataInputStream(new BufferedInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException("The models in Heed's jar cannot be read.", e);
        }
    }

    /** The entries that come with Heed, from the files that they are written in; later files come first. */
    static List<TypeEntry> shippedSources() throws IOException, ModelException {
        TypeNames names = new TypeNames(null);
        List<ModelProblem> found = new ArrayList<>();
        List<ModelReader> readers = new ArrayList<>();
        List<Node> roots = new ArrayList<>();
        List<Problems> reports = new ArrayList<>();
        for (String name : SHIPPED) {
            Problems problems = new Problems(name);
            reports.add(problems);
            try (InputStream in = resource(name)) {
                Node root = YamlNodes.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), problems);
                if (root != null) {
                    ModelReader.collectNames(root, names);
                    readers.add(new ModelReader(problems, names));
                    roots.add(root);
                }
            }
        }
        List<TypeEntry> entries = new ArrayList<>();
        for (int i = 0; i < roots.size(); i++) {
            entries.addAll(0, readers.get(i).read(roots.get(i)));
        }
        reports.forEach(problems -> found.addAll(problems.found()));
        if (!found.isEmpty()) {
            throw new ModelException(found);
        }
        return entries;
    }

    private static void checkTypes(List<TypeEntry> entries, Hierarchy known, Problems problems) {
        for (TypeEntry entry : entries) {
            if (!known.isKnown(entry.type())) {
                problems.at(
                        entry.position(), "The type '" + entry.type() + "' does not exist" + hint(entry.type(), known));
            }
            for (MethodEntry method : entry.methods()) {
                if (method.effects().get(Effect.DELIVERS) instanceof List<?> delivered) {
                    for (Object type : delivered) {
                        String name = String.valueOf(type);
                        if (!known.isKnown(name)) {
                            problems.at(
                                    method.position(),
                                    "'" + method.signature() + "' delivers '" + name + "', a type that does not exist"
                                            + hint(name, known));
                        }
                    }
                }
            }
        }
    }

    /** Nested types are often written with a dot. */
    private static String hint(String type, Hierarchy known) {
        String nested = type;
        for (int dot = nested.lastIndexOf('.'); dot > 0; dot = nested.lastIndexOf('.')) {
            nested = nested.substring(0, dot) + "$" + nested.substring(dot + 1);
            if (known.isKnown(nested)) {
                return "; did you mean '" + nested + "'?";
            }
        }
        return " on the class path; check its package and name, or add its jar.";
    }

    private static InputStream resource(String name) throws FileNotFoundException {
        InputStream in = ModelFiles.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException("The file '" + name + "' is missing from Heed's jar; build Heed again.");
        }
        return in;
    }

    private static @Nullable String file(Path file, Problems problems) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                problems.atFile("The file is larger than 1 MiB; split it.");
                return null;
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            problems.atFile("There is no such file.");
        } catch (CharacterCodingException e) {
            problems.atFile("The file is not UTF-8 text.");
        } catch (IOException e) {
            problems.atFile("The file cannot be read: "
                    + (Files.isDirectory(file) ? "it is a directory" : e.getMessage()) + ".");
        }
        return null;
    }
}
