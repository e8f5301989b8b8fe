package dev.heed.frontend.java.types;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.heed.frontend.java.types.JavaType.ClassType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The values of constant fields, those that are made of other constants included. Thread-safe. */
final class ConstantFields {
    private static final int MAX_DEPTH = 20;

    private final TypeSystem types;
    private final Members members;
    private final Map<String, Optional<Object>> known = new ConcurrentHashMap<>();

    ConstantFields(TypeSystem types, Members members) {
        this.types = types;
        this.members = members;
    }

    /** The value, or null if it is not known. */
    @Nullable
    Object valueOf(FieldInfo field) {
        return valueOf(field, 0);
    }

    private @Nullable Object valueOf(FieldInfo field, int depth) {
        if (!(field.constant() instanceof Constants.Text text)) {
            return field.constant();
        }
        String key = field.owner() + "." + field.name();
        Optional<Object> value = known.get(key);
        if (value == null && depth < MAX_DEPTH) {
            value = Optional.ofNullable(evaluate(field, text, depth));
            if (depth == 0) {
                known.put(key, value); // deeper answers may be cut short by a cycle
            }
        }
        return value == null ? null : value.orElse(null);
    }

    private @Nullable Object evaluate(FieldInfo field, Constants.Text text, int depth) {
        if (!(types.store().find(field.owner()) instanceof SourceTypeInfo owner)) {
            return null;
        }
        ParserConfiguration configuration = new ParserConfiguration().setAttributeComments(false);
        return new JavaParser(configuration)
                .parseExpression(text.expression())
                .getResult()
                .filter(parsed -> !text.isUnread() || Constants.mayBeConstant(parsed))
                .map(parsed -> Constants.valueOf(parsed, name -> {
                    FieldInfo other = fieldOf(name, owner);
                    return other == null ? null : valueOf(other, depth + 1);
                }))
                .orElse(null);
    }

    private @Nullable FieldInfo fieldOf(Expression name, SourceTypeInfo owner) {
        Members.Viewer viewer = new Members.Viewer(owner.name());
        if (name instanceof FieldAccessExpr access) {
            ClassType type = typeNamed(access.getScope().toString(), owner);
            Members.FieldMember found = type == null ? null : members.field(type, access.getNameAsString(), viewer);
            return found == null ? null : found.field();
        }
        TypeInfo around = name instanceof NameExpr ? owner : null;
        while (around != null) {
            Members.FieldMember found = members.field(around.self(), ((NameExpr) name).getNameAsString(), viewer);
            if (found != null) {
                return found.field();
            }
            around = around.outer() == null ? null : types.store().find(around.outer());
        }
        return null;
    }

    private static @Nullable ClassType typeNamed(String name, SourceTypeInfo owner) {
        TypeScope scope = owner.bodyScope();
        if (name.indexOf('.') < 0) {
            return scope.knownType(name);
        }
        return scope.qualifiedName(Arrays.asList(name.split("\\.", -1))) instanceof ClassType type ? type : null;
    }
}
