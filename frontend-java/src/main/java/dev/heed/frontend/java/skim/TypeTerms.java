package dev.heed.frontend.java.skim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads types, as text without annotations and blanks, and what stands around them in declarations. */
final class TypeTerms {
    private static final int DEEPEST = 100;
    private static final Set<String> NO_TYPES = Set.of(
            "class",
            "interface",
            "enum",
            "if",
            "for",
            "while",
            "return",
            "try",
            "new",
            "else",
            "do",
            "switch",
            "throw");

    private final Tokens tokens;
    private int depth;

    TypeTerms(Tokens tokens) {
        this.tokens = tokens;
    }

    /** One object for equal texts. */
    String intern(String text) {
        return SharedNames.of(text);
    }

    StrangeTextException strange() {
        return new StrangeTextException(tokens.start());
    }

    void expect(char kind) throws StrangeTextException {
        if (tokens.kind() != kind) {
            throw strange();
        }
        tokens.next();
    }

    boolean accept(char kind) {
        if (tokens.kind() == kind) {
            tokens.next();
            return true;
        }
        return false;
    }

    boolean acceptWord(String word) {
        if (tokens.kind() == Tokens.WORD && tokens.is(word)) {
            tokens.next();
            return true;
        }
        return false;
    }

    String name() throws StrangeTextException {
        if (tokens.kind() != Tokens.WORD) {
            throw strange();
        }
        String name = intern(tokens.text());
        tokens.next();
        return name;
    }

    String qualifiedName() throws StrangeTextException {
        StringBuilder text = new StringBuilder(name());
        while (tokens.kind() == '.') {
            tokens.next();
            if (tokens.kind() == '*') {
                break;
            }
            text.append('.').append(name());
        }
        return intern(text.toString());
    }

    /** Goes behind annotations; adds their simple names. */
    void annotations(List<String> found) throws StrangeTextException {
        while (tokens.kind() == '@') {
            tokens.next();
            String name = qualifiedName();
            found.add(intern(name.substring(name.lastIndexOf('.') + 1)));
            if (tokens.kind() == '(') {
                skipBrackets();
            }
        }
    }

    void skipAnnotations() throws StrangeTextException {
        if (tokens.kind() == '@') {
            annotations(new ArrayList<>());
        }
    }

    /** Goes behind the bracket that closes the one here. */
    void skipBrackets() throws StrangeTextException {
        int open = 0;
        do {
            switch (tokens.kind()) {
                case '(', '[', '{' -> open++;
                case ')', ']', '}' -> open--;
                case Tokens.END -> throw strange();
                default -> {
                    // what the brackets hold
                }
            }
            tokens.next();
        } while (open > 0);
    }

    String type() throws StrangeTextException {
        StringBuilder text = new StringBuilder();
        append(text);
        return intern(text.toString());
    }

    List<String> types() throws StrangeTextException {
        List<String> found = new ArrayList<>(2);
        do {
            found.add(type());
        } while (accept(','));
        return found;
    }

    private void append(StringBuilder text) throws StrangeTextException {
        if (++depth > DEEPEST) {
            throw strange();
        }
        skipAnnotations();
        String first = name();
        if (NO_TYPES.contains(first)) {
            throw strange();
        }
        text.append(first);
        arguments(text);
        while (tokens.kind() == '.') {
            tokens.next();
            if (tokens.kind() == '.') {
                // the dots of a parameter with variable arity
                tokens.reset(tokens.lastEnd() - 1);
                break;
            }
            skipAnnotations();
            text.append('.').append(name());
            arguments(text);
        }
        dimensions(text);
        depth--;
    }

    private void arguments(StringBuilder text) throws StrangeTextException {
        if (tokens.kind() != '<') {
            return;
        }
        tokens.next();
        text.append('<');
        do {
            skipAnnotations();
            if (accept('?')) {
                if (acceptWord("extends")) {
                    text.append('+');
                    append(text);
                } else if (acceptWord("super")) {
                    text.append('-');
                    append(text);
                } else {
                    text.append('?');
                }
            } else {
                append(text);
            }
            if (tokens.kind() == ',') {
                text.append(',');
            }
        } while (accept(','));
        expect('>');
        text.append('>');
    }

    /** Brackets of arrays. */
    void dimensions(StringBuilder text) throws StrangeTextException {
        while (tokens.kind() == '[' || tokens.kind() == '@') {
            skipAnnotations();
            if (tokens.kind() == '.') {
                return; // the annotation of a parameter with variable arity
            }
            expect('[');
            expect(']');
            text.append("[]");
        }
    }

    /** In angle brackets, each a name, perhaps followed by a colon and bounds with {@code &} between them. */
    List<String> typeParameters() throws StrangeTextException {
        if (tokens.kind() != '<') {
            return List.of();
        }
        tokens.next();
        List<String> found = new ArrayList<>(2);
        do {
            skipAnnotations();
            StringBuilder text = new StringBuilder(name());
            if (acceptWord("extends")) {
                char separator = ':';
                do {
                    text.append(separator);
                    append(text);
                    separator = '&';
                } while (accept('&'));
            }
            found.add(intern(text.toString()));
        } while (accept(','));
        expect('>');
        return found;
    }

    /** In parentheses; the receiver is left out. */
    List<SkimmedMember.Parameter> parameters() throws StrangeTextException {
        expect('(');
        List<SkimmedMember.Parameter> found = new ArrayList<>(4);
        if (accept(')')) {
            return found;
        }
        do {
            int start = tokens.start();
            skipAnnotations();
            while (acceptWord("final")) {
                skipAnnotations();
            }
            StringBuilder type = new StringBuilder();
            append(type);
            skipAnnotations();
            boolean isVarArgs = false;
            if (tokens.kind() == '.') {
                expect('.');
                expect('.');
                expect('.');
                isVarArgs = true;
            }
            if (acceptWord("this")) {
                continue;
            }
            String name = name();
            dimensions(type);
            if (isVarArgs) {
                type.append("[]");
            }
            found.add(new SkimmedMember.Parameter(name, intern(type.toString()), isVarArgs, start, tokens.lastEnd()));
        } while (accept(','));
        expect(')');
        return found;
    }
}
