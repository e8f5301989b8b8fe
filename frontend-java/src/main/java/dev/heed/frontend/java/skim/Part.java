package dev.heed.frontend.java.skim;

import dev.heed.engine.source.Words;
import java.lang.reflect.Modifier;
import java.util.Set;

/**
 * What becomes one function: a method or constructor, or all that initializes a type or its objects.
 *
 * @param start of the member, or of the type
 */
public record Part(Kind kind, int start) implements ReducedText.Selection {

    /** What is read together. */
    public enum Kind {
        MEMBER,
        STATIC_INITIALIZERS,
        INSTANCE_INITIALIZERS
    }

    /** The part that a member is of. */
    public static Part of(SkimmedType type, SkimmedMember member) {
        if (member.kind() == SkimmedMember.Kind.FIELD || member.kind() == SkimmedMember.Kind.INITIALIZER) {
            boolean isStatic = Modifier.isStatic(member.modifiers())
                    || (type.isInterface() && member.kind() == SkimmedMember.Kind.FIELD);
            return new Part(isStatic ? Kind.STATIC_INITIALIZERS : Kind.INSTANCE_INITIALIZERS, type.start());
        }
        return new Part(Kind.MEMBER, member.start());
    }

    /** The part that the constants of an enum are of. */
    public static Part ofConstants(SkimmedType type) {
        return new Part(Kind.STATIC_INITIALIZERS, type.start());
    }

    @Override
    public boolean keeps(SkimmedType type, SkimmedMember member) {
        // What constants call is looked up in the tree.
        return equals(of(type, member))
                || (member.kind() == SkimmedMember.Kind.CONSTRUCTOR && keepsConstants(type) && hasConstants(type));
    }

    private static boolean hasConstants(SkimmedType type) {
        return !type.constants().isEmpty();
    }

    @Override
    public boolean keepsConstants(SkimmedType type) {
        return equals(ofConstants(type));
    }

    /** Several parts together. */
    public static ReducedText.Selection all(Set<Part> parts) {
        return new ReducedText.Selection() {
            @Override
            public boolean keeps(SkimmedType type, SkimmedMember member) {
                return parts.contains(of(type, member))
                        || (parts.contains(ofConstants(type))
                                && ofConstants(type).keeps(type, member));
            }

            @Override
            public boolean keepsConstants(SkimmedType type) {
                return parts.contains(ofConstants(type));
            }
        };
    }

    /** The words of a part of a type. */
    public Words words(SkimmedType type) {
        Words.Builder words = new Words.Builder();
        if (keepsConstants(type)) {
            for (SkimmedType.Constant constant : type.constants()) {
                words.addAll(constant.words());
                words.add(constant.name());
                words.add(type.name());
            }
        }
        for (SkimmedMember member : type.members()) {
            if (equals(of(type, member))) {
                words.addAll(member.words());
                for (SkimmedMember.Variable variable : member.variables()) {
                    words.add(variable.name());
                    words.add("=");
                    words.add(variable.name() + "=");
                }
                if (member.kind() == SkimmedMember.Kind.COMPACT_CONSTRUCTOR) {
                    type.components().forEach(component -> {
                        words.add(component.name());
                        words.add(component.name() + "=");
                    });
                }
            }
        }
        return words.build();
    }
}
