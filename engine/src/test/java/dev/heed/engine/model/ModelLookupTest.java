package dev.heed.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.model.MethodModel.Blocks;
import dev.heed.engine.model.MethodModel.LogEffect;
import dev.heed.engine.model.MethodModel.OnInterrupt;
import dev.heed.engine.model.MethodModel.ResourceEffect;
import dev.heed.engine.model.TypeModel.StatusWhenThrown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which entry counts for a call, and how several are put together. */
class ModelLookupTest {
    private static final String INTERRUPTED = "java.lang.InterruptedException";

    @TempDir
    private Path folder;

    private final FakeHierarchy hierarchy = new FakeHierarchy()
            .type("java.lang.Object")
            .type(INTERRUPTED, "java.lang.Exception")
            .type("java.lang.Exception", "java.lang.Throwable")
            .type("java.lang.Throwable", "java.lang.Object")
            .type("java.lang.AutoCloseable")
            .type("java.lang.IllegalStateException", "java.lang.Exception")
            .type("a.Queue")
            .type("a.Fast", "java.lang.Object", "a.Queue")
            .type("a.Faster", "a.Fast")
            .type("a.Stream", "java.lang.Object", "java.lang.AutoCloseable")
            .type("a.Buffer", "a.Stream");

    @Test
    void theNearestTypeWinsEffectByEffect() throws Exception {
        Models models = models("""
                a.Queue:
                  methods:
                    take(): {on-interrupt: throws-if-waiting, blocks: true}
                a.Fast:
                  methods:
                    take(): {on-interrupt: throws}
                """);
        MethodModel ofQueue = models.method(resolved("a.Queue", "take"), 0, hierarchy);
        assertThat(ofQueue.onInterrupt()).isEqualTo(OnInterrupt.THROWS_IF_WAITING);
        MethodModel inherited = models.method(resolved("a.Faster", "take"), 0, hierarchy);
        assertThat(inherited.onInterrupt()).isEqualTo(OnInterrupt.THROWS);
        assertThat(inherited.blocks()).isEqualTo(Blocks.YES);
    }

    @Test
    void theReceiverCountsRatherThanTheDeclaringType() throws Exception {
        Models models = models("""
                a.Queue: {methods: {take(): {blocks: true}}}
                a.Fast: {methods: {take(): {blocks: false}}}
                """);
        Callee onFast = new Callee(
                "take",
                "a.Faster",
                List.of(new MethodRef("a.Queue", "take", List.of())),
                List.of(),
                "void",
                false,
                Confidence.RESOLVED);
        assertThat(models.method(onFast, 0, hierarchy).blocks()).isEqualTo(Blocks.NO);
    }

    @Test
    void theMoreExactSignatureWins() throws Exception {
        Models models = models("""
                a.Queue:
                  methods:
                    poll: {blocks: true, log: info}
                    poll/1: {log: warn, on-interrupt: throws}
                    poll(long): {log: error}
                """);
        MethodModel exact = models.method(resolved("a.Queue", "poll", "long"), 1, hierarchy);
        assertThat(exact.log()).isEqualTo(new LogEffect("error"));
        assertThat(exact.onInterrupt()).isEqualTo(OnInterrupt.THROWS);
        assertThat(exact.blocks()).isEqualTo(Blocks.YES);
        assertThat(models.method(resolved("a.Queue", "poll", "int"), 1, hierarchy)
                        .log())
                .isEqualTo(new LogEffect("warn"));
        assertThat(models.method(resolved("a.Queue", "poll"), 0, hierarchy).log())
                .isEqualTo(new LogEffect("info"));
    }

    @Test
    void parametersMayBeWrittenWithoutTheirPackage() throws Exception {
        Models models = models("""
                a.Queue:
                  methods:
                    a(Entry): {blocks: true}
                    b(java.util.Map.Entry): {blocks: true}
                    c(String...): {blocks: true}
                    d(util.Date): {blocks: true}
                """);
        assertThat(blocks(models, "a", "java.util.Map$Entry")).isTrue();
        assertThat(blocks(models, "a", "java.util.MapEntry")).isFalse();
        assertThat(blocks(models, "b", "java.util.Map$Entry")).isTrue();
        assertThat(blocks(models, "b", "my.Map$Entry")).isFalse();
        assertThat(blocks(models, "c", "java.lang.String[]")).isTrue();
        assertThat(blocks(models, "c", "java.lang.String")).isFalse();
        assertThat(blocks(models, "d", "java.util.Date")).isTrue();
        assertThat(blocks(models, "d", "java.sql.Date")).isFalse();
    }

    private boolean blocks(Models models, String name, String parameter) {
        return models.method(resolved("a.Queue", name, parameter), 1, hierarchy).blocks() == Blocks.YES;
    }

    @Test
    void overloadsCountAsFarAsTheyAgreeWhereTheParametersAreUnknown() throws Exception {
        Models models = models("""
                a.Queue:
                  methods:
                    put(long): {blocks: true, log: info}
                    put(String): {blocks: true, log: warn}
                    put(String, Object...): {blocks: false}
                """);
        Callee guessed = new Callee("put", "a.Queue", List.of(), List.of(), "?", false, Confidence.UNRESOLVED);
        assertThat(models.method(guessed, 1, hierarchy)).isEqualTo(MethodModel.NONE);
        assertThat(models.method(guessed, 4, hierarchy).blocks()).isEqualTo(Blocks.NO);
        assertThat(models.method(guessed, 0, hierarchy)).isEqualTo(MethodModel.NONE);
    }

    @Test
    void aUsersFileIsLaidOverTheShippedOnes() throws Exception {
        Models models = models("""
                java.util.concurrent.Semaphore:
                  methods:
                    acquire: {acquires: none, log: info}
                java.net.SocketTimeoutException: {signal: interrupt}
                """);
        MethodModel acquire = models.method(resolved("java.util.concurrent.Semaphore", "acquire"), 0, hierarchy);
        assertThat(acquire.acquires()).isNull();
        assertThat(acquire.log()).isEqualTo(new LogEffect("info"));
        assertThat(acquire.onInterrupt()).isEqualTo(OnInterrupt.THROWS);
        assertThat(acquire.blocks()).isEqualTo(Blocks.YES);
        assertThat(models.signalTypes()).contains("java.net.SocketTimeoutException", INTERRUPTED);
        assertThat(ModelFiles.shipped().signalTypes()).doesNotContain("java.net.SocketTimeoutException");
    }

    @Test
    void theLaterOfTwoUsersFilesWins() throws Exception {
        Path first = write("first.yaml", "a.Queue: {methods: {take(): {log: info, blocks: true}}}");
        Path second = write("second.yaml", "a.Queue: {methods: {take: {log: warn}}}");
        MethodModel model = ModelFiles.load(List.of(first, second)).method(resolved("a.Queue", "take"), 0, hierarchy);
        assertThat(model.log()).isEqualTo(new LogEffect("warn"));
        assertThat(model.blocks()).isEqualTo(Blocks.YES);
    }

    @Test
    void anOverrideThatDeclaresNoInterruptDoesNotThrowIt() throws Exception {
        Models models = models("a.Queue: {methods: {take(): {on-interrupt: throws, blocks: true}}}");
        Callee declares = new Callee(
                "take",
                "a.Fast",
                List.of(new MethodRef("a.Fast", "take", List.of())),
                List.of(INTERRUPTED),
                "void",
                false,
                Confidence.RESOLVED);
        assertThat(models.method(declares, 0, hierarchy).onInterrupt()).isEqualTo(OnInterrupt.THROWS);
        Callee silent = new Callee(
                "take",
                "a.Fast",
                List.of(new MethodRef("a.Fast", "take", List.of())),
                List.of("java.lang.IllegalStateException"),
                "void",
                false,
                Confidence.RESOLVED);
        assertThat(models.method(silent, 0, hierarchy).onInterrupt()).isEqualTo(OnInterrupt.UNSPECIFIED);
        assertThat(models.method(silent, 0, hierarchy).blocks()).isEqualTo(Blocks.YES);
    }

    @Test
    void whatIsConstructedIsClosedIfItsTypeSaysSo() throws Exception {
        Models models = models("a.Buffer: {closeable: false}");
        ResourceEffect open = new ResourceEffect("closeable", Place.RESULT, false);
        assertThat(models.method(resolved("a.Stream", "<init>"), 0, hierarchy).acquires())
                .isEqualTo(open);
        assertThat(models.method(resolved("a.Buffer", "<init>"), 0, hierarchy).acquires())
                .isNull();
        assertThat(models.method(resolved("a.Fast", "<init>"), 0, hierarchy)).isEqualTo(MethodModel.NONE);
        assertThat(models.method(resolved("a.Buffer", "close"), 0, hierarchy).releases())
                .isEqualTo(new ResourceEffect("closeable", Place.RECEIVER, false));
    }

    @Test
    void aDistinctiveNameIsEnoughWhereNothingIsKnown() {
        Models models = ModelFiles.shipped();
        MethodModel model = models.method(unknown("awaitTermination", "?"), 2, hierarchy);
        assertThat(model.onInterrupt()).isEqualTo(OnInterrupt.THROWS_IF_WAITING);
        assertThat(models.method(unknown("awaitTermination", "?"), 1, hierarchy))
                .isEqualTo(MethodModel.NONE);
        assertThat(models.method(unknown("lockInterruptibly", "b.Unseen"), 0, hierarchy)
                        .acquires())
                .isEqualTo(new ResourceEffect("lock", Place.RECEIVER, false));
        assertThat(models.method(unknown("take", "?"), 0, hierarchy)).isEqualTo(MethodModel.NONE);
        assertThat(models.method(resolved("a.Queue", "lockInterruptibly"), 0, hierarchy))
                .isEqualTo(MethodModel.NONE);
    }

    @Test
    void loggersAreKnownByTheNameOfTheirTypeOrVariable() {
        Models models = ModelFiles.shipped();
        LogEffect error = new LogEffect("error");
        assertThat(models.method(unknown("error", "b.Logger"), 1, hierarchy).log())
                .isEqualTo(error);
        assertThat(models.method(unknown("error", "?"), "LOG", 2, hierarchy).log())
                .isEqualTo(error);
        assertThat(models.method(unknown("severe", "?"), "logger", 1, hierarchy).log())
                .isEqualTo(error);
        assertThat(models.method(unknown("error", "?"), "response", 2, hierarchy))
                .isEqualTo(MethodModel.NONE);
        assertThat(models.method(unknown("error", "a.Queue"), "log", 2, hierarchy))
                .isEqualTo(MethodModel.NONE);
    }

    @Test
    void aSubtypeIsTheSignalThatItsSupertypeIs() throws Exception {
        FakeHierarchy exceptions = new FakeHierarchy()
                .type("a.Stopped", INTERRUPTED)
                .type(INTERRUPTED, "java.lang.Exception")
                .type("a.Carrier", "java.lang.RuntimeException");
        Models models = models("a.Carrier: {signal: interrupt, carrier: true, constructor-restores: true}");
        assertThat(models.type("a.Stopped", exceptions))
                .isEqualTo(new TypeModel("a.Stopped", Signal.INTERRUPT, StatusWhenThrown.CLEAR, false, false));
        assertThat(models.type("a.Carrier", exceptions))
                .isEqualTo(new TypeModel("a.Carrier", Signal.INTERRUPT, StatusWhenThrown.SET, true, true));
        assertThat(models.type("a.Other", exceptions)).isNull();
        assertThat(models.type("java.net.SocketTimeoutException", new ReflectiveHierarchy()))
                .extracting(TypeModel::signal)
                .isNull();
        assertThat(List.copyOf(models.signalTypes()))
                .contains("a.Carrier")
                .doesNotContain("a.Stopped")
                .isSorted();
    }

    @Test
    void aHierarchyInACircleEnds() throws Exception {
        FakeHierarchy circle = new FakeHierarchy().type("a.A", "a.B").type("a.B", "a.A", "a.Queue");
        Models models = models("a.Queue: {methods: {take(): {blocks: true}}}");
        assertThat(models.method(resolved("a.A", "take"), 0, circle).blocks()).isEqualTo(Blocks.YES);
        FakeHierarchy deep = new FakeHierarchy();
        for (int i = 0; i < 100_000; i++) {
            deep.type("a.T" + i, "a.T" + (i + 1));
        }
        assertThat(models.method(resolved("a.T0", "take"), 0, deep)).isEqualTo(MethodModel.NONE);
    }

    @Test
    void everyEffectIsRead() throws Exception {
        Models models = models("""
                a.Queue:
                  methods:
                    all/3:
                      delivers: [InterruptedException, a.Other]
                      status-when-thrown: unknown
                      on-interrupt: returns
                      blocks: false
                      status: polls-and-clears
                      acquires: permit receiver if-true
                      releases: loan arg1
                      log: argument
                      completion: always-throws
                      spawns: arg0 on schedule as result
                      awaits: arg2 bounded
                      cancels: result interrupting
                      transfers: arg1
                      offers: arg2
                      runs-inline: [arg0, arg2]
                      runs-on-cancel: true
                    never(): {delivers: never}
                """);
        assertThat(models.method(resolved("a.Queue", "all", "int", "int", "int"), 3, hierarchy))
                .isEqualTo(new MethodModel(
                        List.of(INTERRUPTED, "a.Other"),
                        MethodModel.Delivery.AS_DECLARED,
                        TypeModel.StatusWhenThrown.UNKNOWN,
                        OnInterrupt.RETURNS,
                        Blocks.NO,
                        MethodModel.StatusEffect.POLLS_AND_CLEARS,
                        new ResourceEffect("permit", Place.RECEIVER, true),
                        new ResourceEffect("loan", Place.argument(1), false),
                        new LogEffect("argument"),
                        MethodModel.Completion.ALWAYS_THROWS,
                        new MethodModel.SpawnEffect(
                                Place.argument(0), MethodModel.SpawnEffect.Where.SCHEDULE, Place.RESULT),
                        new MethodModel.AwaitEffect(Place.argument(2), true),
                        new MethodModel.CancelEffect(Place.RESULT, true),
                        List.of(1),
                        List.of(2),
                        List.of(0, 2),
                        true));
        assertThat(models.method(resolved("a.Queue", "never"), 0, hierarchy).delivery())
                .isEqualTo(MethodModel.Delivery.NEVER);
    }

    private Models models(String types) throws IOException, ModelException {
        return ModelFiles.load(List.of(write("user.yaml", types)));
    }

    private Path write(String name, String types) throws IOException {
        return Files.writeString(
                folder.resolve(name), "heed-models: 1\ntypes:\n" + types.strip().indent(2));
    }

    private static Callee resolved(String type, String name, String... parameters) {
        return new Callee(
                name,
                type,
                List.of(new MethodRef(type, name, List.of(parameters))),
                List.of(INTERRUPTED),
                "void",
                false,
                Confidence.RESOLVED);
    }

    private static Callee unknown(String name, String type) {
        return new Callee(name, type, List.of(), List.of(), "?", false, Confidence.UNRESOLVED);
    }
}
