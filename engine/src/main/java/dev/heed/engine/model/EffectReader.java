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
import dev.heed.engine.model.MethodModel.SpawnEffect.Where;
import dev.heed.engine.model.MethodModel.StatusEffect;
import dev.heed.engine.model.TypeModel.StatusWhenThrown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the values of an entry's effects. What does not fit is reported and comes back as null. */
final class EffectReader {
    private static final String NONE = "none";
    private static final List<String> RESOURCES = List.of("lock", "permit", "counter", "closeable", "loan");
    private static final List<String> LEVELS = List.of("trace", "debug", "info", "warn", "error", "argument");

    private final Problems problems;
    private final Values values;
    private final TypeNames names;

    EffectReader(Problems problems, Values values, TypeNames names) {
        this.problems = problems;
        this.values = values;
        this.names = names;
    }

    @Nullable
    Object read(Effect effect, Node node, Signature signature) {
        String key = effect.key();
        if (node instanceof ScalarNode scalar && scalar.getValue().strip().equals(NONE)) {
            return Optional.empty();
        }
        return switch (effect) {
            case DELIVERS -> delivers(node, key);
            case STATUS_WHEN_THROWN ->
                values.constant(node, key, Values.words(StatusWhenThrown.SET, StatusWhenThrown.UNKNOWN));
            case ON_INTERRUPT ->
                values.constant(
                        node,
                        key,
                        Values.words(
                                OnInterrupt.IGNORES,
                                OnInterrupt.THROWS,
                                OnInterrupt.THROWS_IF_WAITING,
                                OnInterrupt.RETURNS));
            case BLOCKS -> blocks(node, key);
            case STATUS ->
                values.constant(
                        node,
                        key,
                        Values.words(StatusEffect.POLLS, StatusEffect.POLLS_AND_CLEARS, StatusEffect.RESTORES));
            case ACQUIRES, RELEASES -> resource(node, effect, signature);
            case LOG -> {
                String level = word(node, key, LEVELS);
                yield level == null ? null : new LogEffect(level);
            }
            case COMPLETION ->
                values.constant(
                        node, key, Values.words(Completion.RETURNS, Completion.ALWAYS_THROWS, Completion.EXITS));
            case SPAWNS -> spawns(node, key, signature);
            case AWAITS -> {
                Words words = words(node, key, "PLACE, or 'PLACE bounded'", "receiver bounded");
                Place place = words.place(signature);
                boolean bounded = words.take("bounded");
                yield place != null && words.end() ? new AwaitEffect(place, bounded) : null;
            }
            case CANCELS -> {
                Words words = words(node, key, "PLACE, or 'PLACE interrupting'", "receiver interrupting");
                Place place = words.place(signature);
                boolean interrupting = words.take("interrupting");
                yield place != null && words.end() ? new CancelEffect(place, interrupting) : null;
            }
            case TRANSFERS, OFFERS, RUNS_INLINE -> arguments(node, key, signature);
            case RUNS_ON_CANCEL -> values.truth(node, key);
        };
    }

    private @Nullable Object delivers(Node node, String key) {
        if (node instanceof ScalarNode scalar && scalar.getValue().strip().equals("never")) {
            return Delivery.NEVER;
        }
        List<String> types = new ArrayList<>();
        for (ScalarNode element : values.texts(node, key)) {
            String type = names.resolve(element, element.getValue().strip(), problems);
            if (type == null) {
                return null;
            }
            types.add(type);
        }
        return List.copyOf(types);
    }

    private @Nullable Object blocks(Node node, String key) {
        Boolean blocks = values.truth(node, key);
        if (blocks == null) {
            return null;
        }
        return blocks ? Blocks.YES : Blocks.NO;
    }

    private @Nullable Object resource(Node node, Effect effect, Signature signature) {
        Words words =
                words(node, effect.key(), "RESOURCE PLACE, or 'RESOURCE PLACE if-true'", "permit receiver if-true");
        String resource = words.oneOf(RESOURCES);
        Place place = resource == null ? null : words.place(signature);
        boolean ifTrue = words.take("if-true");
        return resource != null && place != null && words.end() ? new ResourceEffect(resource, place, ifTrue) : null;
    }

    private @Nullable Object spawns(Node node, String key, Signature signature) {
        Words words = words(
                node,
                key,
                "'PLACE on thread|task|schedule|callback', or the same with 'as PLACE'",
                "arg0 on task as result");
        Place work = words.place(signature);
        Map<String, Where> wheres = Values.words(Where.values());
        String where = work != null && words.must("on") ? words.oneOf(List.copyOf(wheres.keySet())) : null;
        Place handle = null;
        if (where != null && words.take("as")) {
            handle = words.place(signature);
        }
        Where runner = where == null ? null : wheres.get(where);
        return work != null && runner != null && words.end() ? new SpawnEffect(work, runner, handle) : null;
    }

    private @Nullable Object arguments(Node node, String key, Signature signature) {
        List<Integer> indexes = new ArrayList<>();
        for (ScalarNode element : values.texts(node, key)) {
            Words words = words(element, key, "an argument, or a list of them", "[arg0, arg1]");
            Place place = words.place(signature);
            if (place != null && place.kind() != Place.Kind.ARGUMENT) {
                words.fail("'" + place + "' is not an argument");
                place = null;
            }
            if (place == null || !words.end()) {
                return null;
            }
            indexes.add(place.index());
        }
        return List.copyOf(indexes);
    }

    private @Nullable String word(Node node, String key, List<String> allowed) {
        String text = values.text(node, key);
        if (text != null && !allowed.contains(text)) {
            values.reportValue(node, text, key, allowed);
            return null;
        }
        return text;
    }

    private Words words(Node node, String key, String form, String example) {
        String text = values.text(node, key);
        return new Words(node, key, text, "write " + form + ", for example '" + example + "'");
    }

    /** A value of several words, taken one after the other; the first thing wrong is reported, the rest is left. */
    private final class Words {
        private final Node node;
        private final String key;
        private final List<String> words;
        private final String help;
        private int next;
        private boolean failed;

        Words(Node node, String key, @Nullable String text, String help) {
            this.node = node;
            this.key = key;
            this.words = text == null ? List.of() : List.of(text.split("\\s+"));
            this.help = help;
            this.failed = text == null;
        }

        void fail(String what) {
            if (!failed) {
                problems.at(node, "In '" + key + ": " + String.join(" ", words) + "', " + what + ": " + help + ".");
            }
            failed = true;
        }

        private @Nullable String peek() {
            return failed || next >= words.size() ? null : words.get(next);
        }

        boolean take(String word) {
            if (word.equals(peek())) {
                next++;
                return true;
            }
            return false;
        }

        boolean must(String word) {
            if (take(word)) {
                return true;
            }
            fail("'" + word + "' is missing");
            return false;
        }

        @Nullable
        String oneOf(List<String> allowed) {
            String word = peek();
            if (word == null) {
                fail("one of " + Suggestion.list(allowed) + " is missing");
                return null;
            }
            if (!allowed.contains(word)) {
                fail("'" + word + "' is not one of " + Suggestion.list(allowed));
                return null;
            }
            next++;
            return word;
        }

        @Nullable
        Place place(Signature signature) {
            String word = peek();
            if (word == null) {
                fail("the place is missing (receiver, result, arg0, arg1, ...)");
                return null;
            }
            next++;
            if (word.equals("receiver")) {
                return Place.RECEIVER;
            } else if (word.equals("result")) {
                return Place.RESULT;
            } else if (!word.matches("arg[0-9]{1,2}")) {
                fail("'" + word + "' is not a place (receiver, result, arg0, arg1, ...)");
                return null;
            }
            int index = Integer.parseInt(word.substring("arg".length()));
            if (signature.arity() >= 0 && index >= signature.arity() && !signature.isVarargs()) {
                fail("'" + word + "' does not exist, as '" + signature + "' has " + signature.arity()
                        + " parameters and arg0 is the first");
                return null;
            }
            return Place.argument(index);
        }

        /** Whether all went well and no word is left. */
        boolean end() {
            String left = peek();
            if (left != null) {
                fail("'" + left + "' is too much");
            }
            return !failed;
        }
    }
}
