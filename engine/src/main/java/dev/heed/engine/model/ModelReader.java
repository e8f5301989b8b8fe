package dev.heed.engine.model;

import dev.heed.engine.model.TypeEntry.SignalFact;
import dev.heed.engine.model.TypeModel.StatusWhenThrown;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the nodes of one model file into entries; reports all that is wrong on the way. */
final class ModelReader {
    static final String VERSION_KEY = "heed-models";
    private static final String VERSION = "1";
    private static final String TYPES = "types";
    private static final List<String> TYPE_KEYS = List.of(
            "signal",
            "status-when-thrown",
            "carrier",
            "constructor-restores",
            "closeable",
            "also-for-types",
            "also-for-receivers",
            "since",
            "until",
            "source",
            "methods");
    private static final List<String> METHOD_KEYS = Stream.concat(
                    Effect.keys().stream(), Stream.of("by-name", "since", "until"))
            .toList();
    private static final String NONE = "none";

    private final Problems problems;
    private final Values values;
    private final EffectReader effects;

    ModelReader(Problems problems, TypeNames names) {
        this.problems = problems;
        this.values = new Values(problems);
        this.effects = new EffectReader(problems, values, names);
    }

    /** Collects the names of the types that a file speaks of; reports nothing. */
    static void collectNames(Node root, TypeNames names) {
        Values silent = new Values(new Problems(""));
        NodeTuple types = silent.mapping(root, "").get(TYPES);
        if (types != null) {
            silent.mapping(types.getValueNode(), "").keySet().stream()
                    .filter(TypeNames::isTypeName)
                    .forEach(names::add);
        }
    }

    List<TypeEntry> read(Node root) {
        Map<String, NodeTuple> top = values.mapping(root, "A model file");
        if (!(root instanceof MappingNode)) {
            return List.of();
        }
        NodeTuple version = top.remove(VERSION_KEY);
        NodeTuple types = top.remove(TYPES);
        top.forEach((key, tuple) -> unknownKey(tuple, key, List.of(VERSION_KEY, TYPES)));
        checkVersion(root, version);
        List<TypeEntry> entries = new ArrayList<>();
        if (types == null) {
            problems.at(root, "'types' is missing: it holds what the file says, by type.");
        } else {
            values.mapping(types.getValueNode(), "'types'").forEach((name, tuple) -> {
                TypeEntry entry = type(name, tuple);
                if (entry != null) {
                    entries.add(entry);
                }
            });
        }
        return entries;
    }

    private void checkVersion(Node root, @Nullable NodeTuple version) {
        if (version == null) {
            problems.at(root, "'heed-models: 1' is missing: a model file says the version of its format.");
            return;
        }
        String text = values.text(version.getValueNode(), VERSION_KEY);
        if (text != null && !text.equals(VERSION)) {
            problems.at(
                    version.getValueNode(),
                    "This Heed reads version 1 of the format, not '" + text + "'; write 'heed-models: 1'"
                            + " or use the Heed that the file was written for.");
        }
    }

    private @Nullable TypeEntry type(String name, NodeTuple tuple) {
        if (!TypeNames.isTypeName(name)) {
            problems.at(
                    tuple.getKeyNode(),
                    "'" + name + "' is not a type; write a full name like 'java.lang.Thread'"
                            + " or 'java.util.Map$Entry'.");
            return null;
        }
        Map<String, NodeTuple> body = values.mapping(tuple.getValueNode(), "What is said of a type");
        body.forEach((key, entry) -> {
            if (!TYPE_KEYS.contains(key)) {
                boolean isMethod = key.indexOf('(') >= 0 || key.indexOf('/') >= 0;
                if (isMethod) {
                    problems.at(
                            entry.getKeyNode(), "'" + key + "' looks like a method; methods stand under 'methods:'.");
                } else {
                    unknownKey(entry, key, TYPE_KEYS);
                }
            }
        });
        NodeTuple methods = body.get("methods");
        return new TypeEntry(
                name,
                signal(body.get("signal")),
                constant(body.get("status-when-thrown"), "status-when-thrown", Values.words(StatusWhenThrown.values())),
                truth(body, "carrier"),
                truth(body, "constructor-restores"),
                truth(body, "closeable"),
                strings(body, "also-for-types"),
                strings(body, "also-for-receivers"),
                methods == null ? List.of() : methods(methods.getValueNode()),
                release(body, "since"),
                release(body, "until"),
                strings(body, "source"),
                problems.position(tuple.getKeyNode()));
    }

    private @Nullable SignalFact signal(@Nullable NodeTuple tuple) {
        if (tuple == null) {
            return null;
        }
        if (tuple.getValueNode() instanceof ScalarNode scalar
                && scalar.getValue().strip().equals(NONE)) {
            return new SignalFact(null);
        }
        Map<String, Signal> words = Values.words(Signal.values());
        String text = values.text(tuple.getValueNode(), "signal");
        if (text == null) {
            return null;
        }
        Signal signal = words.get(text);
        if (signal == null) {
            List<String> allowed =
                    Stream.concat(words.keySet().stream(), Stream.of(NONE)).toList();
            values.reportValue(tuple.getValueNode(), text, "signal", allowed);
            return null;
        }
        return new SignalFact(signal);
    }

    private <E extends Enum<E>> @Nullable E constant(@Nullable NodeTuple tuple, String key, Map<String, E> allowed) {
        return tuple == null ? null : values.constant(tuple.getValueNode(), key, allowed);
    }

    private @Nullable Boolean truth(Map<String, NodeTuple> body, String key) {
        NodeTuple tuple = body.get(key);
        return tuple == null ? null : values.truth(tuple.getValueNode(), key);
    }

    private List<String> strings(Map<String, NodeTuple> body, String key) {
        NodeTuple tuple = body.get(key);
        return tuple == null
                ? List.of()
                : values.texts(tuple.getValueNode(), key).stream()
                        .map(scalar -> scalar.getValue().strip())
                        .toList();
    }

    private int release(Map<String, NodeTuple> body, String key) {
        NodeTuple tuple = body.get(key);
        Integer release = tuple == null ? null : values.number(tuple.getValueNode(), key, 1, 999);
        return release == null ? 0 : release;
    }

    private List<MethodEntry> methods(Node node) {
        List<MethodEntry> entries = new ArrayList<>();
        Map<String, MethodEntry> seen = new HashMap<>();
        values.mapping(node, "'methods'").forEach((key, tuple) -> {
            Signature signature;
            try {
                signature = Signature.parse(key);
            } catch (IllegalArgumentException e) {
                problems.at(tuple.getKeyNode(), String.valueOf(e.getMessage()));
                return;
            }
            MethodEntry entry = method(signature, tuple);
            MethodEntry first = seen.putIfAbsent(signature.toString(), entry);
            if (first != null) {
                problems.at(
                        tuple.getKeyNode(),
                        "'" + signature + "' stands here a second time; the first is in line "
                                + first.position().line() + ". Put both together.");
            }
            entries.add(entry);
        });
        return entries;
    }

    private MethodEntry method(Signature signature, NodeTuple tuple) {
        Map<Effect, Object> found = new EnumMap<>(Effect.class);
        Map<String, NodeTuple> body =
                new LinkedHashMap<>(values.mapping(tuple.getValueNode(), "What is said of a method"));
        for (Effect effect : Effect.values()) {
            NodeTuple value = body.remove(effect.key());
            Object read = value == null ? null : effects.read(effect, value.getValueNode(), signature);
            if (read != null) {
                found.put(effect, read);
            }
        }
        boolean byName = Boolean.TRUE.equals(truth(body, "by-name"));
        if (byName && signature.arity() < 0) {
            problems.at(
                    tuple.getKeyNode(),
                    "'by-name' needs the number of parameters: write '" + signature + "/N' or '" + signature
                            + "(Type, ...)'.");
        }
        int since = release(body, "since");
        int until = release(body, "until");
        body.keySet().removeAll(List.of("by-name", "since", "until"));
        body.forEach((key, entry) -> unknownKey(entry, key, METHOD_KEYS));
        return new MethodEntry(signature, found, byName, since, until, problems.position(tuple.getKeyNode()));
    }

    private void unknownKey(NodeTuple tuple, String key, List<String> allowed) {
        problems.at(tuple.getKeyNode(), "Unknown key '" + key + "'; " + Suggestion.of(key, allowed));
    }
}
