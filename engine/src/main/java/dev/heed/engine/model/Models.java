package dev.heed.engine.model;

import dev.heed.engine.ir.Callee;
import dev.heed.engine.types.Hierarchy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All models of a scan. Thread-safe. */
public interface Models {

    /**
     * The model of what a call calls: that of its best candidate, or of the nearest method that the candidate overrides.
     * For unresolved callees a model that is marked to match by name and number of arguments.
     */
    MethodModel method(Callee callee, int argumentCount, Hierarchy hierarchy);

    /** The model of a type itself, or of its nearest modelled supertype; null if there is none. */
    @Nullable
    TypeModel type(String type, Hierarchy hierarchy);

    /** Types that are signals by model, with the kinds; for finding out what may arrive at a broad handler. */
    Set<String> signalTypes();
}
