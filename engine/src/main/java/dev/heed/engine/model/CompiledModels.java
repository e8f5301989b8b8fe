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
import dev.heed.engine.model.TypeEntry.SignalFact;
import dev.heed.engine.model.TypeModel.StatusWhenThrown;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The shipped entries in a form that is read in a few milliseconds, as the YAML reader takes a tenth of a second to warm up.
 * Made in the build from the shipped files; never for users' files. The places of the entries, and
 * the sources that they cite, are left out.
 */
@SuppressWarnings("EnumOrdinal") // written and read by the same build
final class CompiledModels {
    private static final Problems.Position NOWHERE = new Problems.Position("heed", 0, 0);

    private CompiledModels() {}

    static void write(List<TypeEntry> entries, DataOutputStream out) throws IOException {
        new Writer(out).all(entries);
    }

    static List<TypeEntry> read(DataInputStream in) throws IOException {
        return new Reader(in).all();
    }

    /** What a value is; written in front of it. The effect decides which enum a CONSTANT is of. */
    private enum Tag {
        NONE,
        CONSTANT,
        TRUTH,
        STRINGS,
        ARGUMENTS,
        RESOURCE,
        LOG,
        SPAWN,
        AWAIT,
        CANCEL
    }

    private static Class<? extends Enum<?>> constants(Effect effect) {
        return switch (effect) {
            case DELIVERS -> Delivery.class;
            case STATUS_WHEN_THROWN -> StatusWhenThrown.class;
            case ON_INTERRUPT -> OnInterrupt.class;
            case BLOCKS -> Blocks.class;
            case STATUS -> StatusEffect.class;
            case COMPLETION -> Completion.class;
            default -> throw new IllegalArgumentException(effect.key());
        };
    }

    private static final class Writer {
        private final DataOutputStream out;
        private final Map<String, Integer> strings = new LinkedHashMap<>();
        private final Map<Map<Effect, Object>, Integer> effects = new LinkedHashMap<>();

        Writer(DataOutputStream out) {
            this.out = out;
        }

        void all(List<TypeEntry> entries) throws IOException {
            out.writeShort(entries.size());
            for (TypeEntry entry : entries) {
                type(entry);
            }
        }

        private void type(TypeEntry entry) throws IOException {
            string(entry.type());
            SignalFact signal = entry.signal();
            out.writeByte(
                    signal == null
                            ? 0
                            : signal.kind() == null ? 1 : 2 + signal.kind().ordinal());
            out.writeByte(
                    entry.statusWhenThrown() == null
                            ? 0
                            : 1 + entry.statusWhenThrown().ordinal());
            truth(entry.carrier());
            truth(entry.constructorRestores());
            truth(entry.closeable());
            strings(entry.alsoForTypes());
            strings(entry.alsoForReceivers());
            out.writeShort(entry.since());
            out.writeShort(entry.until());
            out.writeShort(entry.methods().size());
            for (MethodEntry method : entry.methods()) {
                method(method);
            }
        }

        private void method(MethodEntry method) throws IOException {
            signature(method.signature());
            out.writeBoolean(method.byName());
            out.writeShort(method.since());
            out.writeShort(method.until());
            effects(method.effects());
        }

        /** As with strings, what is said of many methods is written once. */
        private void effects(Map<Effect, Object> values) throws IOException {
            Integer known = effects.get(values);
            if (known != null) {
                out.writeShort(known);
                return;
            }
            out.writeShort(effects.size());
            effects.put(values, effects.size());
            out.writeByte(values.size());
            for (Effect effect : Effect.values()) {
                Object value = values.get(effect);
                if (value != null) {
                    out.writeByte(effect.ordinal());
                    value(value);
                }
            }
        }

        private void signature(Signature signature) throws IOException {
            string(signature.name());
            out.writeByte(signature.arity());
            out.writeBoolean(signature.parameters() != null);
            if (signature.parameters() != null) {
                strings(signature.parameters());
            }
            out.writeBoolean(signature.isVarargs());
        }

        private void value(Object value) throws IOException {
            if (value instanceof Optional) {
                tag(Tag.NONE);
            } else if (value instanceof Enum<?> constant) {
                tag(Tag.CONSTANT);
                out.writeByte(constant.ordinal());
            } else if (value instanceof Boolean truth) {
                tag(Tag.TRUTH);
                out.writeBoolean(truth);
            } else if (value instanceof List<?> list) {
                boolean ofStrings = list.isEmpty() || list.get(0) instanceof String;
                tag(ofStrings ? Tag.STRINGS : Tag.ARGUMENTS);
                if (ofStrings) {
                    strings(list.stream().map(String.class::cast).toList());
                } else {
                    out.writeByte(list.size());
                    for (Object index : list) {
                        out.writeByte((Integer) index);
                    }
                }
            } else if (value instanceof ResourceEffect effect) {
                tag(Tag.RESOURCE);
                string(effect.resource());
                place(effect.place());
                out.writeBoolean(effect.onlyIfTrue());
            } else if (value instanceof LogEffect effect) {
                tag(Tag.LOG);
                string(effect.level());
            } else if (value instanceof SpawnEffect effect) {
                tag(Tag.SPAWN);
                place(effect.work());
                out.writeByte(effect.where().ordinal());
                place(effect.handle());
            } else if (value instanceof AwaitEffect effect) {
                tag(Tag.AWAIT);
                place(effect.place());
                out.writeBoolean(effect.bounded());
            } else if (value instanceof CancelEffect effect) {
                tag(Tag.CANCEL);
                place(effect.place());
                out.writeBoolean(effect.interrupts());
            } else {
                throw new IllegalArgumentException("no form for " + value);
            }
        }

        private void tag(Tag tag) throws IOException {
            out.writeByte(tag.ordinal());
        }

        private void truth(@Nullable Boolean value) throws IOException {
            out.writeByte(value == null ? 0 : value ? 1 : 2);
        }

        private void place(@Nullable Place place) throws IOException {
            out.writeByte(place == null ? 0 : 1 + place.kind().ordinal());
            if (place != null) {
                out.writeByte(place.index());
            }
        }

        private void strings(List<String> values) throws IOException {
            out.writeByte(values.size());
            for (String value : values) {
                string(value);
            }
        }

        /** Each string is written once; later its number does. */
        private void string(String value) throws IOException {
            Integer known = strings.get(value);
            if (known != null) {
                out.writeShort(known);
                return;
            }
            out.writeShort(strings.size());
            strings.put(value, strings.size());
            out.writeUTF(value);
        }
    }

    private static final class Reader {
        private final DataInputStream in;
        private final List<String> strings = new ArrayList<>();
        private final List<Map<Effect, Object>> effects = new ArrayList<>();

        Reader(DataInputStream in) {
            this.in = in;
        }

        List<TypeEntry> all() throws IOException {
            int count = in.readUnsignedShort();
            List<TypeEntry> entries = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                entries.add(type());
            }
            return entries;
        }

        private TypeEntry type() throws IOException {
            String type = string();
            int signal = in.readUnsignedByte();
            int status = in.readUnsignedByte();
            Boolean carrier = truth();
            Boolean restores = truth();
            Boolean closeable = truth();
            List<String> alsoForTypes = strings();
            List<String> alsoForReceivers = strings();
            int since = in.readUnsignedShort();
            int until = in.readUnsignedShort();
            int count = in.readUnsignedShort();
            List<MethodEntry> methods = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                methods.add(method());
            }
            return new TypeEntry(
                    type,
                    signal == 0 ? null : new SignalFact(signal == 1 ? null : Signal.values()[signal - 2]),
                    status == 0 ? null : StatusWhenThrown.values()[status - 1],
                    carrier,
                    restores,
                    closeable,
                    alsoForTypes,
                    alsoForReceivers,
                    methods,
                    since,
                    until,
                    List.of(),
                    NOWHERE);
        }

        private MethodEntry method() throws IOException {
            Signature signature =
                    new Signature(string(), in.readByte(), in.readBoolean() ? strings() : null, in.readBoolean());
            boolean byName = in.readBoolean();
            int since = in.readUnsignedShort();
            int until = in.readUnsignedShort();
            return new MethodEntry(signature, effects(), byName, since, until, NOWHERE);
        }

        private Map<Effect, Object> effects() throws IOException {
            int number = in.readUnsignedShort();
            if (number == effects.size()) {
                int count = in.readUnsignedByte();
                Map<Effect, Object> values = new EnumMap<>(Effect.class);
                for (int i = 0; i < count; i++) {
                    Effect effect = Effect.values()[in.readUnsignedByte()];
                    values.put(effect, value(effect));
                }
                effects.add(Map.copyOf(values));
            }
            return effects.get(number);
        }

        private Object value(Effect effect) throws IOException {
            return switch (Tag.values()[in.readUnsignedByte()]) {
                case NONE -> Optional.empty();
                case CONSTANT -> constants(effect).getEnumConstants()[in.readUnsignedByte()];
                case TRUTH -> in.readBoolean();
                case STRINGS -> strings();
                case ARGUMENTS -> arguments();
                case RESOURCE -> new ResourceEffect(string(), place(), in.readBoolean());
                case LOG -> new LogEffect(string());
                case SPAWN ->
                    new SpawnEffect(place(), SpawnEffect.Where.values()[in.readUnsignedByte()], placeOrNull());
                case AWAIT -> new AwaitEffect(place(), in.readBoolean());
                case CANCEL -> new CancelEffect(place(), in.readBoolean());
            };
        }

        private List<Integer> arguments() throws IOException {
            int count = in.readUnsignedByte();
            List<Integer> indexes = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                indexes.add(in.readUnsignedByte());
            }
            return List.copyOf(indexes);
        }

        private @Nullable Boolean truth() throws IOException {
            int value = in.readUnsignedByte();
            return value == 0 ? null : (Boolean) (value == 1);
        }

        private Place place() throws IOException {
            Place place = placeOrNull();
            if (place == null) {
                throw new IOException("a place is missing");
            }
            return place;
        }

        private @Nullable Place placeOrNull() throws IOException {
            int kind = in.readUnsignedByte();
            return kind == 0 ? null : new Place(Place.Kind.values()[kind - 1], in.readUnsignedByte());
        }

        private List<String> strings() throws IOException {
            int count = in.readUnsignedByte();
            List<String> values = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                values.add(string());
            }
            return List.copyOf(values);
        }

        private String string() throws IOException {
            int number = in.readUnsignedShort();
            if (number == strings.size()) {
                strings.add(in.readUTF());
            }
            return strings.get(number);
        }
    }
}
