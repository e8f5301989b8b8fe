package dev.heed.frontend.java.types;

import com.github.javaparser.ast.CompilationUnit;
import dev.heed.engine.types.Hierarchy;
import dev.heed.frontend.java.skim.LineMap;
import dev.heed.frontend.java.types.index.JdkIndex;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of types: the project's own, those on its class path, the platform's. Thread-safe; the class path must
 * stay open as long as this is used.
 */
public final class JavaTypes {
    private final TypeSystem types;
    private final Members members;
    private final Functions functions;
    private final Guesses guesses;
    private final ConstantFields constants;
    private final Hierarchy hierarchy;
    private final UnresolvedStatistics statistics;
    private final SharedValues values = new SharedValues();

    private JavaTypes(TypeStore store, UnresolvedStatistics statistics) {
        this.statistics = statistics;
        this.types = new TypeSystem(store);
        this.members = new Members(types);
        this.functions = new Functions(types, members);
        this.guesses = new Guesses(store, types);
        this.constants = new ConstantFields(types, members);
        this.hierarchy = new TypeHierarchy(types);
    }

    /**
     * Puts the sources of knowledge together.
     *
     * @param project declarations in the sources; they win over the class path
     * @param classPath class files; not closed by this
     */
    public static JavaTypes of(ProjectTypes project, ClassPath classPath) {
        return of(project, classPath, new UnresolvedStatistics());
    }

    /** The same, with the calls counted in {@code statistics}. */
    public static JavaTypes of(ProjectTypes project, ClassPath classPath, UnresolvedStatistics statistics) {
        return new JavaTypes(new TypeStore(project, classPath, JdkIndex.load()), statistics);
    }

    /**
     * A resolver for one unit.
     *
     * @param unit a unit that was added to the project
     * @param path its path, for messages
     */
    public UnitResolver resolverFor(CompilationUnit unit, String path) {
        FileContext file = FileContext.of(unit);
        return resolver(UnitNames.of(unit, file.packageName()), file, UnitNames::numberOf);
    }

    /**
     * The same, of a tree without its head and some members.
     *
     * @param lines where the lines of the parsed text are from
     */
    public UnitResolver resolverFor(CompilationUnit unit, UnitHead head, LineMap lines) {
        UnitNames names = head.hasHiddenTypes()
                ? UnitNames.of(unit, head.file().packageName())
                : UnitNames.ofMembers(unit, head.file().packageName());
        return resolver(names, head.file(), new ReducedNumbers(head, lines));
    }

    private UnitResolver resolver(UnitNames names, FileContext file, UnitNames.Numbers numbers) {
        return new UnitResolution(
                new Unit(names, file, numbers, types, members, functions), guesses, constants, statistics, values);
    }

    /** A type of the project by its binary name; null if there is none. */
    public @Nullable DeclaredType declared(String name) {
        return types.store().find(name) instanceof SourceTypeInfo info ? new DeclaredType(info, types) : null;
    }

    public Hierarchy hierarchy() {
        return hierarchy;
    }

    /** Counts the calls that the resolvers made from this have been asked for. */
    public UnresolvedStatistics statistics() {
        return statistics;
    }
}
