package dev.heed.frontend.java.types.index;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes declarations so that one of them can be found and decoded without the others.
 *
 * <p>Format, all numbers big-endian: magic, number of strings S, number of types T; S+1 offsets into the string bytes; T
 * times (string number of the name, offset of the record), sorted by the name's UTF-8 bytes; length of the string bytes,
 * the string bytes; the records, whose numbers are variable-length integers of 7 bits a byte, low bits first.
 */
final class JdkIndexWriter {
    static final int MAGIC = 0x48454431; // HED1

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<byte[]> strings = new ArrayList<>();
    private final ByteArrayOutputStream records = new ByteArrayOutputStream();

    /** Writes the types; the same bytes for the same types. */
    static void write(SortedMap<String, ClassSignature> types, OutputStream out) throws IOException {
        new JdkIndexWriter().writeAll(types, out);
    }

    private void writeAll(SortedMap<String, ClassSignature> types, OutputStream out) throws IOException {
        int[] names = new int[types.size()];
        int[] offsets = new int[types.size()];
        int next = 0;
        for (ClassSignature type : types.values()) {
            names[next] = number(type.name());
            offsets[next++] = records.size();
            writeType(type);
        }
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.writeInt(strings.size());
        data.writeInt(names.length);
        int offset = 0;
        for (byte[] string : strings) {
            data.writeInt(offset);
            offset += string.length;
        }
        data.writeInt(offset);
        for (int i = 0; i < names.length; i++) {
            data.writeInt(names[i]);
            data.writeInt(offsets[i]);
        }
        data.writeInt(offset);
        for (byte[] string : strings) {
            data.write(string);
        }
        records.writeTo(data);
        data.flush();
    }

    private void writeType(ClassSignature type) {
        varint(type.flags());
        string(type.outer());
        string(type.signature());
        string(type.superName());
        list(type.interfaces());
        list(type.memberTypes());
        varint(type.fields().size());
        for (ClassSignature.Field field : type.fields()) {
            varint(field.flags());
            string(field.name());
            string(field.signature());
            constant(field.constant());
        }
        varint(type.methods().size());
        for (ClassSignature.Method method : type.methods()) {
            varint(method.flags());
            string(method.name());
            string(method.descriptor());
            string(method.signature());
            list(method.exceptions());
        }
    }

    private void constant(@Nullable Object value) {
        String kind = value == null
                ? "-"
                : value instanceof String
                        ? "s"
                        : value instanceof Integer
                                ? "i"
                                : value instanceof Long
                                        ? "l"
                                        : value instanceof Float
                                                ? "f"
                                                : value instanceof Double ? "d" : value instanceof Boolean ? "z" : "c";
        records.write(kind.charAt(0));
        if (value != null) {
            string(value.toString());
        }
    }

    private void list(List<String> values) {
        varint(values.size());
        values.forEach(this::string);
    }

    /** 0 for null, else the number of the string plus one. */
    private void string(@Nullable String value) {
        varint(value == null ? 0 : number(value) + 1);
    }

    private int number(String value) {
        return numbers.computeIfAbsent(value, v -> {
            strings.add(v.getBytes(StandardCharsets.UTF_8));
            return strings.size() - 1;
        });
    }

    private void varint(int value) {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            records.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        records.write(rest);
    }
}
