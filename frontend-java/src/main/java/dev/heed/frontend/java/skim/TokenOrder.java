package dev.heed.frontend.java.skim;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the tokens of code can follow each other. What it doubts need not be wrong, nor what it lets pass be right:
 * code in doubt is shown to the parser, even if nobody else asks for it. It is there so that a file with a broken body does
 * not pass for one that was read.
 */
final class TokenOrder {
    private static final int NONE = 0;
    private static final int NAME = 1;
    /** A word that is a keyword only in its place; anything may follow it. */
    private static final int RESTRICTED = 2;

    private static final int ANNOTATION = 3;
    private static final int PRIMITIVE = 4;
    private static final int LITERAL = 5;
    private static final int THIS = 6;
    /** {@code if} and others, behind which a parenthesis must come. */
    private static final int CONDITIONED = 7;

    private static final int SYNCHRONIZED = 8;
    private static final int TRY = 9;
    private static final int FINALLY = 10;
    /** {@code do} and {@code else}, behind which a statement must come. */
    private static final int CONTINUED = 11;

    private static final int RETURN = 12;
    /** {@code throw}, {@code assert}, and {@code case}, behind which an expression must come. */
    private static final int THROW = 13;
    /** {@code break} and {@code continue}. */
    private static final int JUMP = 14;

    private static final int DEFAULT = 15;
    private static final int NEW = 16;
    private static final int INSTANCEOF = 17;
    private static final int MODIFIER = 18;
    private static final int CLASS = 19;
    private static final int EXTENDS = 20;
    private static final int SWITCH = 21;
    private static final int CATCH = 22;
    private static final int OPEN = 23;
    private static final int CLOSE = 24;
    private static final int OPEN_INDEX = 25;
    private static final int CLOSE_INDEX = 26;
    private static final int OPEN_BRACE = 27;
    private static final int CLOSE_BRACE = 28;
    private static final int SEMICOLON = 29;
    private static final int COMMA = 30;
    private static final int DOT = 31;
    private static final int COLON = 32;
    private static final int QUESTION = 33;
    private static final int AT = 34;
    private static final int SIGN = 35;
    /** An operator between two operands. */
    private static final int BINARY = 36;

    private static final int NOT = 37;
    private static final int LESS = 38;
    private static final int GREATER = 39;
    /** A name behind a type. */
    private static final int DECLARED = 40;

    private static final int KINDS = 41;

    /** Behind these no declaration begins. */
    private static final long EXPRESSION_FOLLOWS = set(RETURN, BINARY, SIGN, NOT, QUESTION);

    private static final Map<String, Integer> KEYWORDS = new HashMap<>();
    /** The keywords by their hashes, for a look-up without a string; other words may have the same hash. */
    private static final @Nullable String[] WORD_OF_SLOT = new String[512];

    private static final byte[] KIND_OF_SLOT = new byte[512];
    /** By kind, the kinds that cannot follow it. */
    private static final long[] FORBIDDEN = new long[KINDS];

    static {
        words(PRIMITIVE, "boolean byte char short int long float double void");
        words(LITERAL, "true false null");
        words(THIS, "this super");
        words(CONDITIONED, "if while for");
        words(SWITCH, "switch");
        words(CATCH, "catch");
        words(SYNCHRONIZED, "synchronized");
        words(TRY, "try");
        words(FINALLY, "finally");
        words(CONTINUED, "do else");
        words(RETURN, "return");
        words(THROW, "throw assert case");
        words(JUMP, "break continue");
        words(DEFAULT, "default");
        words(NEW, "new");
        words(INSTANCEOF, "instanceof");
        words(MODIFIER, "public protected private static final abstract native transient volatile strictfp");
        words(CLASS, "class interface enum");
        words(EXTENDS, "extends implements throws");
        words(RESTRICTED, "yield when record sealed non permits var");
        KEYWORDS.forEach((word, kind) -> {
            int slot = slot(word.hashCode());
            WORD_OF_SLOT[slot] = word;
            KIND_OF_SLOT[slot] = kind.byteValue();
        });

        long statements = set(CONDITIONED, TRY, FINALLY, CONTINUED, RETURN, THROW, JUMP, CATCH, SYNCHRONIZED);
        long keywords = statements | set(DEFAULT, NEW, MODIFIER, CLASS, SWITCH);
        long closing = set(CLOSE, CLOSE_INDEX, CLOSE_BRACE, SEMICOLON, COMMA);
        long operand = set(NAME, RESTRICTED, ANNOTATION, PRIMITIVE, LITERAL, THIS, DECLARED);
        FORBIDDEN[NAME] = statements | set(LITERAL, THIS, NEW, SWITCH, CLASS, MODIFIER);
        FORBIDDEN[DECLARED] = FORBIDDEN[NAME] | set(NAME, DECLARED, DOT, PRIMITIVE);
        FORBIDDEN[PRIMITIVE] =
                ~set(NAME, RESTRICTED, DECLARED, DOT, OPEN_INDEX, CLOSE, AT, COLON, GREATER, COMMA, BINARY);
        FORBIDDEN[LITERAL] = keywords | operand | set(OPEN, OPEN_BRACE, OPEN_INDEX, AT);
        FORBIDDEN[THIS] = keywords | (operand & ~set(RESTRICTED)) | set(OPEN_BRACE, OPEN_INDEX, AT);
        FORBIDDEN[CONDITIONED] = ~set(OPEN);
        FORBIDDEN[SWITCH] = ~set(OPEN);
        FORBIDDEN[CATCH] = ~set(OPEN);
        FORBIDDEN[SYNCHRONIZED] = closing | statements | set(DOT, COLON, QUESTION, BINARY, SIGN, LITERAL, THIS, NEW);
        FORBIDDEN[TRY] = ~set(OPEN, OPEN_BRACE);
        FORBIDDEN[FINALLY] = ~set(OPEN_BRACE);
        FORBIDDEN[CONTINUED] = (closing & ~set(SEMICOLON)) | set(DOT, COLON, QUESTION, BINARY, EXTENDS, CATCH, FINALLY);
        FORBIDDEN[RETURN] = (closing & ~set(SEMICOLON)) | statements | set(COLON, QUESTION, BINARY, OPEN_BRACE);
        FORBIDDEN[THROW] = closing | statements | set(COLON, QUESTION, BINARY, OPEN_BRACE);
        FORBIDDEN[JUMP] = ~set(SEMICOLON, NAME, RESTRICTED, DECLARED);
        FORBIDDEN[NEW] = ~set(NAME, RESTRICTED, PRIMITIVE, AT, LESS, DECLARED);
        FORBIDDEN[INSTANCEOF] = ~set(NAME, RESTRICTED, PRIMITIVE, AT, MODIFIER, DECLARED);
        FORBIDDEN[CLASS] = keywords & ~set(MODIFIER);
        FORBIDDEN[EXTENDS] = ~set(NAME, RESTRICTED, AT, DECLARED, PRIMITIVE, DOT, COLON);
        long noOperand = statements | set(DEFAULT, EXTENDS, BINARY, GREATER, COLON);
        FORBIDDEN[OPEN] = noOperand | set(COMMA, CLOSE_INDEX, CLOSE_BRACE, QUESTION);
        FORBIDDEN[OPEN_INDEX] = noOperand | set(COMMA, SEMICOLON, CLOSE, CLOSE_BRACE, QUESTION);
        FORBIDDEN[CLOSE_INDEX] = statements | set(OPEN, LITERAL, NEW, THIS, SWITCH);
        FORBIDDEN[OPEN_BRACE] = set(CLOSE, CLOSE_INDEX, BINARY, GREATER, COLON, QUESTION, EXTENDS, CATCH, FINALLY);
        FORBIDDEN[SEMICOLON] =
                set(COMMA, CLOSE_INDEX, BINARY, GREATER, COLON, QUESTION, EXTENDS, CATCH, FINALLY, INSTANCEOF);
        FORBIDDEN[COMMA] = (noOperand & ~set(DEFAULT)) | set(CLOSE, CLOSE_INDEX, SEMICOLON, COMMA);
        FORBIDDEN[DOT] = ~set(NAME, RESTRICTED, ANNOTATION, DECLARED, THIS, NEW, LESS, DOT, AT, LITERAL);
        FORBIDDEN[COLON] = set(CLOSE, CLOSE_INDEX, COMMA, BINARY, GREATER, EXTENDS, CATCH, FINALLY, INSTANCEOF);
        FORBIDDEN[QUESTION] = statements | set(CLOSE, CLOSE_INDEX, CLOSE_BRACE, SEMICOLON, COLON);
        FORBIDDEN[AT] = ~set(NAME, RESTRICTED, DECLARED, ANNOTATION, CLASS);
        FORBIDDEN[SIGN] = statements | set(EXTENDS, DEFAULT, COLON, QUESTION) | closing | set(CLOSE_BRACE);
        FORBIDDEN[BINARY] = statements | closing | set(EXTENDS, DEFAULT, COLON, QUESTION);
        FORBIDDEN[NOT] = FORBIDDEN[BINARY];
        FORBIDDEN[LESS] = statements | closing | set(EXTENDS, DEFAULT, COLON);
        FORBIDDEN[GREATER] = (statements & ~set(THROW)) | set(CLOSE_INDEX, CLOSE_BRACE);
        FORBIDDEN[CLOSE] = set(CATCH, FINALLY);
    }

    private final Tokens tokens;
    /** The brackets that are open; whether one is that of a block or class, in which only statements and members end. */
    private final StringBuilder open = new StringBuilder();

    private final BitSet blocks = new BitSet();
    private int previous;
    private int beforePrevious;
    private char previousChar;
    private char lastBinary;
    private int dots;
    private boolean isDoubtful;

    TokenOrder(Tokens tokens) {
        this.tokens = tokens;
    }

    private static void words(int kind, String words) {
        for (String word : words.split(" ", -1)) {
            KEYWORDS.put(word, kind);
        }
    }

    private static long set(int... kinds) {
        long set = 0;
        for (int kind : kinds) {
            set |= 1L << kind;
        }
        return set;
    }

    /** Where a hash stands in the table, or would stand. */
    private static int slot(int hash) {
        int slot = (hash ^ (hash >>> 9)) & (WORD_OF_SLOT.length - 1);
        String word = WORD_OF_SLOT[slot];
        while (word != null && word.hashCode() != hash) {
            slot = (slot + 1) & (WORD_OF_SLOT.length - 1);
            word = WORD_OF_SLOT[slot];
        }
        return slot;
    }

    /** Whether something was met that cannot be. */
    boolean isDoubtful() {
        return isDoubtful;
    }

    /** A body begins. */
    void body() {
        begin(NONE);
    }

    /** A value begins, behind its {@code =} or the like. */
    void value() {
        begin(BINARY);
    }

    private void begin(int before) {
        open.setLength(0);
        previous = before;
        beforePrevious = NONE;
        previousChar = 0;
        dots = 0;
    }

    /**
     * Takes the next token.
     *
     * @param hash of a word; else of no meaning
     */
    void next(int hash) {
        char c = tokens.kind();
        int kind = kind(c, hash);
        boolean isPostfix = previous == SIGN && beforePrevious == SIGN;
        if ((FORBIDDEN[previous] >>> kind & 1) != 0 && !isPostfix) {
            isDoubtful = true;
        }
        isDoubtful |= previous == BINARY && previousChar != 0 && kind == BINARY && !isOperator(c);
        isDoubtful |= previous == DOT && kind != DOT && dots == 2;
        dots = kind == DOT ? dots + 1 : 0;
        previousChar = c;
        lastBinary = kind == BINARY ? c : lastBinary;
        switch (kind) {
            case CATCH, FINALLY -> isDoubtful |= previous != CLOSE_BRACE;
            case OPEN, OPEN_INDEX, OPEN_BRACE -> {
                blocks.set(open.length(), kind == OPEN_BRACE && opensBlock());
                open.append(c);
            }
            case SEMICOLON -> isDoubtful |= !mayHoldSemicolon();
            case CLOSE -> close('(');
            case CLOSE_INDEX -> close('[');
            case CLOSE_BRACE -> {
                close('{');
                isDoubtful |= blocks.get(open.length())
                        && (set(SEMICOLON, OPEN_BRACE, CLOSE_BRACE, COLON) >>> previous & 1) == 0;
            }
            default -> {
                // nothing opens or closes
            }
        }
        beforePrevious = isPostfix && kind == SIGN ? NONE : previous;
        previous = kind;
    }

    /** Whether a character makes one operator with the one before. */
    private boolean isOperator(char c) {
        return tokens.start() == tokens.lastEnd() && (c == '=' || (c == previousChar && (c == '&' || c == '|')));
    }

    private int kind(char c, int hash) {
        return switch (c) {
            case Tokens.WORD -> word(hash);
            case Tokens.NUMBER, Tokens.LITERAL -> LITERAL;
            case '(' -> OPEN;
            case ')' -> CLOSE;
            case '[' -> OPEN_INDEX;
            case ']' -> CLOSE_INDEX;
            case '{' -> OPEN_BRACE;
            case '}' -> CLOSE_BRACE;
            case ';' -> SEMICOLON;
            case ',' -> COMMA;
            case '.' -> DOT;
            case ':' -> COLON;
            case '?' -> QUESTION;
            case '@' -> AT;
            case '+', '-' -> SIGN;
            case '!', '~' -> NOT;
            case '<' -> LESS;
            case '>' -> GREATER;
            case '*', '/', '%', '^', '=', '|', '&' -> BINARY;
            default -> NONE;
        };
    }

    private int word(int hash) {
        int slot = slot(hash);
        String keyword = WORD_OF_SLOT[slot];
        if (keyword != null && tokens.is(keyword)) {
            return keyword(KIND_OF_SLOT[slot]);
        } else if (previous == AT || (previous == DOT && beforePrevious == ANNOTATION)) {
            return ANNOTATION;
        }
        if (previous != NAME && previous != PRIMITIVE) {
            return NAME;
        }
        // But for the variable of a clause that catches several types.
        isDoubtful |=
                (EXPRESSION_FOLLOWS >>> beforePrevious & 1) != 0 && !(beforePrevious == BINARY && lastBinary == '|');
        return DECLARED;
    }

    /** What a keyword is in its place. */
    private int keyword(int kind) {
        return switch (kind) {
            case CLASS -> previous == DOT ? LITERAL : CLASS;
            case NEW -> previous == COLON && beforePrevious == COLON ? LITERAL : NEW;
            case THIS -> previous == QUESTION && tokens.is("super") ? EXTENDS : THIS;
            default -> kind;
        };
    }

    private boolean opensBlock() {
        return switch (previous) {
            case BINARY, COMMA, OPEN, CLOSE_INDEX, DEFAULT -> false;
            case OPEN_BRACE -> !open.isEmpty() && blocks.get(open.length() - 1);
            default -> true;
        };
    }

    /** A parenthesis may, that of a loop. */
    private boolean mayHoldSemicolon() {
        int top = open.length() - 1;
        return top < 0 || open.charAt(top) == '(' || (open.charAt(top) == '{' && blocks.get(top));
    }

    private void close(char bracket) {
        int top = open.length() - 1;
        if (top < 0 || open.charAt(top) != bracket) {
            isDoubtful = true;
        } else {
            open.setLength(top);
        }
    }
}
