package dev.heed.cli.maven;

import java.util.Objects;
import org.eclipse.aether.collection.DependencyCollectionContext;
import org.eclipse.aether.collection.DependencySelector;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.jspecify.annotations.Nullable;

/**
 * The libraries whose types an artifact's sources can use: all of its own but those for tests; of theirs, what comes along
 * with them.
 */
final class ScopeSelector implements DependencySelector {
    private final int depth;

    ScopeSelector() {
        this(0);
    }

    private ScopeSelector(int depth) {
        this.depth = depth;
    }

    @Override
    public boolean selectDependency(Dependency dependency) {
        String scope = dependency.getScope();
        return !JavaScopes.TEST.equals(scope) && (depth <= 1 || !JavaScopes.PROVIDED.equals(scope));
    }

    @Override
    public DependencySelector deriveChildSelector(DependencyCollectionContext context) {
        return depth == 2 ? this : new ScopeSelector(depth + 1);
    }

    /** Selectors that are equal let the resolver share what it has collected. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScopeSelector that && that.depth == depth;
    }

    @Override
    public int hashCode() {
        return Objects.hash(ScopeSelector.class, depth);
    }
}
