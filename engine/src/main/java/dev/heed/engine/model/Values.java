package dev.heed.engine.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads simple values from nodes; what does not fit is reported and comes back as null. */
final class Values {
    private final Problems problems;

    Values(Problems problems) {
        this.problems = problems;
    }

    /** Text without spaces around it. */
    @Nullable
    String text(Node node, String key) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        problems.at(
                node,
                node instanceof ScalarNode
                        ? "'" + key + "' has no value."
                        : "'" + key + "' takes a single value here, not a " + kindOf(node) + ".");
        return null;
    }

    @Nullable
    Boolean truth(Node node, String key) {
        String text = text(node, key);
        if (text == null) {
            return null;
        }
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        problems.at(node, "'" + text + "' is not a value of '" + key + "'; allowed: true, false.");
        return null;
    }

    @Nullable
    Integer number(Node node, String key, int smallest, int largest) {
        String text = text(node, key);
        if (text == null) {
            return null;
        }
        if (text.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(text);
            if (number >= smallest && number <= largest) {
                return number;
            }
        }
        problems.at(
                node,
                "'" + text + "' is not a value of '" + key + "'; allowed: a number from " + smallest + " to " + largest
                        + ".");
        return null;
    }

    /** One constant of an enum, written in lower case with hyphens. */
    <E extends Enum<E>> @Nullable E constant(Node node, String key, Map<String, E> allowed) {
        String text = text(node, key);
        if (text == null) {
            return null;
        }
        E value = allowed.get(text);
        if (value == null) {
            reportValue(node, text, key, List.copyOf(allowed.keySet()));
        }
        return value;
    }

    void reportValue(Node node, String text, String key, List<String> allowed) {
        problems.at(node, "'" + text + "' is not a value of '" + key + "'; allowed: " + Suggestion.list(allowed) + ".");
    }

    /** The constants of an enum by the words that stand for them, in their order. */
    @SafeVarargs
    static <E extends Enum<E>> Map<String, E> words(E... constants) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : constants) {
            words.put(word(constant), constant);
        }
        return words;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A list of texts; a single text is a list of one. */
    List<ScalarNode> texts(Node node, String key) {
        List<ScalarNode> texts = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node element : sequence.getValue()) {
                if (text(element, key) != null) {
                    texts.add((ScalarNode) element);
                }
            }
        } else if (text(node, key) != null) {
            texts.add((ScalarNode) node);
        }
        return texts;
    }

    /** The entries of a mapping by key; keys that are no text or come twice are reported and left out. */
    Map<String, NodeTuple> mapping(Node node, String what) {
        Map<String, NodeTuple> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problems.at(node, what + " must be a mapping ('key: value'), not a " + kindOf(node) + ".");
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode(), "a key");
            if (key != null && entries.putIfAbsent(key, tuple) != null) {
                problems.at(
                        tuple.getKeyNode(),
                        "'" + key + "' stands here a second time; the first is in line "
                                + problems.position(entries.get(key).getKeyNode())
                                        .line() + ". Put both together.");
            }
        }
        return entries;
    }

    static String kindOf(Node node) {
        return switch (node.getNodeType()) {
            case MAPPING -> "mapping";
            case SEQUENCE -> "list";
            default -> "single value";
        };
    }
}
