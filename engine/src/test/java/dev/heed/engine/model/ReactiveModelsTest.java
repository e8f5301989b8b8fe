package dev.heed.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.MethodRef;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the shipped files say of Reactor, RxJava and Mutiny, held against the libraries themselves. */
class ReactiveModelsTest {
    private static final List<String> LIBRARIES =
            List.of("reactor.core.", "io.reactivex.rxjava3.", "io.smallrye.mutiny.", "org.reactivestreams.");

    @Test
    void everyTypeAndMethodExists() throws IOException, ModelException {
        List<String> missing = new ArrayList<>();
        int checked = 0;
        for (TypeEntry entry : ModelFiles.shippedSources()) {
            if (LIBRARIES.stream().noneMatch(entry.type()::startsWith)) {
                continue;
            }
            Class<?> type = ReflectiveHierarchy.find(entry.type());
            for (MethodEntry method : entry.methods()) {
                checked++;
                if (type == null || Arrays.stream(type.getMethods()).noneMatch(m -> fits(method.signature(), m))) {
                    missing.add(entry.position().file() + ":"
                            + method.position().line() + " " + entry.type() + "#" + method.signature());
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(checked).isGreaterThan(80);
    }

    private static boolean fits(Signature signature, Executable method) {
        return method.getName().equals(signature.name())
                && signature.fits(Arrays.stream(method.getParameterTypes())
                        .map(Class::getTypeName)
                        .toList());
    }

    /** A pipeline that never ends, to which a hook is added, which is subscribed to, and cancelled. */
    private record Hook(Class<?> type, String name, Consumer<Runnable> run) {}

    private static final List<Hook> HOOKS = List.of(
            mono(
                    "onErrorResume",
                    (m, r) -> m.onErrorResume(failure -> {
                        r.run();
                        return Mono.empty();
                    })),
            mono("onErrorMap", (m, r) -> m.onErrorMap(failure -> ran(r, failure))),
            mono("onErrorComplete", (m, r) -> m.onErrorComplete(failure -> ran(r, true))),
            flux("onErrorMap", (f, r) -> f.onErrorMap(failure -> ran(r, failure))),
            flux("onErrorComplete", (f, r) -> f.onErrorComplete(failure -> ran(r, true))),
            rx(
                    Observable.class,
                    "onErrorReturn",
                    r -> Observable.never()
                            .onErrorReturn(failure -> ran(r, failure))
                            .subscribe()
                            .dispose()),
            rx(
                    Flowable.class,
                    "onErrorComplete",
                    r -> Flowable.never()
                            .onErrorComplete(failure -> ran(r, true))
                            .subscribe()
                            .dispose()),
            rx(
                    Single.class,
                    "onErrorReturn",
                    r -> Single.never()
                            .onErrorReturn(failure -> ran(r, failure))
                            .subscribe()
                            .dispose()),
            rx(
                    Maybe.class,
                    "onErrorReturn",
                    r -> Maybe.never()
                            .onErrorReturn(failure -> ran(r, failure))
                            .subscribe()
                            .dispose()),
            rx(
                    Completable.class,
                    "onErrorComplete",
                    r -> Completable.never()
                            .onErrorComplete(failure -> ran(r, true))
                            .subscribe()
                            .dispose()),
            uni("onFailure", r -> never().onFailure().invoke(r)),
            multi("onFailure", r -> Multi.createFrom().nothing().onFailure().invoke(r)),
            mono("doFinally", (m, r) -> m.doFinally(signal -> r.run())),
            mono("doOnCancel", Mono::doOnCancel),
            mono("doOnTerminate", Mono::doOnTerminate),
            mono("doAfterTerminate", Mono::doAfterTerminate),
            mono("doOnSuccess", (m, r) -> m.doOnSuccess(value -> r.run())),
            mono("doOnError", (m, r) -> m.doOnError(failure -> r.run())),
            mono("using", (m, r) -> Mono.using(() -> r, resource -> m, Runnable::run)),
            mono("usingWhen", (m, r) -> Mono.usingWhen(Mono.just(r), resource -> m, Mono::fromRunnable)),
            flux("doFinally", (f, r) -> f.doFinally(signal -> r.run())),
            flux("doOnCancel", Flux::doOnCancel),
            flux("doOnTerminate", Flux::doOnTerminate),
            flux("doAfterTerminate", Flux::doAfterTerminate),
            flux("doOnComplete", Flux::doOnComplete),
            flux("doOnError", (f, r) -> f.doOnError(failure -> r.run())),
            flux("using", (f, r) -> Flux.using(() -> r, resource -> f, Runnable::run)),
            flux(
                    "usingWhen",
                    (f, r) -> Flux.usingWhen(
                            Mono.just(r),
                            resource -> f,
                            done -> Mono.empty(),
                            (a, b) -> Mono.empty(),
                            Mono::fromRunnable)),
            rx(
                    Observable.class,
                    "doFinally",
                    r -> Observable.never().doFinally(r::run).subscribe().dispose()),
            rx(
                    Observable.class,
                    "doOnDispose",
                    r -> Observable.never().doOnDispose(r::run).subscribe().dispose()),
            rx(
                    Observable.class,
                    "doOnTerminate",
                    r -> Observable.never().doOnTerminate(r::run).subscribe().dispose()),
            rx(
                    Observable.class,
                    "using",
                    r -> Observable.using(() -> r, x -> Observable.never(), Runnable::run)
                            .subscribe()
                            .dispose()),
            rx(
                    Flowable.class,
                    "doFinally",
                    r -> Flowable.never().doFinally(r::run).subscribe().dispose()),
            rx(
                    Flowable.class,
                    "doOnCancel",
                    r -> Flowable.never().doOnCancel(r::run).subscribe().dispose()),
            rx(
                    Flowable.class,
                    "doAfterTerminate",
                    r -> Flowable.never().doAfterTerminate(r::run).subscribe().dispose()),
            rx(
                    Single.class,
                    "doFinally",
                    r -> Single.never().doFinally(r::run).subscribe().dispose()),
            rx(
                    Single.class,
                    "using",
                    r -> Single.using(() -> r, x -> Single.never(), Runnable::run)
                            .subscribe()
                            .dispose()),
            rx(
                    Maybe.class,
                    "doFinally",
                    r -> Maybe.never().doFinally(r::run).subscribe().dispose()),
            rx(
                    Completable.class,
                    "doFinally",
                    r -> Completable.never().doFinally(r::run).subscribe().dispose()),
            uni("onItemOrFailure", r -> never().onItemOrFailure().invoke((item, failure) -> r.run())),
            uni("onTermination", r -> never().onTermination().invoke(r)),
            uni("onCancellation", r -> never().onCancellation().invoke(r)),
            uni("eventually", r -> never().eventually(r)),
            multi(
                    "onCompletion",
                    r -> Multi.createFrom().nothing().onCompletion().invoke(r)),
            multi(
                    "onTermination",
                    r -> Multi.createFrom().nothing().onTermination().invoke(r)),
            multi(
                    "onCancellation",
                    r -> Multi.createFrom().nothing().onCancellation().invoke(r)));

    private static <T> T ran(Runnable action, T result) {
        action.run();
        return result;
    }

    private interface Adding<P> {
        P add(P pipeline, Runnable action);
    }

    private static Hook mono(String name, Adding<Mono<Object>> adding) {
        return new Hook(
                Mono.class, name, r -> adding.add(Mono.never(), r).subscribe().dispose());
    }

    private static Hook flux(String name, Adding<Flux<Object>> adding) {
        return new Hook(
                Flux.class, name, r -> adding.add(Flux.never(), r).subscribe().dispose());
    }

    private static Hook rx(Class<?> type, String name, Consumer<Runnable> run) {
        return new Hook(type, name, run);
    }

    private static Uni<Object> never() {
        return Uni.createFrom().nothing();
    }

    private static Hook uni(String name, java.util.function.Function<Runnable, Uni<?>> adding) {
        return new Hook(
                Uni.class,
                name,
                r -> adding.apply(r).subscribe().with(item -> {}).cancel());
    }

    private static Hook multi(String name, java.util.function.Function<Runnable, Multi<?>> adding) {
        return new Hook(
                Multi.class,
                name,
                r -> adding.apply(r).subscribe().with(item -> {}).cancel());
    }

    @TestFactory
    Stream<DynamicTest> hooksRunOnACancelAsTheModelSays() {
        return HOOKS.stream()
                .map(hook -> DynamicTest.dynamicTest(hook.type().getSimpleName() + "." + hook.name(), () -> {
                    List<String> ran = new ArrayList<>();
                    hook.run().accept(() -> ran.add("ran"));
                    assertThat(runsOnCancel(hook)).isEqualTo(!ran.isEmpty());
                }));
    }

    private static Boolean runsOnCancel(Hook hook) {
        Method method = Arrays.stream(hook.type().getMethods())
                .filter(m -> m.getName().equals(hook.name()))
                .findFirst()
                .orElseThrow();
        List<String> parameters = Arrays.stream(method.getParameterTypes())
                .map(Class::getTypeName)
                .toList();
        String owner = hook.type().getName();
        Callee callee = new Callee(
                hook.name(),
                owner,
                List.of(new MethodRef(owner, hook.name(), parameters)),
                List.of(),
                "?",
                false,
                Confidence.RESOLVED);
        return ModelFiles.shipped()
                .method(callee, parameters.size(), new ReflectiveHierarchy())
                .runsOnCancel();
    }
}
