package dev.heed.frontend.java;

import com.github.javaparser.DirectParser;
import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParseStart;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Problem;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.VarType;
import dev.heed.engine.bound.WorkerThread;
import dev.heed.frontend.java.Recovery.Attempt;
import java.util.ArrayList;
import java.util.List;

/** Members by JavaParser. One thread at a time. */
public final class JavaParserMembers implements JavaMembers {
    private final JavaParser parser = new JavaParser(configuration());
    private final DirectParser direct = new DirectParser(WorkerThread::check);

    /** Creates a parser. */
    public JavaParserMembers() {}

    /** Without its processors, which only validate, and without comments; tokens are what ranges are made of. */
    private static ParserConfiguration configuration() {
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25)
                .setAttributeComments(false)
                .setStoreTokens(true)
                .setTabSize(1);
        configuration.getProcessors().clear();
        return configuration;
    }

    @Override
    public Parsed parse(String path, String text) {
        String source = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Attempt first = attempt(source);
        Parsed parsed = first.isComplete() && first.unit() != null
                ? new Parsed(first.unit(), List.of())
                : new Recovery(path, source, this::attempt).parse(first);
        if (source.contains("var")) {
            nameVarTypes(parsed.unit());
        }
        nameCompactClass(parsed.unit(), path);
        return parsed;
    }

    /** Without its processors, the parser takes {@code var} for the name of a class. */
    private static void nameVarTypes(CompilationUnit unit) {
        List<ClassOrInterfaceType> found = new ArrayList<>();
        unit.walk(ClassOrInterfaceType.class, type -> {
            if (isVar(type)) {
                found.add(type);
            }
        });
        for (ClassOrInterfaceType type : found) {
            type.getTokenRange().ifPresent(tokens -> type.replace(new VarType(tokens)));
        }
    }

    private static boolean isVar(ClassOrInterfaceType type) {
        if (!type.getNameAsString().equals("var") || type.getScope().isPresent()) {
            return false;
        }
        Node parent = type.getParentNode().orElse(null);
        return parent instanceof VariableDeclarator || parent instanceof Parameter || parent instanceof TypePatternExpr;
    }

    /** The class of a compact source file is named after its file (JLS 7.3). */
    private static void nameCompactClass(CompilationUnit unit, String path) {
        for (TypeDeclaration<?> type : unit.getTypes()) {
            if (type instanceof ClassOrInterfaceDeclaration declaration && declaration.isCompact()) {
                String file = path.substring(path.lastIndexOf('/') + 1);
                int dot = file.indexOf('.');
                type.getName().setIdentifier(dot > 0 ? file.substring(0, dot) : file);
            }
        }
    }

    private Attempt attempt(String text) {
        WorkerThread.check();
        try {
            CompilationUnit unit = direct.parse(text).orElse(null);
            if (unit != null) {
                return new Attempt(unit, List.of());
            }
            ParseResult<CompilationUnit> result = parser.parse(ParseStart.COMPILATION_UNIT, new BoundedProvider(text));
            return new Attempt(result.getResult().orElse(null), result.getProblems());
        } catch (StackOverflowError e) {
            return new Attempt(null, List.of(new Problem("nested too deeply", null, e)));
        }
    }
}
