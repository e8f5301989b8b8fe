package dev.heed.engine.model;

import dev.heed.engine.types.Hierarchy;
import java.io.IOException;
import java.io.InputStream;
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
    static final List<String> SHIPPED =
            List.of("java-lang.yaml", "java-util.yaml", "java-util-concurrent.yaml", "java-io.yaml", "loggers.yaml");

    /** Bytes; the largest shipped file has a tenth of it. */
    private static final int LARGEST = 1 << 20;

    private ModelFiles() {}

    /** The models that come with Heed. */
    public static Models shipped() {
        try {
            return load(List.of());
        } catch (ModelException e) {
            throw new IllegalStateException("The models that come with Heed are broken.\n" + e.getMessage(), e);
        }
    }

    /**
     * Reads the user's model files over the shipped ones. Where two files speak of the same effect of the same method, the
     * later file wins, and the user's over Heed's.
     *
     * @throws ModelException if a file cannot be read or something in one is wrong; it tells all that is
     */
    public static Models load(List<Path> user) throws ModelException {
        return new LoadedModels(read(user, null));
    }

    /**
     * Checks model files without using them.
     *
     * @param known if given, each type that the files speak of must be known there; a type that is not is reported
     * @throws ModelException if something is wrong; it tells all that is
     */
    public static void check(List<Path> files, @Nullable Hierarchy known) throws ModelException {
        read(files, known);
    }

    /** The entries behind {@link #load}. */
    static List<TypeEntry> entries(List<Path> user) throws ModelException {
        return read(user, null);
    }

    /** The entries of all files; later files come first, as they win. */
    private static List<TypeEntry> read(List<Path> user, @Nullable Hierarchy known) throws ModelException {
        List<ModelProblem> found = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (String name : SHIPPED) {
            Problems problems = new Problems("heed:" + name, found);
            String text = resource(name);
            sources.add(new Source(problems, text == null ? null : YamlNodes.read(text, problems), false));
        }
        for (Path file : user) {
            Problems problems = new Problems(file.toString(), found);
            String text = file(file, problems);
            sources.add(new Source(problems, text == null ? null : YamlNodes.read(text, problems), true));
        }
        TypeNames names = new TypeNames();
        for (Source source : sources) {
            if (source.root() != null) {
                ModelReader.collectNames(source.root(), names);
            }
        }
        List<TypeEntry> entries = new ArrayList<>();
        for (Source source : sources) {
            if (source.root() != null) {
                List<TypeEntry> read = new ModelReader(source.problems(), names).read(source.root());
                if (source.isUsers() && known != null) {
                    checkTypes(read, known, source.problems());
                }
                entries.addAll(0, read);
            }
        }
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

    private static @Nullable String resource(String name) {
        try (InputStream in = ModelFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The file '" + name + "' is missing from Heed's jar.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The file '" + name + "' in Heed's jar cannot be read.", e);
        }
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

    private record Source(Problems problems, @Nullable Node root, boolean isUsers) {}
}
