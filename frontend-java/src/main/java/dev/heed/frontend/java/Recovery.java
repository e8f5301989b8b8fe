package dev.heed.frontend.java;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.Span;
import dev.heed.frontend.java.Skeleton.Member;
import dev.heed.frontend.java.Skeleton.Region;
import dev.heed.frontend.java.lower.Declarations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gets as much of a tree as there is out of a text that the parser does not take: finds the members that it stumbles over,
 * and parses the text with these blanked out.
 */
final class Recovery {
    /** A text with hundreds of broken members is no Java; each costs a few passes over the whole text. */
    private static final int MAX_PASSES = 200;

    private static final long MAX_CHARACTERS = 100_000_000L;
    private static final Pattern LEXICAL = Pattern.compile("line (\\d+), column (\\d+)");
    private static final Pattern FOUND = Pattern.compile("Found +(\"[^\"]*\"|<EOF>)");

    private final String path;
    private final String text;
    private final Function<String, Attempt> parser;
    private final Lines lines;
    private final Skeleton skeleton;
    private final Map<Member, Blank> blanked = new LinkedHashMap<>();
    private final List<Notification> notifications = new ArrayList<>();
    private int passes;
    /** How much nesting a stack holds is another number in the next run. */
    private boolean isOutOfStack;

    Recovery(String path, String text, Function<String, Attempt> parser) {
        this.path = path;
        this.text = text;
        this.parser = part -> {
            Attempt attempt = parser.apply(part);
            isOutOfStack |= attempt.isOutOfStack();
            return attempt;
        };
        this.lines = new Lines(text);
        this.skeleton = Skeleton.of(text);
    }

    /**
     * What the parser says to a text.
     *
     * @param unit null if there is no tree at all
     * @param problems in the order of the text, as far as they have a place
     */
    record Attempt(@Nullable CompilationUnit unit, List<Problem> problems) {
        boolean isComplete() {
            return unit != null && problems.isEmpty();
        }

        boolean isOutOfStack() {
            return problems.stream().anyMatch(problem -> problem.getCause().orElse(null) instanceof StackOverflowError);
        }
    }

    private enum How {
        BODY,
        WHOLE
    }

    /** Why a member is blanked, and how much of it. */
    private record Blank(How how, Notification notification) {}

    JavaMembers.Parsed parse(Attempt first) {
        isOutOfStack = first.isOutOfStack();
        boolean isEdited =
                !skeleton.localEnums().isEmpty() || !skeleton.strayBraces().isEmpty();
        Attempt attempt = isEdited ? attempt() : first;
        attempt = followProblems(attempt);
        if (!attempt.isComplete()) {
            attempt = bisect(attempt);
        }
        CompilationUnit unit = attempt.unit();
        if (unit == null) {
            unit = new CompilationUnit();
        }
        if (!attempt.isComplete()) {
            attempt.problems().forEach(problem -> notifications.add(rest(problem)));
        }
        blanked.values().forEach(blank -> notifications.add(blank.notification()));
        for (Region brace : skeleton.strayBraces()) {
            notifications.add(Notification.incomplete(
                    path,
                    lines.span(brace),
                    "This brace closes nothing; what it was meant to close is not analyzed as such."));
        }
        mark(unit);
        addLocalEnums(unit);
        notifications.sort(java.util.Comparator.comparing(
                Notification::span, java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder())));
        if (!isOutOfStack) {
            notifications.replaceAll(Notification::lasting);
        }
        return new JavaMembers.Parsed(unit, notifications);
    }

    private Attempt attempt() {
        return attempt(Set.of());
    }

    /** Parses with the known members blanked, and these wholly. */
    private Attempt attempt(Collection<Member> others) {
        passes++;
        StringBuilder rest = new StringBuilder(text);
        skeleton.localEnums().forEach(region -> blank(rest, region));
        skeleton.strayBraces().forEach(region -> blank(rest, region));
        blanked.forEach((member, blank) -> blank(rest, blank.how() == How.BODY ? member.body() : member.whole()));
        others.forEach(member -> blank(rest, member.whole()));
        return parser.apply(rest.toString());
    }

    private boolean isExhausted() {
        return passes > MAX_PASSES || (long) passes * text.length() > MAX_CHARACTERS;
    }

    private static void blank(StringBuilder rest, Region region) {
        for (int i = region.start(); i < region.end(); i++) {
            char c = rest.charAt(i);
            if (c != '\n' && c != '\r') {
                rest.setCharAt(i, ' ');
            }
        }
    }

    /** Blanks the members that the problems lie in, as long as that makes these problems go away. */
    private Attempt followProblems(Attempt from) {
        Attempt attempt = from;
        while (!attempt.isComplete() && !isExhausted()) {
            Map<Member, Blank> before = new LinkedHashMap<>(blanked);
            for (Problem problem : attempt.problems()) {
                Position place = placeOf(problem);
                Member member = place == null ? null : memberAt(lines.offset(place.line, place.column));
                if (member != null) {
                    blankMore(member, problem);
                }
            }
            if (blanked.equals(before)) {
                return attempt;
            }
            Attempt next = attempt();
            if (!Collections.disjoint(places(next), places(attempt))) {
                // They lie elsewhere, most often in a brace that is missing further up.
                blanked.clear();
                blanked.putAll(before);
                return attempt;
            }
            attempt = next;
        }
        return attempt;
    }

    /** Blanks the body, or if that was not enough all of it. */
    private void blankMore(Member member, @Nullable Problem problem) {
        Blank known = blanked.get(member);
        if (member.isHeader() || (known != null && known.how() == How.WHOLE)) {
            return;
        }
        boolean isBody = known == null && member.hasBody();
        Notification notification = known != null ? known.notification() : notAnalyzed(member, problem);
        blanked.put(member, new Blank(isBody ? How.BODY : How.WHOLE, notification));
    }

    /** Problems without a place, or with one outside of all members: finds the members by halving. */
    private Attempt bisect(Attempt from) {
        List<Member> suspects = skeleton.members().stream()
                .filter(member -> !member.isHeader() && !blanked.containsKey(member))
                .toList();
        if (suspects.isEmpty() || !attempt(suspects).isComplete()) {
            return from;
        }
        Set<Member> others = Collections.newSetFromMap(new IdentityHashMap<>());
        others.addAll(suspects);
        Problem problem = from.problems().isEmpty() ? null : from.problems().get(0);
        search(suspects, others, problem);
        return attempt();
    }

    /** Finds those among the suspects without which all is well; all of {@code others} are blanked meanwhile. */
    private void search(List<Member> suspects, Set<Member> others, @Nullable Problem problem) {
        if (isExhausted()) {
            suspects.forEach(member -> blankMore(member, problem));
            return;
        }
        others.removeAll(suspects);
        Attempt attempt = attempt(others);
        if (attempt.isComplete()) {
            others.addAll(suspects);
            return;
        }
        Problem own =
                attempt.problems().isEmpty() ? problem : attempt.problems().get(0);
        if (suspects.size() == 1) {
            Member member = suspects.get(0);
            blankMore(member, own);
            if (member.hasBody() && !attempt(others).isComplete()) {
                blankMore(member, own);
            }
            others.addAll(suspects);
            return;
        }
        others.addAll(suspects);
        int half = suspects.size() / 2;
        search(suspects.subList(0, half), others, own);
        search(suspects.subList(half, suspects.size()), others, own);
    }

    private @Nullable Member memberAt(int offset) {
        for (Member member : skeleton.members()) {
            if (member.whole().contains(offset)) {
                return member;
            }
        }
        return null;
    }

    private static List<Position> places(Attempt attempt) {
        return attempt.problems().stream()
                .map(Recovery::placeOf)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static @Nullable Position placeOf(Problem problem) {
        Matcher lexical = LEXICAL.matcher(problem.getMessage());
        if (problem.getMessage().startsWith("Lexical error") && lexical.find()) {
            // An error at the very end of the text has column 0.
            return new Position(
                    Math.max(1, Integer.parseInt(lexical.group(1))), Math.max(1, Integer.parseInt(lexical.group(2))));
        }
        JavaToken last = problem.getLocation().map(tokens -> tokens.getBegin()).orElse(null);
        JavaToken next = last == null ? null : last.getNextToken().orElse(null);
        while (next != null && next.getCategory().isWhitespaceOrComment()) {
            next = next.getNextToken().orElse(null);
        }
        // The parser names the last token that it took; the one that it did not expect comes behind.
        boolean isUnexpected = problem.getMessage().startsWith("Parse error")
                && next != null
                && !next.getText().isEmpty();
        JavaToken token = isUnexpected ? next : last;
        return token == null ? null : token.getRange().map(range -> range.begin).orElse(null);
    }

    private Notification notAnalyzed(Member member, @Nullable Problem problem) {
        Position place = problem == null ? null : placeOf(problem);
        boolean isInside = place != null && member.whole().contains(lines.offset(place.line, place.column));
        Span span = isInside && place != null
                ? new Span(place.line, place.column, place.line, place.column)
                : lines.span(member.whole()).before();
        return Notification.incomplete(
                path,
                span,
                "'" + member.name() + "' was not analyzed because it could not be parsed" + reason(problem)
                        + "; correct its syntax, and report it if javac takes it.");
    }

    private Notification rest(Problem problem) {
        Position place = placeOf(problem);
        Span span = place == null ? null : new Span(place.line, place.column, place.line, place.column);
        return Notification.incomplete(
                path,
                span,
                "Not all of this file was analyzed because it could not be parsed here" + reason(problem)
                        + "; correct the syntax, and report it if javac takes it.");
    }

    private static String reason(@Nullable Problem problem) {
        if (problem == null) {
            return "";
        }
        String message = problem.getMessage();
        Matcher found = FOUND.matcher(message);
        if (message.startsWith("Parse error") && found.find()) {
            return " (unexpected " + found.group(1) + ")";
        } else if (message.startsWith("Lexical error")) {
            return " (no Java token)";
        } else if (problem.getCause().orElse(null) instanceof StackOverflowError) {
            return " (nested too deeply)";
        }
        return "";
    }

    /** Bodies that are empty only because they were blanked. */
    private void mark(CompilationUnit unit) {
        Set<Integer> starts = new java.util.HashSet<>();
        blanked.forEach((member, blank) -> {
            if (blank.how() == How.BODY) {
                starts.add(member.body().start() - 1);
            }
        });
        if (!starts.isEmpty()) {
            unit.walk(node -> {
                BlockStmt body = bodyOf(node);
                if (body != null && starts.contains(lines.startOf(body))) {
                    node.setData(Declarations.NOT_ANALYZED, true);
                }
            });
        }
    }

    private static @Nullable BlockStmt bodyOf(Node node) {
        if (node instanceof MethodDeclaration method) {
            return method.getBody().orElse(null);
        } else if (node instanceof ConstructorDeclaration constructor) {
            return constructor.getBody();
        } else if (node instanceof CompactConstructorDeclaration constructor) {
            return constructor.getBody();
        }
        return node instanceof InitializerDeclaration initializer ? initializer.getBody() : null;
    }

    /** The parser does not know enums inside of code; as members of the type around they mean nearly the same. */
    private void addLocalEnums(CompilationUnit unit) {
        if (skeleton.localEnums().isEmpty()) {
            return;
        }
        StringBuilder rest = new StringBuilder(text);
        skeleton.members().stream().filter(m -> !m.isHeader()).forEach(member -> blank(rest, member.whole()));
        skeleton.localEnums()
                .forEach(region ->
                        rest.replace(region.start(), region.end(), text.substring(region.start(), region.end())));
        Attempt attempt = parser.apply(rest.toString());
        for (Region region : skeleton.localEnums()) {
            EnumDeclaration found = attempt.unit() == null ? null : enumAt(attempt.unit(), region.start());
            TypeDeclaration<?> owner = found == null ? null : sameType(unit, found);
            if (found != null && owner != null) {
                found.remove();
                owner.getMembers().add(found);
            } else {
                notifications.add(Notification.incomplete(
                        path,
                        lines.span(region).before(),
                        "This enum was not analyzed because it stands inside of code; move it out of the method."));
            }
        }
    }

    private @Nullable EnumDeclaration enumAt(CompilationUnit unit, int start) {
        return unit.findFirst(EnumDeclaration.class, found -> lines.startOf(found) == start)
                .orElse(null);
    }

    private @Nullable TypeDeclaration<?> sameType(CompilationUnit unit, EnumDeclaration found) {
        Node parent = found.getParentNode().orElse(null);
        int start = parent == null ? -1 : lines.startOf(parent);
        for (TypeDeclaration<?> type : unit.findAll(TypeDeclaration.class)) {
            if (lines.startOf(type) == start) {
                return type;
            }
        }
        return null;
    }
}
