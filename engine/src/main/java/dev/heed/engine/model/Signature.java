package dev.heed.engine.model;

import dev.heed.engine.ir.MethodRef;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which methods of a type an entry is about: {@code get} (all of that name), {@code get/2} (by the number of parameters),
 * {@code get(long, TimeUnit)} (one). {@code new} stands for constructors.
 *
 * @param name as in {@link MethodRef#name()}
 * @param arity number of parameters, or -1 for any
 * @param parameters simple or full names as written, arrays with {@code []}; null unless they are given
 * @param isVarargs whether the last parameter was written with {@code ...}
 */
record Signature(String name, int arity, @Nullable List<String> parameters, boolean isVarargs) {
    static final int MOST_PRECISE = 2;

    private static final String EXAMPLES =
            "write 'get' for all methods of that name, 'get/2' for those with 2 parameters, or 'get(long, TimeUnit)'";

    Signature {
        parameters = parameters == null ? null : List.copyOf(parameters);
    }

    /**
     * Reads a signature.
     *
     * @throws IllegalArgumentException if it is none; the message says why and what to write
     */
    static Signature parse(String text) {
        int open = text.indexOf('(');
        int slash = text.indexOf('/');
        if (open >= 0) {
            return withParameters(text, open);
        }
        if (slash >= 0) {
            String count = text.substring(slash + 1).strip();
            if (!count.matches("[0-9]{1,3}")) {
                throw new IllegalArgumentException(
                        "'" + count + "' is not a number of parameters in '" + text + "': " + EXAMPLES + ".");
            }
            return new Signature(name(text.substring(0, slash), text), Integer.parseInt(count), null, false);
        }
        return new Signature(name(text, text), -1, null, false);
    }

    private static Signature withParameters(String text, int open) {
        if (!text.endsWith(")")) {
            throw new IllegalArgumentException("'" + text + "' does not end with ')': " + EXAMPLES + ".");
        }
        String name = name(text.substring(0, open), text);
        String inner = text.substring(open + 1, text.length() - 1).strip();
        List<String> parameters = new ArrayList<>();
        boolean varargs = false;
        if (!inner.isEmpty()) {
            for (String part : inner.split(",", -1)) {
                if (varargs) {
                    throw new IllegalArgumentException("Only the last parameter can end with '...': '" + text + "'.");
                }
                String type = parameter(part.strip(), text);
                varargs = type.endsWith("...");
                parameters.add(varargs ? type.substring(0, type.length() - 3) + "[]" : type);
            }
        }
        return new Signature(name, parameters.size(), parameters, varargs);
    }

    private static String parameter(String type, String text) {
        if (type.indexOf('<') >= 0 || type.indexOf('>') >= 0) {
            throw new IllegalArgumentException("'" + text + "' has type arguments; write the type without <...>.");
        }
        if (type.contains(" ")) {
            throw new IllegalArgumentException("'" + type + "' in '" + text
                    + "' is more than a type: write types only, without parameter names or annotations.");
        }
        if (!Syntax.TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException(
                    "'" + type + "' in '" + text + "' is not a parameter type: " + EXAMPLES + ".");
        }
        return type;
    }

    private static String name(String written, String text) {
        String name = written.strip();
        if (name.equals("new")) {
            return MethodRef.CONSTRUCTOR;
        }
        if (name.equals(MethodRef.CONSTRUCTOR)) {
            throw new IllegalArgumentException("Write 'new' for a constructor, not '" + text + "'.");
        }
        if (!Syntax.IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a method: " + EXAMPLES + ".");
        }
        return name;
    }

    /** How much it says: the larger, the closer; it is laid over those that say less. */
    int precision() {
        if (parameters != null) {
            return MOST_PRECISE;
        }
        return arity >= 0 ? 1 : 0;
    }

    /** Whether a call with this many arguments may call it. */
    boolean takes(int arguments) {
        return arity < 0 || arity == arguments || (isVarargs && arguments >= arity - 1);
    }

    /** Whether a declaration with these erased parameter types is meant. */
    boolean fits(List<String> erased) {
        if (parameters == null) {
            return arity < 0 || arity == erased.size();
        }
        if (parameters.size() != erased.size()) {
            return false;
        }
        for (int i = 0; i < erased.size(); i++) {
            if (!sameType(parameters.get(i), erased.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A simple name stands for every type of that name; an unknown type for any. */
    private static boolean sameType(String written, String erased) {
        if (erased.equals(written) || erased.equals("?")) {
            return true;
        }
        String dotted = erased.replace('$', '.');
        return dotted.equals(written) || dotted.endsWith("." + written.replace('$', '.'));
    }

    /** As written in model files. */
    @Override
    public String toString() {
        String shown = name.equals(MethodRef.CONSTRUCTOR) ? "new" : name;
        if (parameters != null) {
            String joined = String.join(", ", parameters);
            return shown + "(" + (isVarargs ? joined.substring(0, joined.length() - 2) + "..." : joined) + ")";
        }
        return arity >= 0 ? shown + "/" + arity : shown;
    }

    /** Apart, as the compiled models do not need it. */
    private static final class Syntax {
        static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
        static final Pattern TYPE =
                Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*(\\[])*(\\.\\.\\.)?");
    }
}
