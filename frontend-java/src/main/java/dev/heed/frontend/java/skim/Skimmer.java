package dev.heed.frontend.java.skim;

import dev.heed.engine.source.Words;
import dev.heed.frontend.java.skim.SkimmedMember.Parameter;
import dev.heed.frontend.java.skim.SkimmedMember.Variable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the declarations of a file, and goes over the code in them. */
public final class Skimmer {
    private static final int DEEPEST = 100;
    private static final int SEALED = 1 << 21;
    private static final Map<String, Integer> MODIFIERS = Map.ofEntries(
            Map.entry("public", Modifier.PUBLIC),
            Map.entry("protected", Modifier.PROTECTED),
            Map.entry("private", Modifier.PRIVATE),
            Map.entry("static", Modifier.STATIC),
            Map.entry("final", Modifier.FINAL),
            Map.entry("abstract", Modifier.ABSTRACT),
            Map.entry("native", Modifier.NATIVE),
            Map.entry("synchronized", Modifier.SYNCHRONIZED),
            Map.entry("transient", Modifier.TRANSIENT),
            Map.entry("volatile", Modifier.VOLATILE),
            Map.entry("strictfp", Modifier.STRICT),
            Map.entry("default", SkimmedMember.DEFAULT),
            Map.entry("sealed", SEALED));

    private final String text;
    private final Tokens tokens;
    private final TypeTerms terms;
    private final CodeScan code;

    private Skimmer(String text) {
        this.text = text;
        this.tokens = new Tokens(text);
        this.terms = new TypeTerms(tokens);
        this.code = new CodeScan(tokens);
    }

    /** What a text declares; null if a skim cannot tell, or doubts that this is Java: the parser must look at all of it. */
    public static @Nullable SkimmedUnit skim(String text) {
        try {
            Skimmer skimmer = new Skimmer(text);
            SkimmedUnit unit = skimmer.unit();
            return skimmer.tokens.isStrange() || skimmer.code.isDoubtful() ? null : unit;
        } catch (StrangeTextException e) {
            return null;
        }
    }

    /** Modifiers and annotations, of what follows. */
    private record Head(int start, int modifiers, List<String> annotations) {}

    private SkimmedUnit unit() throws StrangeTextException {
        String packageName = "";
        List<SkimmedUnit.Import> imports = new ArrayList<>();
        List<SkimmedType> types = new ArrayList<>();
        int start = tokens.start();
        terms.skipAnnotations();
        if (terms.acceptWord("package")) {
            packageName = terms.qualifiedName();
            terms.expect(';');
        } else if (tokens.kind() != Tokens.END) {
            tokens.reset(start);
        }
        while (tokens.kind() != Tokens.END) {
            if (terms.accept(';')) {
                continue;
            } else if (terms.acceptWord("import")) {
                imports.add(importDeclaration());
                continue;
            }
            Head head = head();
            SkimmedType type = typeAfter(head, 0);
            if (type == null) {
                throw terms.strange();
            }
            types.add(type);
        }
        return new SkimmedUnit(packageName, imports, types, tokens.lines());
    }

    private SkimmedUnit.Import importDeclaration() throws StrangeTextException {
        boolean isStatic = terms.acceptWord("static");
        String name = terms.qualifiedName();
        if (name.equals("module") && tokens.kind() == Tokens.WORD) {
            String module = terms.qualifiedName();
            terms.expect(';');
            return new SkimmedUnit.Import(module, false, false, true);
        }
        boolean isAsterisk = terms.accept('*');
        terms.expect(';');
        return new SkimmedUnit.Import(name, isStatic, isAsterisk, false);
    }

    private Head head() throws StrangeTextException {
        int start = tokens.start();
        int modifiers = 0;
        List<String> annotations = new ArrayList<>(2);
        while (true) {
            if (tokens.kind() == '@') {
                int at = tokens.start();
                tokens.next();
                boolean isDeclaration = tokens.is("interface");
                tokens.reset(at);
                if (isDeclaration) {
                    break;
                }
                terms.annotations(annotations);
                continue;
            } else if (tokens.kind() != Tokens.WORD) {
                break;
            }
            Integer modifier = MODIFIERS.get(tokens.text());
            if (tokens.is("non")) {
                tokens.next();
                terms.expect('-');
                if (!terms.acceptWord("sealed")) {
                    throw terms.strange();
                }
            } else if (modifier == null || (modifier == SEALED && !isModifier())) {
                break;
            } else {
                modifiers |= modifier;
                tokens.next();
            }
        }
        return new Head(start, modifiers, annotations.isEmpty() ? List.of() : annotations);
    }

    /** Whether a word that is a modifier only in its place stands in that place. */
    private boolean isModifier() {
        int at = tokens.start();
        tokens.next();
        boolean followed = tokens.kind() == Tokens.WORD || tokens.kind() == '@';
        tokens.reset(at);
        return followed;
    }

    /** The declaration of a type, if there is one here; else null. */
    private @Nullable SkimmedType typeAfter(Head head, int depth) throws StrangeTextException {
        SkimmedType.Kind kind = null;
        if (terms.acceptWord("class")) {
            kind = SkimmedType.Kind.CLASS;
        } else if (terms.acceptWord("interface")) {
            kind = SkimmedType.Kind.INTERFACE;
        } else if (terms.acceptWord("enum")) {
            kind = SkimmedType.Kind.ENUM;
        } else if (tokens.kind() == '@') {
            tokens.next();
            if (!terms.acceptWord("interface")) {
                throw terms.strange();
            }
            kind = SkimmedType.Kind.ANNOTATION;
        } else if (tokens.kind() == Tokens.WORD && tokens.is("record") && isRecord()) {
            tokens.next();
            kind = SkimmedType.Kind.RECORD;
        }
        if (kind == null) {
            return null;
        } else if (depth > DEEPEST) {
            throw terms.strange();
        }
        return type(head, kind, depth);
    }

    private boolean isRecord() {
        int at = tokens.start();
        tokens.next();
        boolean named = tokens.kind() == Tokens.WORD;
        tokens.next();
        boolean isRecord = named && (tokens.kind() == '(' || tokens.kind() == '<');
        tokens.reset(at);
        return isRecord;
    }

    private SkimmedType type(Head head, SkimmedType.Kind kind, int depth) throws StrangeTextException {
        int nameStart = tokens.start();
        String name = terms.name();
        List<String> typeParameters = terms.typeParameters();
        List<Parameter> components = kind == SkimmedType.Kind.RECORD ? terms.parameters() : List.of();
        String superclass = null;
        List<String> interfaces = List.of();
        while (tokens.kind() == Tokens.WORD) {
            if (terms.acceptWord("extends")) {
                List<String> extended = terms.types();
                if (kind == SkimmedType.Kind.INTERFACE) {
                    interfaces = extended;
                } else {
                    superclass = extended.get(0);
                }
            } else if (terms.acceptWord("implements")) {
                interfaces = terms.types();
            } else if (terms.acceptWord("permits")) {
                terms.types();
            } else {
                throw terms.strange();
            }
        }
        int bodyStart = tokens.start();
        int membersStart = tokens.end();
        terms.expect('{');
        List<SkimmedType.Constant> constants = List.of();
        if (kind == SkimmedType.Kind.ENUM) {
            constants = constants();
            membersStart = tokens.kind() == ';' ? tokens.end() : tokens.start();
        }
        List<SkimmedMember> members = members(name, kind, depth);
        int end = tokens.end();
        terms.expect('}');
        return new SkimmedType(
                kind,
                name,
                head.modifiers(),
                head.start(),
                nameStart,
                bodyStart,
                membersStart,
                end,
                typeParameters,
                superclass,
                interfaces,
                components,
                constants,
                members);
    }

    private List<SkimmedType.Constant> constants() throws StrangeTextException {
        List<SkimmedType.Constant> found = new ArrayList<>();
        while (tokens.kind() != ';' && tokens.kind() != '}') {
            int start = tokens.start();
            terms.skipAnnotations();
            String name = terms.name();
            boolean hasArguments = false;
            boolean hasBody = false;
            if (tokens.kind() == '(') {
                int at = tokens.end();
                code.body();
                hasArguments = !text.substring(at, tokens.lastEnd() - 1).isBlank();
            }
            if (tokens.kind() == '{') {
                code.body();
                hasBody = true;
            }
            found.add(new SkimmedType.Constant(
                    name,
                    start,
                    tokens.lastEnd(),
                    hasBody,
                    hasArguments || hasBody,
                    code.words(),
                    code.declaresTypes() || hasBody));
            if (!terms.accept(',') && tokens.kind() != ';' && tokens.kind() != '}') {
                throw terms.strange();
            }
        }
        return found;
    }

    private List<SkimmedMember> members(String typeName, SkimmedType.Kind kind, int depth) throws StrangeTextException {
        List<SkimmedMember> members = new ArrayList<>();
        while (tokens.kind() != '}') {
            if (!terms.accept(';')) {
                members.add(member(typeName, kind, depth));
            }
        }
        return members;
    }

    private SkimmedMember member(String typeName, SkimmedType.Kind kind, int depth) throws StrangeTextException {
        Head head = head();
        if (tokens.kind() == '{') {
            int bodyStart = tokens.start();
            code.body();
            return new Parts(head, SkimmedMember.Kind.INITIALIZER, "")
                    .body(bodyStart)
                    .build();
        }
        SkimmedType nested = typeAfter(head, depth + 1);
        if (nested != null) {
            Parts parts = new Parts(head, SkimmedMember.Kind.TYPE, nested.name());
            parts.type = nested;
            return parts.build();
        }
        List<String> typeParameters = terms.typeParameters();
        terms.skipAnnotations();
        int nameStart = tokens.start();
        if (tokens.kind() == Tokens.WORD && tokens.is(typeName)) {
            tokens.next();
            if (tokens.kind() == '(') {
                Parts parts = new Parts(head, SkimmedMember.Kind.CONSTRUCTOR, typeName);
                parts.typeParameters = typeParameters;
                return callable(parts, nameStart, "void");
            } else if (tokens.kind() == '{' && kind == SkimmedType.Kind.RECORD) {
                Parts parts = new Parts(head, SkimmedMember.Kind.COMPACT_CONSTRUCTOR, typeName);
                parts.nameStart = nameStart;
                int bodyStart = tokens.start();
                code.body();
                return parts.body(bodyStart).build();
            }
            tokens.reset(nameStart);
        }
        String type = terms.type();
        nameStart = tokens.start();
        String name = terms.name();
        if (tokens.kind() == '(') {
            boolean isElement = kind == SkimmedType.Kind.ANNOTATION;
            Parts parts = new Parts(head, isElement ? SkimmedMember.Kind.ELEMENT : SkimmedMember.Kind.METHOD, name);
            parts.typeParameters = typeParameters;
            return callable(parts, nameStart, type);
        }
        return field(head, type, name, nameStart);
    }

    private SkimmedMember callable(Parts parts, int nameStart, String returnType) throws StrangeTextException {
        parts.nameStart = nameStart;
        parts.returnType = returnType;
        parts.parameters = terms.parameters();
        parts.throwsEnd = tokens.lastEnd();
        if (tokens.kind() == '[' || tokens.kind() == '@') {
            throw terms.strange(); // brackets behind the parameters
        }
        if (terms.acceptWord("throws")) {
            parts.thrown = terms.types();
            parts.throwsEnd = tokens.lastEnd();
        }
        if (tokens.kind() == '{') {
            int bodyStart = tokens.start();
            code.body();
            return parts.body(bodyStart).build();
        }
        if (terms.acceptWord("default")) {
            code.value();
            while (tokens.kind() != ';') {
                code.step((char) 0);
            }
            code.end();
            code.words();
            code.declaresTypes();
        }
        terms.expect(';');
        return parts.build();
    }

    private SkimmedMember field(Head head, String type, String firstName, int firstStart) throws StrangeTextException {
        Parts parts = new Parts(head, SkimmedMember.Kind.FIELD, firstName);
        List<Variable> variables = new ArrayList<>(1);
        String name = firstName;
        int start = firstStart;
        boolean isMore = true;
        while (isMore) {
            StringBuilder whole = new StringBuilder(type);
            terms.dimensions(whole);
            int valueStart = -1;
            if (terms.accept('=')) {
                valueStart = tokens.start();
                value();
            }
            variables.add(new Variable(
                    name,
                    terms.intern(whole.toString()),
                    start,
                    tokens.lastEnd(),
                    valueStart,
                    valueStart < 0 ? -1 : tokens.lastEnd()));
            isMore = terms.accept(',');
            if (isMore) {
                start = tokens.start();
                name = terms.name();
            }
        }
        terms.expect(';');
        parts.variables = variables;
        return parts.code().build();
    }

    /** An initializer up to its comma or semicolon. A comma between type arguments is told by what follows. */
    private void value() throws StrangeTextException {
        char previous = 0;
        boolean hasAngles = false;
        code.value();
        while (tokens.kind() != ';') {
            if (tokens.kind() == ',') {
                if (!hasAngles || isNextVariable()) {
                    break;
                }
                code.step(previous);
                continue;
            }
            hasAngles |= tokens.kind() == '<';
            char kind = tokens.kind();
            code.step(previous);
            previous = kind;
        }
        code.end();
    }

    /** Whether a comma is followed by the name of a variable and its value, or the end. */
    private boolean isNextVariable() throws StrangeTextException {
        int at = tokens.start();
        tokens.next();
        boolean isName = tokens.kind() == Tokens.WORD;
        tokens.next();
        char then = tokens.kind();
        tokens.reset(at);
        if (isName && (then == ',' || then == '[')) {
            throw terms.strange(); // both a list of types and of variables look so
        }
        return isName && (then == '=' || then == ';');
    }

    /** What a member is made of, as far as it has been read. */
    private final class Parts {
        private final Head head;
        private final SkimmedMember.Kind kind;
        private final String name;
        private int nameStart = -1;
        private int throwsEnd = -1;
        private int bodyStart = -1;
        private List<String> typeParameters = List.of();
        private List<Parameter> parameters = List.of();
        private String returnType = "";
        private List<String> thrown = List.of();
        private List<Variable> variables = List.of();
        private Words words = Words.NONE;
        private boolean declaresTypes;
        private @Nullable SkimmedType type;

        Parts(Head head, SkimmedMember.Kind kind, String name) {
            this.head = head;
            this.kind = kind;
            this.name = name;
        }

        /** The code that was gone over last belongs to this member. */
        Parts code() {
            words = code.words();
            declaresTypes = code.declaresTypes();
            return this;
        }

        Parts body(int start) {
            bodyStart = start;
            return code();
        }

        SkimmedMember build() {
            return new SkimmedMember(
                    kind,
                    name,
                    head.modifiers(),
                    head.annotations(),
                    head.start(),
                    nameStart,
                    throwsEnd,
                    bodyStart,
                    tokens.lastEnd(),
                    typeParameters,
                    parameters,
                    returnType,
                    thrown,
                    variables,
                    words,
                    declaresTypes,
                    type);
        }
    }
}
