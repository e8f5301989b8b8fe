package dev.heed.frontend.java.types;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.types.Hierarchy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Resolves the calls in sources, and compares with javac. */
final class OracleComparison {
    private static final List<String> SIGNALS =
            List.of("java.lang.InterruptedException", "java.io.InterruptedIOException");

    int compared;
    int resolved;
    int guessed;
    int watched;
    int watchedResolved;
    int interruptible;
    int interruptibleFound;
    final List<String> wrong = new ArrayList<>();
    /** Watched calls for which "may throw an interrupt" is answered differently. */
    final List<String> wrongInterrupts = new ArrayList<>();

    final List<String> wrongThrows = new ArrayList<>();
    final List<String> wrongTypes = new ArrayList<>();
    final List<String> wrongGuesses = new ArrayList<>();
    final List<String> unresolved = new ArrayList<>();
    final List<String> unmatched = new ArrayList<>();
    JavaTypes javaTypes;

    /** Parses as the scan does. */
    static CompilationUnit parse(String text) {
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25)
                .setAttributeComments(false);
        configuration.getProcessors().clear();
        return new JavaParser(configuration).parse(text).getResult().orElseThrow();
    }

    static OracleComparison run(Map<String, String> sources, List<Path> oracleClassPath, List<Path> classPath) {
        Map<String, JavacOracle.Call> truth =
                JavacOracle.attribute(sources, oracleClassPath).calls();
        return new OracleComparison().compare(sources, truth, classPath);
    }

    OracleComparison compare(Map<String, String> sources, Map<String, JavacOracle.Call> truth, List<Path> classPath) {
        Map<String, CompilationUnit> units = new LinkedHashMap<>();
        ProjectTypes.Builder builder = new ProjectTypes.Builder();
        sources.forEach((path, text) -> {
            CompilationUnit unit = parse(text);
            units.put(path, unit);
            builder.add(unit, path);
        });
        try (ClassPath open = ClassPath.open(classPath, notification -> {})) {
            javaTypes = JavaTypes.of(builder.build(), open);
            units.forEach((path, unit) -> compareUnit(path, sources.get(path), unit, truth));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private void compareUnit(String path, String text, CompilationUnit unit, Map<String, JavacOracle.Call> truth) {
        UnitResolver resolver = javaTypes.resolverFor(unit, path);
        int[] lines = lineStarts(text);
        for (Node node : unit.findAll(Node.class)) {
            if (node instanceof MethodCallExpr call) {
                Position end = call.getName().getRange().orElseThrow().end;
                String place = path + ":" + end.line + ":" + (end.column + 1) + ":call";
                compare(place, resolver.callee(call), truth, resolver.typeOf((Expression) call));
            } else if (node instanceof ObjectCreationExpr creation) {
                Position begin = node.getRange().orElseThrow().begin;
                Position end = node.getRange().orElseThrow().end;
                long offset = lines[end.line - 1] + end.column;
                String place = path + ":" + begin.line + ":" + begin.column + "-" + offset + ":new";
                compare(place, resolver.callee(creation), truth, "");
            } else if (node instanceof ExplicitConstructorInvocationStmt chain) {
                Position begin = node.getRange().orElseThrow().begin;
                String place = path + ":" + begin.line + ":" + begin.column + ":chain";
                compare(place, resolver.callee(chain), truth, "");
            } else if (node instanceof MethodReferenceExpr reference) {
                Position end = node.getRange().orElseThrow().end;
                String place = path + ":" + end.line + ":" + (end.column + 1) + ":ref";
                if (truth.containsKey(place)) {
                    compare(place, resolver.callee(reference), truth, "");
                }
            }
        }
    }

    private static int[] lineStarts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                starts.add(i + 1);
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private void compare(String place, Callee callee, Map<String, JavacOracle.Call> truth, String type) {
        JavacOracle.Call expected = truth.get(place);
        if (expected == null) {
            unmatched.add(place + " " + callee.name());
            return;
        }
        compared++;
        boolean isInterruptible = expected.thrown().stream().anyMatch(this::isSignal);
        watched += expected.isWatched() ? 1 : 0;
        interruptible += expected.isWatched() && isInterruptible ? 1 : 0;
        boolean saysInterruptible = callee.declaredThrows().stream().anyMatch(this::isSignal);
        if (expected.isWatched() && callee.isResolved() && saysInterruptible != isInterruptible) {
            wrongInterrupts.add(place + " " + expected.method() + " throws " + expected.thrown());
        }
        String found =
                callee.candidates().isEmpty() ? "-" : callee.candidates().get(0).toString();
        if (callee.confidence() == Confidence.UNRESOLVED) {
            unresolved.add(place + " " + expected.method() + " on " + callee.receiverType());
            return;
        }
        boolean same = agrees(found, expected.method());
        if (expected.isWatched() && isInterruptible && saysInterruptible) {
            interruptibleFound++;
        }
        if (callee.confidence() == Confidence.GUESSED) {
            guessed++;
            if (!same) {
                wrongGuesses.add(place + " expected " + expected.method() + " but " + callee.candidates());
            }
            return;
        }
        resolved++;
        watchedResolved += expected.isWatched() ? 1 : 0;
        List<String> thrown = List.copyOf(new TreeSet<>(callee.declaredThrows()));
        if (!same) {
            wrong.add(place + " expected " + expected.method() + " but " + found);
        } else if (!thrown.equals(expected.thrown()) && !expected.isAnonymous() && !thrown.contains("?")) {
            wrongThrows.add(place + " " + found + " throws " + expected.thrown() + " but " + thrown);
        } else if (!type.isEmpty() && !type.equals("?") && !type.equals(expected.type())) {
            wrongTypes.add(place + " " + found + " type " + expected.type() + " but " + type);
        }
    }

    /** Parameter types that could not be resolved say nothing. */
    private static boolean agrees(String found, String expected) {
        if (!found.contains("?")) {
            return found.equals(expected);
        }
        String[] ours = found.split("[(),]", -1);
        String[] theirs = expected.split("[(),]", -1);
        boolean agrees = ours.length == theirs.length;
        for (int i = 0; agrees && i < ours.length; i++) {
            agrees = ours[i].startsWith("?") || ours[i].equals(theirs[i]);
        }
        return agrees;
    }

    private boolean isSignal(String type) {
        Hierarchy hierarchy = javaTypes.hierarchy();
        return SIGNALS.stream()
                .anyMatch(signal -> hierarchy.isSubtype(type, signal).isYes()
                        || hierarchy.isSubtype(signal, type).isYes());
    }

    String summary() {
        return "calls %d resolved %d guessed %d unresolved %d | watched %d resolved %d | interruptible %d found %d | wrong %d throws %d types %d guesses %d unmatched %d"
                .formatted(
                        compared,
                        resolved,
                        guessed,
                        unresolved.size(),
                        watched,
                        watchedResolved,
                        interruptible,
                        interruptibleFound,
                        wrong.size(),
                        wrongThrows.size(),
                        wrongTypes.size(),
                        wrongGuesses.size(),
                        unmatched.size());
    }
}
