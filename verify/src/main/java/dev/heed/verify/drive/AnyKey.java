package dev.heed.verify.drive;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Maps in which what is looked up is found: for a key that they do not have they take the first that they do. */
final class AnyKey {
    private AnyKey() {}

    private static @Nullable Object key(Map<?, ?> map, @Nullable Object asked) {
        Iterator<?> keys = map.keySet().iterator();
        return keys.hasNext() ? keys.next() : asked;
    }

    /** One for {@code Map}, {@code HashMap} and {@code LinkedHashMap}. */
    static final class Plain<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        Plain(Map<? extends K, ? extends V> of) {
            super(of);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return !isEmpty();
        }

        @Override
        public @Nullable V get(@Nullable Object key) {
            return super.containsKey(key) ? super.get(key) : super.get(key(this, key));
        }

        @Override
        public @Nullable V remove(@Nullable Object key) {
            return super.containsKey(key) ? super.remove(key) : super.remove(key(this, key));
        }
    }

    /** One for {@code ConcurrentMap} and {@code ConcurrentHashMap}. */
    static final class Concurrent<K, V> extends ConcurrentHashMap<K, V> {
        private static final long serialVersionUID = 1;

        Concurrent(Map<? extends K, ? extends V> of) {
            super(of);
        }

        @Override
        public boolean containsKey(Object key) {
            return !isEmpty();
        }

        @Override
        public @Nullable V get(Object key) {
            V value = super.get(key);
            Object other = value == null ? key(this, null) : null;
            return other == null ? value : super.get(other);
        }

        @Override
        public @Nullable V remove(Object key) {
            V value = super.remove(key);
            Object other = value == null ? key(this, null) : null;
            return other == null ? value : super.remove(other);
        }
    }
}
