package dev.heed.engine.facts;

import dev.heed.engine.ir.Handler;
import dev.heed.engine.types.Hierarchy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an exception thrown under some handlers goes.
 *
 * @param landings the clauses that may take it, innermost first; one that names several narrower types is there for each
 * @param mayEscape whether it may pass them all and leave the function
 */
public record Dispatch(List<Landing> landings, boolean mayEscape) {

    /**
     * A clause that may take the exception.
     *
     * @param type what is known of its type there: the type thrown, or the clause's if that is narrower
     */
    public record Landing(Handler.Clause clause, String type) {}

    /** Follows an exception of the static type {@code type} outward. */
    public static Dispatch of(String type, @Nullable Handler innermost, Hierarchy hierarchy) {
        return of(type, false, innermost, hierarchy);
    }

    /**
     * Follows an exception outward.
     *
     * @param exact whether it is of just this type: no clause for a subtype takes it
     */
    public static Dispatch of(String type, boolean exact, @Nullable Handler innermost, Hierarchy hierarchy) {
        List<Landing> landings = new ArrayList<>(2);
        for (Handler handler = innermost; handler != null; handler = handler.outer()) {
            for (Handler.Clause clause : handler.clauses()) {
                if (clause.kind() != Handler.Kind.CATCH) {
                    landings.add(new Landing(clause, type));
                    return new Dispatch(landings, false);
                }
                List<Landing> narrower = new ArrayList<>(1);
                for (String caught : clause.types()) {
                    // What is thrown is a Throwable, even where nothing else is known of it.
                    if (caught.equals("java.lang.Throwable")
                            || hierarchy.isSubtype(type, caught).isYes()) {
                        landings.add(new Landing(clause, type));
                        return new Dispatch(landings, false);
                    } else if (!exact && hierarchy.isSubtype(caught, type).isYes()) {
                        narrower.add(new Landing(clause, caught));
                    }
                }
                landings.addAll(narrower);
            }
        }
        return new Dispatch(landings, true);
    }
}
