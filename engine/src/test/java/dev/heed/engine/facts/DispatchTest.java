package dev.heed.engine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.Handler;
import dev.heed.engine.source.Span;
import dev.heed.engine.testing.FakeHierarchy;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispatchTest {
    private static final Span SPAN = new Span(1, 1, 1, 2);
    private static final Handler.TryStatement TRY = new Handler.TryStatement(SPAN, SPAN, null);

    private final FakeHierarchy hierarchy = new FakeHierarchy();
    private final Handler.Clause interrupted = caught("java.lang.InterruptedException");
    private final Handler.Clause io = caught("java.io.IOException");
    private final Handler.Clause any = caught("java.lang.Exception");
    private final Handler.Clause last =
            new Handler.Clause(Handler.Kind.FINALLY, List.of("java.lang.Throwable"), TRY, null);

    private static Handler.Clause caught(String... types) {
        return new Handler.Clause(Handler.Kind.CATCH, List.of(types), TRY, null);
    }

    private Dispatch dispatch(String type, Handler handler) {
        return Dispatch.of(type, handler, hierarchy);
    }

    private static List<Handler.Clause> clauses(Dispatch dispatch) {
        return dispatch.landings().stream().map(Dispatch.Landing::clause).toList();
    }

    @Test
    void theFirstClauseThatTakesTheTypeHidesThoseBehind() {
        Handler handler = new Handler(List.of(io, interrupted, any), new Handler(List.of(last), null));
        Dispatch found = dispatch("java.lang.InterruptedException", handler);
        assertThat(clauses(found)).containsExactly(interrupted);
        assertThat(found.mayEscape()).isFalse();
    }

    @Test
    void aBroadTypeMayLandInEachNarrowerClauseAndGoOn() {
        Handler handler = new Handler(List.of(io, interrupted), null);
        Dispatch found = dispatch("java.lang.Exception", handler);
        assertThat(found.landings())
                .containsExactly(
                        new Dispatch.Landing(io, "java.io.IOException"),
                        new Dispatch.Landing(interrupted, "java.lang.InterruptedException"));
        assertThat(found.mayEscape()).isTrue();
    }

    @Test
    void eachNarrowerTypeOfAUnionIsALanding() {
        Handler.Clause union = caught("java.lang.InterruptedException", "java.io.IOException");
        Dispatch found = dispatch("java.lang.Exception", new Handler(List.of(union), null));
        assertThat(found.landings())
                .containsExactly(
                        new Dispatch.Landing(union, "java.lang.InterruptedException"),
                        new Dispatch.Landing(union, "java.io.IOException"));
    }

    @Test
    void aUnionThatNamesTheTypeTakesItWhole() {
        Handler.Clause union = caught("java.io.FileNotFoundException", "java.io.IOException");
        Dispatch found = dispatch("java.io.IOException", new Handler(List.of(union), null));
        assertThat(found.landings()).containsExactly(new Dispatch.Landing(union, "java.io.IOException"));
        assertThat(found.mayEscape()).isFalse();
    }

    @Test
    void aFinallyTakesAllAndNothingGoesPast() {
        Handler handler = new Handler(List.of(io, last), new Handler(List.of(any), null));
        assertThat(clauses(dispatch("java.lang.InterruptedException", handler))).containsExactly(last);
        assertThat(clauses(dispatch("?", handler))).containsExactly(last);
    }

    @Test
    void anUnknownTypeIsTakenByThrowableOnly() {
        Handler.Clause all = caught("java.lang.Throwable");
        Dispatch found = dispatch("lib.Unseen", new Handler(List.of(any), new Handler(List.of(all), null)));
        assertThat(clauses(found)).containsExactly(all);
        assertThat(found.mayEscape()).isFalse();
        assertThat(dispatch("lib.Unseen", new Handler(List.of(any), null)).mayEscape())
                .isTrue();
    }

    @Test
    void withoutHandlersItLeaves() {
        assertThat(Dispatch.of("java.lang.Error", null, hierarchy)).isEqualTo(new Dispatch(List.of(), true));
    }
}
