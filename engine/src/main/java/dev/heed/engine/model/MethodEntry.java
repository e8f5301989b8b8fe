package dev.heed.engine.model;

import dev.heed.engine.model.MethodModel.AwaitEffect;
import dev.heed.engine.model.MethodModel.Blocks;
import dev.heed.engine.model.MethodModel.CancelEffect;
import dev.heed.engine.model.MethodModel.Completion;
import dev.heed.engine.model.MethodModel.Delivery;
import dev.heed.engine.model.MethodModel.LogEffect;
import dev.heed.engine.model.MethodModel.OnInterrupt;
import dev.heed.engine.model.MethodModel.ResourceEffect;
import dev.heed.engine.model.MethodModel.SpawnEffect;
import dev.heed.engine.model.MethodModel.StatusEffect;
import dev.heed.engine.model.TypeModel.StatusWhenThrown;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a model file: what it says of some methods of a type, and nothing where it is silent.
 *
 * @param effects the values, of the type that {@link MethodModel} has for the effect; an empty Optional for {@code none}
 * @param byName whether it stands for methods of that name and number of parameters on receivers of unknown type
 * @param since the JDK release in which the method appeared, or 0
 * @param until the last JDK release that has it, or 0
 */
record MethodEntry(
        Signature signature,
        Map<Effect, Object> effects,
        boolean byName,
        int since,
        int until,
        Problems.Position position) {

    MethodEntry {
        effects = Map.copyOf(effects);
    }

    /** Puts what several entries say together: for each effect the first entry that speaks of it. */
    static final class Merge {
        private final Map<Effect, Object> effects = new EnumMap<>(Effect.class);

        void addBelow(Map<Effect, Object> lower) {
            lower.forEach(effects::putIfAbsent);
        }

        boolean isEmpty() {
            return effects.isEmpty();
        }

        Map<Effect, Object> effects() {
            return effects;
        }

        MethodModel toModel() {
            if (effects.isEmpty()) {
                return MethodModel.NONE;
            }
            boolean never = effects.get(Effect.DELIVERS) == Delivery.NEVER;
            return new MethodModel(
                    list(Effect.DELIVERS, String.class),
                    never ? Delivery.NEVER : Delivery.AS_DECLARED,
                    getOrNull(Effect.STATUS_WHEN_THROWN, StatusWhenThrown.class),
                    get(Effect.ON_INTERRUPT, OnInterrupt.class, OnInterrupt.UNSPECIFIED),
                    get(Effect.BLOCKS, Blocks.class, Blocks.UNSPECIFIED),
                    get(Effect.STATUS, StatusEffect.class, StatusEffect.NONE),
                    getOrNull(Effect.ACQUIRES, ResourceEffect.class),
                    getOrNull(Effect.RELEASES, ResourceEffect.class),
                    getOrNull(Effect.LOG, LogEffect.class),
                    get(Effect.COMPLETION, Completion.class, Completion.RETURNS),
                    getOrNull(Effect.SPAWNS, SpawnEffect.class),
                    getOrNull(Effect.AWAITS, AwaitEffect.class),
                    getOrNull(Effect.CANCELS, CancelEffect.class),
                    list(Effect.TRANSFERS, Integer.class),
                    list(Effect.OFFERS, Integer.class),
                    list(Effect.RUNS_INLINE, Integer.class),
                    getOrNull(Effect.RUNS_ON_CANCEL, Boolean.class));
        }

        private <T> List<T> list(Effect effect, Class<T> type) {
            List<?> values = get(effect, List.class, List.of());
            if (values.isEmpty()) {
                return List.of();
            }
            List<T> list = new ArrayList<>(values.size());
            for (Object value : values) {
                list.add(type.cast(value));
            }
            return list;
        }

        private <T> T get(Effect effect, Class<T> type, T otherwise) {
            T value = getOrNull(effect, type);
            return value == null ? otherwise : value;
        }

        private <T> @Nullable T getOrNull(Effect effect, Class<T> type) {
            Object value = effects.get(effect);
            if (value instanceof Optional<?> none) {
                assert none.isEmpty();
                return null;
            }
            return type.isInstance(value) ? type.cast(value) : null;
        }
    }
}
