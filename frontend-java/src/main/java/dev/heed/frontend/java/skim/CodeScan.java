package dev.heed.frontend.java.skim;

import dev.heed.engine.source.Words;
import java.util.BitSet;

/** Goes over code, from bracket to bracket: collects its words, and finds out whether it declares types. */
final class CodeScan {
    private static final int CLASS = "class".hashCode();
    private static final int INTERFACE = "interface".hashCode();
    private static final int ENUM = "enum".hashCode();
    private static final int RECORD = "record".hashCode();
    private static final int NEW = "new".hashCode();

    /** Counted as words: references to methods, lambdas, calls and the like, and assignments. */
    private static final int REFERENCE = "::".hashCode();

    private static final int GENERIC_REFERENCE = Words.GENERIC_REFERENCE.hashCode();
    private static final int CHANGE = Words.CHANGE.hashCode();

    private static final int ARROW = "->".hashCode();
    private static final int PARENTHESIS = "(".hashCode();
    private static final int ASSIGNMENT = "=".hashCode();

    private final Tokens tokens;
    private final Words.Builder words = new Words.Builder();
    private final BitSet creates = new BitSet();
    private boolean declaresTypes;
    private final TokenOrder order;
    private boolean afterNew;
    private int angles;
    /** The hash of the word right before the token here; 0 if that is no word. */
    private int lastWord;

    private boolean afterReference;

    CodeScan(Tokens tokens) {
        this.tokens = tokens;
        this.order = new TokenOrder(tokens);
    }

    /** Whether the code that was gone over has something in it that cannot be Java. */
    boolean isDoubtful() {
        return order.isDoubtful();
    }

    /** Goes over a body, behind the brace that closes it. */
    void body() throws StrangeTextException {
        order.body();
        brackets();
    }

    /** Begins with a value, of which the steps follow. */
    void value() {
        order.value();
    }

    /** Whether the code since {@link #words} was called declares a type; forgets it. */
    boolean declaresTypes() {
        boolean result = declaresTypes;
        declaresTypes = false;
        return result;
    }

    /** The words since this was called; forgets them. */
    Words words() {
        return words.build();
    }

    /** The value is over; the token behind it stays. */
    void end() {
        order.next(0);
    }

    /** Goes behind the bracket that closes the one here. */
    private void brackets() throws StrangeTextException {
        int depth = 0;
        afterNew = false;
        angles = 0;
        char previous = 0;
        // 1 behind the word record, 2 behind a word behind that
        int record = 0;
        do {
            char kind = tokens.kind();
            boolean wasCreation = false;
            if (kind != Tokens.WORD) {
                order.next(0);
            }
            declaresTypes |= record == 2 && (kind == '(' || kind == '<');
            record = kind != Tokens.WORD || record == 2 ? 0 : record + 1;
            switch (kind) {
                case Tokens.WORD -> {
                    int hash = word(previous);
                    order.next(hash);
                    record = record == 1 && hash != RECORD ? 0 : record;
                }
                case '=' -> operator(previous);
                case '(' -> {
                    parenthesis();
                    creates.set(depth++, afterNew && angles == 0);
                    afterNew = false;
                }
                case '[', '{' -> {
                    if (angles == 0) {
                        afterNew = false;
                    }
                    creates.clear(depth++);
                }
                case ')', ']', '}' -> {
                    depth--;
                    wasCreation = kind == ')' && creates.get(depth);
                }
                case '<' -> {
                    angles += afterNew ? 1 : 0;
                    angle(previous);
                }
                case '>' -> {
                    angle(previous);
                    operator(previous);
                }
                case ':', '+', '-' -> operator(previous);
                case ';' -> afterNew = false;
                case Tokens.END -> throw new StrangeTextException(tokens.start());
                default -> {
                    // operators and literals
                }
            }
            if (kind != Tokens.WORD) {
                lastWord = 0;
                afterReference &= kind == ':';
            }
            previous = kind;
            tokens.next();
            if (wasCreation && tokens.kind() == '{') {
                declaresTypes = true;
            }
        } while (depth > 0);
        angles = 0;
    }

    /** One token of an expression, or all between its brackets. */
    void step(char previous) throws StrangeTextException {
        switch (tokens.kind()) {
            case '(', '[', '{' -> bracketsInExpression();
            case Tokens.END, ')', ']', '}' -> throw new StrangeTextException(tokens.start());
            default -> {
                if (tokens.kind() == Tokens.WORD) {
                    order.next(word(previous));
                } else {
                    order.next(0);
                    if (tokens.kind() == '<' && afterNew) {
                        angles++;
                    } else {
                        operator(previous);
                    }
                    angle(previous);
                    lastWord = 0;
                    afterReference &= tokens.kind() == ':';
                }
                tokens.next();
            }
        }
    }

    private void bracketsInExpression() throws StrangeTextException {
        boolean isCreation = tokens.kind() == '(' && afterNew && angles == 0;
        boolean wasNew = afterNew && tokens.kind() == '[' && angles > 0;
        int around = angles;
        brackets();
        afterNew = wasNew;
        angles = wasNew ? around : 0;
        if (isCreation && tokens.kind() == '{') {
            declaresTypes = true;
        }
    }

    private void parenthesis() {
        words.add(PARENTHESIS);
        if (lastWord != 0) {
            words.add(Words.followed(lastWord, '('));
        }
    }

    /** At a token that may be an angle bracket. */
    private void angle(char previous) {
        char kind = tokens.kind();
        if (kind == '<' && afterReference) {
            words.add(GENERIC_REFERENCE);
        } else if ((kind == '<' || kind == '>') && kind == previous && tokens.isFollowedBy('=')) {
            words.add(CHANGE);
        }
    }

    private void operator(char previous) {
        if (tokens.kind() == '>') {
            angles -= afterNew && angles > 0 ? 1 : 0;
            if (previous == '-') {
                words.add(ARROW);
            }
        } else if (tokens.kind() == '=') {
            if ("=<>!".indexOf(previous) < 0 && !tokens.isFollowedBy('=')) {
                words.add(ASSIGNMENT);
                words.add(lastWord == 0 ? CHANGE : Words.followed(lastWord, '='));
            }
        } else if ((tokens.kind() == '+' || tokens.kind() == '-') && tokens.kind() == previous) {
            words.add(CHANGE);
        } else if (tokens.kind() == ':' && previous == ':') {
            words.add(REFERENCE);
            afterReference = true;
        }
    }

    private int word(char previous) throws StrangeTextException {
        int hash = tokens.hash();
        words.add(hash);
        lastWord = hash;
        if (afterReference) {
            words.add(Words.behindReference(hash, tokens.end() - tokens.start()));
            afterReference = false;
        }
        if (hash == NEW) {
            afterNew = true;
            angles = 0;
        } else if (hash == ENUM) {
            throw new StrangeTextException(tokens.start()); // the parser does not know those in code
        } else if ((hash == CLASS && previous != '.') || hash == INTERFACE) {
            declaresTypes = true;
        }
        return hash;
    }
}
