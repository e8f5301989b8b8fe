package dev.heed.frontend.java.types;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** What javac finds that calls call: the truth that the resolver is held against. */
final class JavacOracle {

    /**
     * A call.
     *
     * @param method owner, name and erased parameters, as {@code MethodRef} prints them
     * @param thrown erased names, sorted
     * @param type erased type of the call expression
     * @param isAnonymous whether it creates an anonymous class, whose constructor throws what its initializers throw, too
     * @param isWatched whether it stands in a try block whose handlers take interrupts or everything
     */
    record Call(String method, List<String> thrown, String type, boolean isWatched, boolean isAnonymous) {}

    /** Calls by place; the text of errors. */
    record Attribution(Map<String, Call> calls, List<String> errors) {}

    private final Map<String, Call> calls = new TreeMap<>();
    private Trees trees;
    private Types types;
    private Elements elements;

    static Attribution attribute(Map<String, String> sources, List<Path> classPath) {
        return new JavacOracle().run(sources, classPath);
    }

    private Attribution run(Map<String, String> sources, List<Path> classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            List<JavaFileObject> units = new ArrayList<>();
            sources.forEach((path, text) -> units.add(new Source(path, text)));
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    diagnostics,
                    List.of("-proc:none", "-Xmaxerrs", "100000", "-XDshould-stop.ifError=FLOW", "-nowarn"),
                    null,
                    units);
            trees = Trees.instance(task);
            types = task.getTypes();
            elements = task.getElements();
            List<CompilationUnitTree> parsed = new ArrayList<>();
            task.parse().forEach(parsed::add);
            task.analyze();
            for (CompilationUnitTree unit : parsed) {
                new Scanner(unit).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> errors = diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
        return new Attribution(calls, errors);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return true;
        }
    }

    private final class Scanner extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private boolean isWatched;

        Scanner(CompilationUnitTree unit) {
            this.unit = unit;
            this.positions = trees.getSourcePositions();
        }

        private String place(long offset) {
            long line = unit.getLineMap().getLineNumber(offset);
            long column = offset - unit.getLineMap().getStartPosition(line) + 1;
            return unit.getSourceFile().toUri().getPath().substring(1) + ":" + line + ":" + column;
        }

        @Override
        public Void visitTry(TryTree tree, Void unused) {
            boolean before = isWatched;
            isWatched |= tree.getCatches().stream().anyMatch(this::takesInterrupts);
            scan(tree.getResources(), null);
            scan(tree.getBlock(), null);
            isWatched = before;
            scan(tree.getCatches(), null);
            scan(tree.getFinallyBlock(), null);
            return null;
        }

        private boolean takesInterrupts(CatchTree clause) {
            Tree type = clause.getParameter().getType();
            List<? extends Tree> alternatives =
                    type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
            return alternatives.stream()
                    .map(Object::toString)
                    .anyMatch(name -> name.endsWith("InterruptedException")
                            || name.equals("Exception")
                            || name.equals("Throwable"));
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
            boolean before = isWatched;
            isWatched = false;
            super.visitLambdaExpression(tree, unused);
            isWatched = before;
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
            ExpressionTree select = tree.getMethodSelect();
            TreePath path = new TreePath(getCurrentPath(), select);
            String name = select instanceof MemberSelectTree member
                    ? member.getIdentifier().toString()
                    : ((IdentifierTree) select).getName().toString();
            long end = positions.getEndPosition(unit, tree);
            if (end >= 0 && trees.getElement(path) instanceof ExecutableElement method) {
                boolean isChain = name.equals("this") || name.equals("super");
                String place = isChain
                        ? place(positions.getStartPosition(unit, tree)) + ":chain"
                        : place(positions.getEndPosition(unit, select)) + ":call";
                TypeMirror type = trees.getTypeMirror(path);
                List<? extends TypeMirror> thrown = type instanceof ExecutableType executable
                        ? executable.getThrownTypes()
                        : method.getThrownTypes();
                add(place, ownerOf(method), method, thrown, trees.getTypeMirror(getCurrentPath()), false);
            }
            return super.visitMethodInvocation(tree, unused);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void unused) {
            if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method) {
                String place = place(positions.getStartPosition(unit, tree)) + "-"
                        + positions.getEndPosition(unit, tree) + ":new";
                String owner = ownerOf(method);
                if (tree.getClassBody() != null) {
                    TypeMirror named = trees.getTypeMirror(new TreePath(getCurrentPath(), tree.getIdentifier()));
                    boolean isInterface = types.asElement(named) != null
                            && types.asElement(named).getKind().isInterface();
                    owner = isInterface ? "java.lang.Object" : erased(named);
                }
                add(place, owner, method, method.getThrownTypes(), null, tree.getClassBody() != null);
            }
            return super.visitNewClass(tree, unused);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
            if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method) {
                String place = place(positions.getEndPosition(unit, tree)) + ":ref";
                add(place, ownerOf(method), method, method.getThrownTypes(), null, false);
            }
            return super.visitMemberReference(tree, unused);
        }

        private void add(
                String place,
                String owner,
                ExecutableElement method,
                Collection<? extends TypeMirror> thrown,
                TypeMirror type,
                boolean isAnonymous) {
            String parameters = method.getParameters().stream()
                    .map(parameter -> erased(parameter.asType()))
                    .collect(Collectors.joining(","));
            TreeSet<String> names = new TreeSet<>();
            thrown.forEach(one -> names.add(erased(one)));
            calls.put(
                    place,
                    new Call(
                            owner + "#" + method.getSimpleName() + "(" + parameters + ")",
                            List.copyOf(names),
                            type == null ? "" : erased(type),
                            isWatched,
                            isAnonymous));
        }
    }

    private String ownerOf(Element member) {
        // Arrays have a class of their own in javac's mind.
        return member.getEnclosingElement() instanceof TypeElement owner
                        && !owner.getQualifiedName().contentEquals("Array")
                ? elements.getBinaryName(owner).toString()
                : "java.lang.Object";
    }

    private String erased(TypeMirror type) {
        if (type.getKind() == TypeKind.VOID || type.getKind() == TypeKind.NONE) {
            return "void";
        }
        TypeMirror given =
                type instanceof IntersectionType all ? all.getBounds().get(0) : type;
        TypeMirror erased = types.erasure(given);
        if (erased instanceof ArrayType array) {
            return erased(array.getComponentType()) + "[]";
        }
        Element element = types.asElement(erased);
        return element instanceof TypeElement named
                ? elements.getBinaryName(named).toString()
                : erased.toString().replaceAll("@\\S+ ", "");
    }
}
