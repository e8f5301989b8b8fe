package dev.heed.frontend.java.types.index;

import dev.heed.frontend.java.skim.SharedNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Declarations as {@link JdkIndexWriter} writes them, decoded type by type as they are asked for. Thread-safe. */
final class IndexPart {
    private final ByteBuffer data;
    private final int strings;
    private final int types;
    private final int typeTable;
    private final int stringBytes;
    private final int records;

    private IndexPart(byte[] bytes) {
        data = ByteBuffer.wrap(bytes);
        if (bytes.length < 12 || data.getInt(0) != JdkIndexWriter.MAGIC) {
            throw new IllegalStateException("the index of the platform's types is damaged: rebuild Heed");
        }
        strings = data.getInt(4);
        types = data.getInt(8);
        typeTable = 12 + 4 * (strings + 1);
        stringBytes = typeTable + 8 * types + 4;
        records = stringBytes + data.getInt(stringBytes - 4);
    }

    /** Reads a part that was built into Heed. */
    static IndexPart read(String resource) {
        return new IndexPart(bytes(resource));
    }

    static byte[] bytes(String resource) {
        try (InputStream in = IndexPart.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the index of the platform's types is missing: rebuild Heed");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the index of the platform's types cannot be read", e);
        }
    }

    int size() {
        return types;
    }

    /** The declaration of a type by internal name, or null. */
    @Nullable
    ClassSignature find(String internalName) {
        int type = indexOf(internalName.getBytes(StandardCharsets.UTF_8));
        return type < 0 ? null : new Decoder(records + data.getInt(typeTable + 8 * type + 4)).type(internalName);
    }

    /** The types directly in a package; with dots between the names. */
    List<ClassSignature> inPackage(String packageName) {
        List<ClassSignature> found = new ArrayList<>();
        String prefix = packageName.replace('.', '/') + "/";
        int next = indexOf(prefix.getBytes(StandardCharsets.UTF_8));
        next = next < 0 ? -(next + 1) : next;
        while (next < types && nameAt(next).startsWith(prefix)) {
            String name = nameAt(next++);
            ClassSignature type = name.indexOf('/', prefix.length()) < 0 ? find(name) : null;
            if (type != null) {
                found.add(type);
            }
        }
        return found;
    }

    /** The internal name of the type at a place in the order of names. */
    String nameAt(int type) {
        return string(data.getInt(typeTable + 8 * type));
    }

    private int indexOf(byte[] name) {
        byte[] bytes = data.array();
        int low = 0;
        int high = types - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int string = data.getInt(typeTable + 8 * middle);
            int compared = Arrays.compareUnsigned(bytes, start(string), start(string + 1), name, 0, name.length);
            if (compared == 0) {
                return middle;
            } else if (compared < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -(low + 1);
    }

    private int start(int string) {
        return stringBytes + data.getInt(12 + 4 * string);
    }

    private String string(int number) {
        int from = start(number);
        return SharedNames.of(new String(data.array(), from, start(number + 1) - from, StandardCharsets.UTF_8));
    }

    private final class Decoder {
        private int at;

        Decoder(int at) {
            this.at = at;
        }

        ClassSignature type(String name) {
            return new ClassSignature(
                    name, varint(), nullable(), nullable(), nullable(), list(), list(), fields(), methods());
        }

        private List<ClassSignature.Field> fields() {
            int count = varint();
            List<ClassSignature.Field> fields = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                fields.add(new ClassSignature.Field(varint(), text(), text(), constant()));
            }
            return fields;
        }

        private List<ClassSignature.Method> methods() {
            int count = varint();
            List<ClassSignature.Method> methods = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                methods.add(new ClassSignature.Method(varint(), text(), text(), nullable(), list()));
            }
            return methods;
        }

        private @Nullable Object constant() {
            char kind = (char) data.get(at++);
            return switch (kind) {
                case '-' -> null;
                case 's' -> text();
                case 'i' -> Integer.valueOf(text());
                case 'l' -> Long.valueOf(text());
                case 'f' -> Float.valueOf(text());
                case 'd' -> Double.valueOf(text());
                case 'z' -> Boolean.valueOf(text());
                default -> text().charAt(0);
            };
        }

        private List<String> list() {
            int count = varint();
            if (count == 0) {
                return List.of();
            }
            List<String> values = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                values.add(text());
            }
            return values;
        }

        private String text() {
            return string(varint() - 1);
        }

        private @Nullable String nullable() {
            int number = varint();
            return number == 0 ? null : string(number - 1);
        }

        private int varint() {
            int value = 0;
            int shift = 0;
            while (true) {
                byte next = data.get(at++);
                value |= (next & 0x7f) << shift;
                if (next >= 0) {
                    return value;
                }
                shift += 7;
            }
        }
    }
}
