package dev.heed.frontend.java.types;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A type of the Java language, generics included. Terms are immutable but for {@link InferenceVariable}. */
sealed interface JavaType
        permits JavaType.Special,
                JavaType.Primitive,
                JavaType.ClassType,
                JavaType.ArrayType,
                JavaType.Wildcard,
                JavaType.Intersection,
                JavaType.TypeVariable,
                InferenceVariable {

    /** Types that are no types. */
    enum Special implements JavaType {
        /** Nothing is known. */
        UNKNOWN,
        /** The type of {@code null}. */
        NULL,
        VOID
    }

    JavaType UNKNOWN = Special.UNKNOWN;
    ClassType OBJECT = ClassType.of("java.lang.Object");
    ClassType STRING = ClassType.of("java.lang.String");

    /** A primitive type. */
    enum Primitive implements JavaType {
        BOOLEAN("java.lang.Boolean"),
        BYTE("java.lang.Byte"),
        SHORT("java.lang.Short"),
        CHAR("java.lang.Character"),
        INT("java.lang.Integer"),
        LONG("java.lang.Long"),
        FLOAT("java.lang.Float"),
        DOUBLE("java.lang.Double");

        private final String box;
        private final String text;

        Primitive(String box) {
            this.box = box;
            this.text = name().toLowerCase(Locale.ROOT);
        }

        ClassType box() {
            return ClassType.of(box);
        }

        boolean isNumeric() {
            return this != BOOLEAN;
        }

        String text() {
            return text;
        }

        /** The primitive type of this name, or null. */
        static @Nullable Primitive named(String name) {
            return switch (name) {
                case "boolean" -> BOOLEAN;
                case "byte" -> BYTE;
                case "short" -> SHORT;
                case "char" -> CHAR;
                case "int" -> INT;
                case "long" -> LONG;
                case "float" -> FLOAT;
                case "double" -> DOUBLE;
                default -> null;
            };
        }

        /** The primitive type in this box, or null. */
        static @Nullable Primitive unboxed(JavaType type) {
            if (type instanceof Primitive primitive) {
                return primitive;
            }
            if (type instanceof ClassType boxed && boxed.name.startsWith("java.lang.")) {
                for (Primitive primitive : values()) {
                    if (primitive.box.equals(boxed.name)) {
                        return primitive;
                    }
                }
            }
            return null;
        }
    }

    /**
     * A class or interface type. Whether it has been seen is another question.
     *
     * @param name binary name
     * @param arguments empty for a raw type and for a type without parameters
     */
    record ClassType(String name, List<JavaType> arguments) implements JavaType {

        /** Without arguments; mostly the same object for the same name. */
        static ClassType of(String name) {
            int slot = (name.hashCode() ^ (name.hashCode() >>> 13)) & (SharedTypes.PLAIN.length - 1);
            ClassType known = SharedTypes.PLAIN[slot];
            if (known == null || !known.name.equals(name)) {
                known = new ClassType(name, List.of());
                SharedTypes.PLAIN[slot] = known;
            }
            return known;
        }

        /** With these arguments, if there are any. */
        static ClassType of(String name, List<JavaType> arguments) {
            return arguments.isEmpty() ? of(name) : new ClassType(name, arguments);
        }

        /** Types without arguments by name: all files name the same few. Where threads meet, one of two equal ones is kept. */
        private static final class SharedTypes {
            private static final @Nullable ClassType[] PLAIN = new ClassType[1 << 13];
        }

        @Override
        public String toString() {
            return arguments.isEmpty() ? name : name + arguments;
        }
    }

    /** An array type. */
    record ArrayType(JavaType element) implements JavaType {}

    /** A type argument with a bound; the bound of {@code NONE} is {@code Object}. */
    record Wildcard(Kind kind, JavaType bound) implements JavaType {
        enum Kind {
            NONE,
            EXTENDS,
            SUPER
        }

        static final Wildcard ANY = new Wildcard(Kind.NONE, OBJECT);
    }

    /** All of these at once. */
    record Intersection(List<JavaType> parts) implements JavaType {}

    /** A type parameter, or a captured wildcard. Equal by owner and name, so that two readings of one declaration agree. */
    final class TypeVariable implements JavaType {
        private final String owner;
        private final String name;
        private final @Nullable JavaType lower;
        private @Nullable Supplier<List<JavaType>> source;
        private volatile @Nullable List<JavaType> bounds;

        TypeVariable(String owner, String name, Supplier<List<JavaType>> bounds) {
            this.owner = owner;
            this.name = name;
            this.source = bounds;
            this.lower = null;
        }

        /** A captured wildcard. */
        TypeVariable(String owner, List<JavaType> bounds, @Nullable JavaType lower) {
            this.owner = owner;
            this.name = "?";
            this.bounds = bounds;
            this.lower = lower;
        }

        String name() {
            return name;
        }

        /** What a captured {@code ? super} is above of, or null. */
        @Nullable
        JavaType lower() {
            return lower;
        }

        /** At least one. */
        List<JavaType> bounds() {
            List<JavaType> known = bounds;
            if (known == null) {
                Supplier<List<JavaType>> reader = source;
                known = reader == null ? List.of() : reader.get();
                if (known.isEmpty()) {
                    known = List.of(OBJECT);
                }
                bounds = known;
            }
            return known;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof TypeVariable that && owner.equals(that.owner) && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(owner, name);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
