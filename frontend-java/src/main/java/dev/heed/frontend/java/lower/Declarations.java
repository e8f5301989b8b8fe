package dev.heed.frontend.java.lower;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.DataKey;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithModifiers;
import dev.heed.engine.ir.Function.Modifier;
import dev.heed.engine.source.Span;
import dev.heed.frontend.java.skim.SkimmedMember;
import dev.heed.frontend.java.skim.SkimmedType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What declarations say, and what the language adds to it. */
public final class Declarations {
    /** On a member whose body the parser could not read: its body in the tree is not the one in the text. */
    public static final DataKey<Boolean> NOT_ANALYZED = new DataKey<>() {};

    private static final Map<Set<Modifier>, Set<Modifier>> SHARED = new ConcurrentHashMap<>();

    private Declarations() {}

    static boolean isNotAnalyzed(Node member) {
        return member.containsData(NOT_ANALYZED);
    }

    static boolean isInterface(@Nullable Node type) {
        return type instanceof AnnotationDeclaration
                || (type instanceof ClassOrInterfaceDeclaration declaration && declaration.isInterface());
    }

    static boolean isInInterface(Node member) {
        return isInterface(member.getParentNode().orElse(null));
    }

    static boolean isStatic(FieldDeclaration field, Node type) {
        return field.isStatic() || isInterface(type);
    }

    static Set<Modifier> modifiers(CallableDeclaration<?> declaration, Node type) {
        Set<Modifier> written = modifiers(declaration.getModifiers());
        if (!isInterface(type) || !(declaration instanceof MethodDeclaration method)) {
            return written;
        }
        EnumSet<Modifier> all = EnumSet.noneOf(Modifier.class);
        all.addAll(written);
        if (!all.contains(Modifier.PRIVATE)) {
            all.add(Modifier.PUBLIC);
        }
        if (method.getBody().isEmpty()) {
            all.add(Modifier.ABSTRACT);
        }
        return shared(all);
    }

    static Set<Modifier> modifiers(NodeList<com.github.javaparser.ast.Modifier> written) {
        EnumSet<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        for (com.github.javaparser.ast.Modifier modifier : written) {
            switch (modifier.getKeyword()) {
                case PUBLIC -> modifiers.add(Modifier.PUBLIC);
                case PROTECTED -> modifiers.add(Modifier.PROTECTED);
                case PRIVATE -> modifiers.add(Modifier.PRIVATE);
                case STATIC -> modifiers.add(Modifier.STATIC);
                case FINAL -> modifiers.add(Modifier.FINAL);
                case ABSTRACT -> modifiers.add(Modifier.ABSTRACT);
                case SYNCHRONIZED -> modifiers.add(Modifier.SYNCHRONIZED);
                case NATIVE -> modifiers.add(Modifier.NATIVE);
                case DEFAULT -> modifiers.add(Modifier.DEFAULT);
                default -> {
                    // The others (strictfp, transient, ...) say nothing to the engine.
                }
            }
        }
        return shared(modifiers);
    }

    /** The same of a skimmed member. */
    static Set<Modifier> modifiers(int flags, boolean isInterfaceMethod, boolean hasBody) {
        EnumSet<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        for (Modifier modifier : Modifier.values()) {
            if ((flags & flag(modifier)) != 0) {
                modifiers.add(modifier);
            }
        }
        if (isInterfaceMethod) {
            if (!modifiers.contains(Modifier.PRIVATE)) {
                modifiers.add(Modifier.PUBLIC);
            }
            if (!hasBody) {
                modifiers.add(Modifier.ABSTRACT);
            }
        }
        return shared(modifiers);
    }

    /** One set for equal ones: there are few, and each function has one. */
    private static Set<Modifier> shared(EnumSet<Modifier> modifiers) {
        return modifiers.isEmpty()
                ? Set.of()
                : SHARED.computeIfAbsent(modifiers, key -> Collections.unmodifiableSet(key));
    }

    private static int flag(Modifier modifier) {
        return switch (modifier) {
            case PUBLIC -> java.lang.reflect.Modifier.PUBLIC;
            case PROTECTED -> java.lang.reflect.Modifier.PROTECTED;
            case PRIVATE -> java.lang.reflect.Modifier.PRIVATE;
            case STATIC -> java.lang.reflect.Modifier.STATIC;
            case FINAL -> java.lang.reflect.Modifier.FINAL;
            case ABSTRACT -> java.lang.reflect.Modifier.ABSTRACT;
            case SYNCHRONIZED -> java.lang.reflect.Modifier.SYNCHRONIZED;
            case NATIVE -> java.lang.reflect.Modifier.NATIVE;
            case DEFAULT -> SkimmedMember.DEFAULT;
        };
    }

    static boolean isOverridable(Set<Modifier> modifiers, SkimmedType type) {
        if (modifiers.contains(Modifier.PRIVATE)
                || modifiers.contains(Modifier.STATIC)
                || modifiers.contains(Modifier.FINAL)) {
            return false;
        }
        return switch (type.kind()) {
            case CLASS, INTERFACE -> !java.lang.reflect.Modifier.isFinal(type.modifiers());
            case ENUM -> type.constants().stream().anyMatch(SkimmedType.Constant::hasBody);
            case RECORD, ANNOTATION -> false;
        };
    }

    static boolean isOverridable(Set<Modifier> modifiers, Node type) {
        if (modifiers.contains(Modifier.PRIVATE)
                || modifiers.contains(Modifier.STATIC)
                || modifiers.contains(Modifier.FINAL)) {
            return false;
        } else if (type instanceof ClassOrInterfaceDeclaration declaration) {
            return !declaration.isFinal();
        }
        return type instanceof EnumDeclaration declaration
                && declaration.getEntries().stream()
                        .anyMatch(constant -> !constant.getClassBody().isEmpty());
    }

    /** Behind the last declared exception, or behind the parameters. */
    static @Nullable Span throwsInsertion(CallableDeclaration<?> declaration, Spans spans) {
        if (!declaration.getThrownExceptions().isEmpty()) {
            return spans.of(declaration.getThrownExceptions().getLast().orElseThrow())
                    .after();
        }
        JavaToken token =
                declaration.getName().getTokenRange().map(r -> r.getEnd()).orElse(null);
        int depth = 0;
        while (token != null) {
            String text = token.getText();
            if (text.equals("(")) {
                depth++;
            } else if (text.equals(")") && --depth == 0) {
                return spans.of(token).after();
            }
            token = token.getNextToken().orElse(null);
        }
        return null;
    }

    /** The place of a modifier; of the whole declaration if it is not there. */
    static Span keyword(Node declaration, String keyword, Spans spans) {
        if (declaration instanceof NodeWithModifiers<?> modified) {
            for (com.github.javaparser.ast.Modifier modifier : modified.getModifiers()) {
                if (modifier.getKeyword().asString().equals(keyword)) {
                    return spans.of(modifier);
                }
            }
        }
        return spans.of(declaration);
    }
}
