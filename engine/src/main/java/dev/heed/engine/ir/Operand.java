package dev.heed.engine.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value that an operation reads. */
public sealed interface Operand {

    /** The value of a variable. */
    record Local(Variable variable) implements Operand {
        @Override
        public String toString() {
            return variable.name();
        }
    }

    /** A literal or constant expression: String, Boolean, Character, a boxed number, or null for {@code null}. */
    record Constant(@Nullable Object value) implements Operand {
        @Override
        public String toString() {
            return value instanceof String s
                    ? '"' + s.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"'
                    : String.valueOf(value);
        }
    }

    /** The receiver of the function; {@code type} is the class it stands in (an outer one for {@code Outer.this}). */
    record This(String type) implements Operand {
        @Override
        public String toString() {
            return "this";
        }
    }

    /** A type used as a value: a class literal, or the qualifier of a static member. */
    record TypeName(String type) implements Operand {
        @Override
        public String toString() {
            return type;
        }
    }

    /**
     * A lambda or method reference.
     *
     * @param target the lambda's function, or the method referred to
     * @param functionalInterface type it is converted to, or {@code "?"}
     * @param captured variables of the enclosing function that it reads (the receiver of a bound method reference included)
     * @param isMethodReference whether it is written as one
     */
    record FunctionRef(MethodRef target, String functionalInterface, List<Operand> captured, boolean isMethodReference)
            implements Operand {
        public FunctionRef {
            captured = List.copyOf(captured);
        }

        @Override
        public String toString() {
            return "&" + target.name();
        }
    }

    /** Something that the front end does not follow. */
    record Unknown(String type) implements Operand {
        @Override
        public String toString() {
            return "?";
        }
    }

    /** The static type of the value: a binary name, or {@code "?"}. */
    default String type() {
        if (this instanceof Local local) {
            return local.variable().type();
        } else if (this instanceof Constant constant) {
            Object value = constant.value();
            return value == null ? "null" : value.getClass().getName();
        } else if (this instanceof This self) {
            return self.type();
        } else if (this instanceof FunctionRef function) {
            return function.functionalInterface();
        } else if (this instanceof Unknown unknown) {
            return unknown.type();
        } else {
            return "java.lang.Class";
        }
    }

    /** The variable, if this is a {@link Local}. */
    default @Nullable Variable variableOrNull() {
        return this instanceof Local local ? local.variable() : null;
    }
}
