package dev.heed.engine.model;

import dev.heed.engine.ir.Callee;
import dev.heed.engine.types.Hierarchy;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Models that are read when they are first asked: a scan whose result is known does not ask. */
final class LateModels implements Models {
    private final Supplier<Models> reader;
    private volatile @Nullable Models read;

    LateModels(Supplier<Models> reader) {
        this.reader = reader;
    }

    private Models models() {
        Models known = read;
        return known == null ? readOnce() : known;
    }

    private synchronized Models readOnce() {
        Models known = read;
        if (known == null) {
            known = reader.get();
            read = known;
        }
        return known;
    }

    @Override
    public MethodModel method(Callee callee, @Nullable String receiverName, int argumentCount, Hierarchy hierarchy) {
        return models().method(callee, receiverName, argumentCount, hierarchy);
    }

    @Override
    public @Nullable TypeModel type(String type, Hierarchy hierarchy) {
        return models().type(type, hierarchy);
    }

    @Override
    public Set<String> methodNames(Predicate<MethodModel> said) {
        return models().methodNames(said);
    }

    @Override
    public Set<String> signalTypes() {
        return models().signalTypes();
    }
}
