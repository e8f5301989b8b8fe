package dev.heed.engine.dependency;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Results by their keys, each computed when it is asked for first, with what they rest on: who asks later rests on that as well.
 * Thread-safe; two threads may compute the same. A result must depend on nothing but its key and the program.
 */
public final class Memo<K, V> {
    private final Map<K, Recorder.Recorded<V>> known = new ConcurrentHashMap<>();
    private final @Nullable Naming<K, V> naming;

    private record Naming<K, V>(
            Function<? super K, String> name,
            ToLongFunction<? super V> digest,
            @Nullable Earlier<V> earlier) {}

    private record Earlier<V>(Function<String, @Nullable Dependency> holding, LongFunction<? extends V> value) {}

    /** Of results that cannot be computed again by a name. */
    public Memo() {
        naming = null;
    }

    /**
     * Of results that can be computed again by a name.
     *
     * @param name of the result for a key
     * @param digest tells results apart
     */
    public Memo(Function<? super K, String> name, ToLongFunction<? super V> digest) {
        naming = new Naming<>(name, digest, null);
    }

    /**
     * Of results that can be had back from their digests.
     *
     * @param name of the result for a key
     * @param digest tells results apart
     * @param value the result that has a digest
     * @param holding what a result of an earlier scan rests on, by its name, if it still holds
     */
    public Memo(
            Function<? super K, String> name,
            ToLongFunction<? super V> digest,
            LongFunction<? extends V> value,
            Function<String, @Nullable Dependency> holding) {
        naming = new Naming<>(name, digest, new Earlier<>(holding, value));
    }

    /** The result for a key. */
    public V get(K key, Function<? super K, ? extends V> compute) {
        Recorder.Recorded<V> result = known.get(key);
        if (result == null || (result.basis() == null && Recorder.isOn())) {
            Recorder.Recorded<V> earlier = earlier(key);
            result = earlier == null ? computed(key, compute) : earlier;
            known.put(key, result);
        }
        Recorder.used(result.basis());
        return result.result();
    }

    private Recorder.Recorded<V> computed(K key, Function<? super K, ? extends V> compute) {
        Recorder.Recorded<V> result = Recorder.apart(() -> compute.apply(key));
        Dependency basis = result.basis();
        if (naming == null || basis == null) {
            return result;
        }
        V value = result.result();
        // To tell the value apart, what it is made of may be looked at again.
        long digest = Recorder.unrecorded(() -> naming.digest().applyAsLong(value));
        return new Recorder.Recorded<>(value, basis.named(naming.name().apply(key), digest));
    }

    private Recorder.@Nullable Recorded<V> earlier(K key) {
        if (naming == null || naming.earlier() == null || !Recorder.isOn()) {
            return null;
        }
        Dependency basis = naming.earlier().holding().apply(naming.name().apply(key));
        return basis == null
                ? null
                : new Recorder.Recorded<>(naming.earlier().value().apply(basis.digest()), basis);
    }
}
