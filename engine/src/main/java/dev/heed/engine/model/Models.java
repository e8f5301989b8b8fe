package dev.heed.engine.model;

import dev.heed.engine.ir.Callee;
import dev.heed.engine.types.Hierarchy;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All models of a scan. Thread-safe. */
public interface Models {

    /**
     * The model of what a call calls: that of its best candidate, or of the nearest method that the candidate overrides.
     * For unresolved callees a model that is marked to match by name and number of arguments.
     *
     * @param receiverName name of the variable or field that is the receiver, or null; tells a logger where types are unknown
     * @return {@link MethodModel#NONE} if the models are silent
     */
    MethodModel method(Callee callee, @Nullable String receiverName, int argumentCount, Hierarchy hierarchy);

    /** The same, without the receiver's name. */
    default MethodModel method(Callee callee, int argumentCount, Hierarchy hierarchy) {
        return method(callee, null, argumentCount, hierarchy);
    }

    /**
     * What is said of a type and, where nothing is said of the type itself, of its nearest supertypes; null if nothing is.
     */
    @Nullable
    TypeModel type(String type, Hierarchy hierarchy);

    /**
     * The names of the methods of which some entry says something, as they stand where they are called: of a constructor the
     * simple name of its type, and {@code super}.
     *
     * @param said looks at what one entry says
     */
    Set<String> methodNames(Predicate<MethodModel> said);

    /** Types that are signals by model, sorted; for finding out what may arrive at a broad handler. */
    Set<String> signalTypes();
}
