package dev.heed.engine.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads YAML into nodes that know their places. Anchors and aliases are refused, so that a small file stays small. */
final class YamlNodes {
    /** A model file needs 7. */
    private static final int DEEPEST = 20;

    private YamlNodes() {}

    /** The root node; null if the text is empty, or if something was wrong and has been reported. */
    static @Nullable Node read(String text, Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try {
            Parser parser = new ParserImpl(settings, new StreamReader(settings, text));
            Optional<Node> root = new Composer(settings, new LimitedParser(parser)).getSingleNode();
            if (root.isEmpty()) {
                problems.atFile("The file is empty; a model file starts with the line 'heed-models: 1'.");
            }
            return root.orElse(null);
        } catch (MarkedYamlEngineException e) {
            String context = e.getContext() == null ? "" : " (" + e.getContext() + ")";
            problems.at(
                    e.getProblemMark().or(e::getContextMark),
                    "This is not YAML: " + firstLine(e.getProblem()) + context + ".");
        } catch (ReaderException e) {
            reportCharacter(text, e, problems);
        } catch (YamlEngineException e) {
            problems.atFile("This is not YAML: " + firstLine(e.getMessage()) + ".");
        }
        return null;
    }

    private static void reportCharacter(String text, ReaderException e, Problems problems) {
        String before = text.substring(
                0, text.offsetByCodePoints(0, Math.min(e.getPosition(), text.codePointCount(0, text.length()))));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
        problems.at(
                new Problems.Position("", line, column),
                String.format("The character U+%04X is not allowed in YAML; remove it.", e.getCodePoint()));
    }

    private static String firstLine(@Nullable String message) {
        if (message == null) {
            return "it cannot be read";
        }
        String line = message.lines().findFirst().orElse("");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    /** Hands on the events of a parser, and refuses what a model file must not have. */
    private static final class LimitedParser implements Parser {
        private final Parser parser;
        private int depth;

        LimitedParser(Parser parser) {
            this.parser = parser;
        }

        @Override
        public boolean checkEvent(Event.ID kind) {
            return parser.checkEvent(kind);
        }

        @Override
        public Event peekEvent() {
            return parser.peekEvent();
        }

        @Override
        public boolean hasNext() {
            return parser.hasNext();
        }

        @Override
        public Event next() {
            Event event = parser.next();
            if (event instanceof CollectionStartEvent) {
                depth++;
                if (depth > DEEPEST) {
                    throw refuse("it is nested more than " + DEEPEST + " levels deep", event);
                }
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (event instanceof AliasEvent
                    || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
                throw refuse(
                        "anchors (&) and aliases (*) are not supported here; quote the text, or write it out", event);
            }
            return event;
        }

        private static YamlEngineException refuse(String what, Event event) {
            return new RefusedException(what, event);
        }
    }

    /** Something that YAML allows and a model file does not. */
    private static final class RefusedException extends MarkedYamlEngineException {
        private static final long serialVersionUID = 1L;

        RefusedException(String what, Event event) {
            super(null, Optional.empty(), what, event.getStartMark());
        }
    }
}
