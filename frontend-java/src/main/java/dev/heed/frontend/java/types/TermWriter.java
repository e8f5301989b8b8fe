package dev.heed.frontend.java.types;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.VarType;
import com.github.javaparser.ast.type.VoidType;
import com.github.javaparser.ast.type.WildcardType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Types as compact text: as in the source, without annotations and blanks. {@code !} marks a binary name (a local class);
 * wildcards are {@code ?}, {@code +bound}, {@code -bound}; {@code &} joins an intersection, {@code |} a union; {@code @}
 * is {@code var}; a diamond is {@code <>}.
 */
final class TermWriter {
    private final Function<String, @Nullable String> locals;

    /** @param locals the binary name of a local class by simple name, or null */
    TermWriter(Function<String, @Nullable String> locals) {
        this.locals = locals;
    }

    String write(Type type) {
        StringBuilder text = new StringBuilder();
        append(type, text);
        return text.toString();
    }

    List<String> writeAll(NodeList<? extends Type> types) {
        return types.stream().map(this::write).toList();
    }

    List<String> typeParameters(NodeList<TypeParameter> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.getTypeBound().isEmpty()
                        ? parameter.getNameAsString()
                        : parameter.getNameAsString() + ":" + String.join("&", writeAll(parameter.getTypeBound())))
                .toList();
    }

    private void append(Type type, StringBuilder text) {
        if (type instanceof ClassOrInterfaceType named) {
            appendClass(named, text);
        } else if (type instanceof PrimitiveType primitive) {
            text.append(primitive.getType().asString());
        } else if (type instanceof ArrayType array) {
            append(array.getComponentType(), text);
            text.append("[]");
        } else if (type instanceof VoidType) {
            text.append("void");
        } else if (type instanceof WildcardType wildcard) {
            if (wildcard.getExtendedType().isPresent()) {
                text.append('+');
                append(wildcard.getExtendedType().get(), text);
            } else if (wildcard.getSuperType().isPresent()) {
                text.append('-');
                append(wildcard.getSuperType().get(), text);
            } else {
                text.append('?');
            }
        } else if (type instanceof IntersectionType intersection) {
            text.append(String.join("&", writeAll(intersection.getElements())));
        } else if (type instanceof UnionType union) {
            text.append(String.join("|", writeAll(union.getElements())));
        } else if (type instanceof VarType) {
            text.append('@');
        } else {
            text.append('?');
        }
    }

    private void appendClass(ClassOrInterfaceType type, StringBuilder text) {
        if (type.getScope().isPresent()) {
            appendClass(type.getScope().get(), text);
            text.append('.').append(type.getNameAsString());
        } else {
            String local = locals.apply(type.getNameAsString());
            text.append(local == null ? type.getNameAsString() : "!" + local);
        }
        type.getTypeArguments().ifPresent(arguments -> {
            text.append('<');
            for (int i = 0; i < arguments.size(); i++) {
                if (i > 0) {
                    text.append(',');
                }
                append(arguments.get(i), text);
            }
            text.append('>');
        });
    }
}
