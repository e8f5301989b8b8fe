package dev.heed.engine.ir;

import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import dev.heed.engine.source.Words;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A method, constructor, initializer, or lambda as a control-flow graph.
 *
 * @param ref its identity; unique within a scan
 * @param kind what it is
 * @param displayName as people call it: {@code pollLoop}, {@code Worker} (a constructor), {@code lambda in pollLoop}
 * @param file where it stands
 * @param span all of it, annotations and modifiers included
 * @param nameSpan its name; for a lambda its parameters and arrow
 * @param bodySpan from brace to brace, or the expression of a lambda; null if abstract
 * @param throwsInsertion empty span behind the parameter list or the last declared exception, where {@code throws X} or
 *     {@code , X} can be inserted; null for lambdas and initializers
 * @param modifiers of the declaration
 * @param annotations simple names, without {@code @}
 * @param parameters in order
 * @param variables all variables, the parameters first; a variable's id is its index
 * @param returnType erased binary name, or {@code void}, or {@code "?"}
 * @param declaredThrows binary names; for a lambda those of the functional interface's method, as far as known
 * @param blocks the entry first; empty if there is no body
 * @param enclosing the function that a lambda stands in (or that an anonymous or local class's methods stand in), or null
 * @param overrides methods of supertypes that it overrides or implements, as far as known
 * @param isOverridable whether a subclass may override it
 */
public record Function(
        MethodRef ref,
        Kind kind,
        String displayName,
        SourceFile file,
        Span span,
        Span nameSpan,
        @Nullable Span bodySpan,
        @Nullable Span throwsInsertion,
        Set<Modifier> modifiers,
        List<String> annotations,
        List<Variable> parameters,
        List<Variable> variables,
        String returnType,
        List<String> declaredThrows,
        List<Block> blocks,
        @Nullable MethodRef enclosing,
        List<MethodRef> overrides,
        boolean isOverridable) {

    public Function {
        annotations = List.copyOf(annotations);
        declaredThrows = List.copyOf(declaredThrows);
        overrides = List.copyOf(overrides);
    }

    /** What a function is. */
    public enum Kind {
        METHOD,
        CONSTRUCTOR,
        INSTANCE_INITIALIZER,
        STATIC_INITIALIZER,
        LAMBDA,
        COROUTINE
    }

    /** Modifiers that the engine cares for. */
    public enum Modifier {
        PUBLIC,
        PROTECTED,
        PRIVATE,
        STATIC,
        FINAL,
        ABSTRACT,
        SYNCHRONIZED,
        NATIVE,
        DEFAULT
    }

    public boolean hasBody() {
        return !blocks.isEmpty();
    }

    /** The body, if it is one that is read when it is first looked at; else null. */
    public @Nullable UnreadBody unread() {
        return blocks instanceof UnreadBody.View<Block> view ? view.body() : null;
    }

    /**
     * Whether it is certain, without reading the body, that it calls nothing, assigns nothing, and throws nothing: it returns
     * a value at most.
     */
    public boolean isInert() {
        UnreadBody unread = unread();
        return unread != null && unread.isInert();
    }

    /** Whether the body may contain a word; tells without reading it. */
    public boolean mayMention(String word) {
        UnreadBody unread = unread();
        return unread == null ? hasBody() : unread.mayContain(word);
    }

    /** Whether the body may contain one of some words; tells without reading it. */
    public boolean mayMentionAny(Words words) {
        UnreadBody unread = unread();
        return unread == null ? hasBody() : unread.mayContainAny(words);
    }

    /** The words one of which stands where it is called. */
    public Words wordsOfCalls() {
        String name = ref.name();
        if (ref.isConstructor()) {
            String owner = ref.owner();
            String simple = owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
            return Words.of(List.of(simple, Words.called("this"), Words.called("super")));
        } else if (name.equals("close")) {
            return Words.of(List.of(Words.called(name), "try")); // the end of a try calls it without a word
        }
        int number = name.indexOf('#');
        return Words.of(List.of(Words.called(number < 0 ? name : name.substring(0, number))));
    }

    public boolean isStatic() {
        return modifiers.contains(Modifier.STATIC);
    }

    public Block entry() {
        return blocks.get(0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return ref.hashCode();
    }

    @Override
    public String toString() {
        return ref.toString();
    }
}
