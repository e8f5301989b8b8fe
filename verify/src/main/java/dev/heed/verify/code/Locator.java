package dev.heed.verify.code;

import dev.heed.verify.check.Answer;
import dev.heed.verify.check.Evidence;
import dev.heed.verify.check.Member;
import dev.heed.verify.check.Obstacle;
import dev.heed.verify.check.Place;
import dev.heed.verify.check.Question;
import dev.heed.verify.code.Claim.Lines;
import dev.heed.verify.witness.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes of a claim the question to ask: which methods to call, and where the cancellation must arrive. */
public final class Locator {
    private static final String LAMBDA = "lambda in ";

    private final CodeIndex index;
    private final Evidence evidence;
    private final Duration time;

    /** With these class files; each question may take so much time. */
    public Locator(CodeIndex index, Evidence evidence, Duration time) {
        this.index = index;
        this.evidence = evidence;
        this.time = time;
    }

    /** The question, or why there is none. */
    public Located locate(Claim claim) {
        Optional<Evidence.Line> line = evidence.of(claim.rule());
        if (line.isEmpty()) {
            return unknown(
                    Obstacle.NOT_SHOWN_BY_RUNNING,
                    "What " + claim.rule() + " finds does not show when a cancellation is delivered.");
        }
        String file = claim.lines().fileName();
        Optional<Code> code = index.code(claim.lines().path());
        if (code.isEmpty()) {
            return unknown(Obstacle.NO_CLASSES, "None of the classes was compiled from " + file + ".");
        }
        if (!code.get().hasLines()) {
            return unknown(
                    Obstacle.NO_LINES, "The classes of " + file + " have no line numbers; compile them with -g:lines.");
        }
        List<Lines> deliveries = deliveries(claim, line.get().step());
        // Not every step of a path stands where there is code.
        boolean isAny = line.get().step() == Evidence.ANY_STEP;
        if (deliveries.isEmpty() || !isCompiledFrom(claim, isAny ? claim.lines() : deliveries.get(0), code.get())) {
            return unknown(
                    Obstacle.OTHER_SOURCES,
                    "The classes of " + file + " were not compiled from this source: the lines differ.");
        }
        List<Member> members = new Leads(code.get()).to(claim.lines());
        if (members.isEmpty()) {
            return unknown(Obstacle.NOT_DRIVEN, "No method that can be called leads there.");
        }
        List<Place> handlers = new ArrayList<>();
        claim.steps().forEach(step -> place(step).ifPresent(handlers::add));
        place(claim.lines()).ifPresent(handlers::add);
        return new Located.Ready(new Question(
                code.get().classNames(),
                members,
                deliveries.stream()
                        .flatMap(at -> places(at, line.get()))
                        .distinct()
                        .toList(),
                handlers,
                line.get().properties(),
                time,
                "",
                deliveries.size() > 1 ? List.of() : passed(claim, deliveries.get(0))));
    }

    /** The methods that a claim is about: the one that it stands in, and the one in which the cancellation arrives. */
    public Scope scope(Claim claim) {
        Set<Scope.Method> methods = new LinkedHashSet<>();
        Evidence.Line line = evidence.of(claim.rule()).orElse(new Evidence.Line(1, Set.of()));
        List<Lines> places = new ArrayList<>(List.of(claim.lines()));
        places.addAll(deliveries(claim, line.step()));
        for (Lines lines : places) {
            index.code(lines.path())
                    .flatMap(code -> new Leads(code).around(lines))
                    .ifPresent(body -> methods.add(new Scope.Method(lines.path(), body.key())));
        }
        return new Scope(
                List.copyOf(methods),
                line.properties().stream().filter(Property::isOnRequest).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * The question whether anything at all fails in some methods, wherever in them the cancellation arrives. What people are told of it
     * matters where that was the matter before.
     *
     * @param call at which call it must have arrived once for a no; empty for any
     */
    public Located locate(Scope scope, String call) {
        List<Place> places = new ArrayList<>();
        List<Member> members = new ArrayList<>();
        Set<String> classNames = new TreeSet<>();
        for (Scope.Method method : scope.methods()) {
            Optional<Code> code = index.code(method.path());
            Optional<Code.Body> body = code.flatMap(all -> all.bodies().stream()
                    .filter(one ->
                            one.key().equals(method.key()) && !one.lines().isEmpty())
                    .findFirst());
            if (code.isEmpty() || body.isEmpty()) {
                return unknown(Obstacle.NOT_DRIVEN, "The method is not there any more.");
            }
            TreeSet<Integer> lines = body.get().lines();
            places.add(new Place(code.get().classNames(), lines.first(), lines.last()));
            if (members.isEmpty()) {
                classNames.addAll(code.get().classNames());
                members.addAll(new Leads(code.get()).to(body.get()));
            }
        }
        if (members.isEmpty()) {
            return unknown(Obstacle.NOT_DRIVEN, "No method that can be called leads there.");
        }
        Set<Property> all = EnumSet.allOf(Property.class);
        all.removeIf(Property::isOnRequest);
        all.remove(Property.INVARIANT);
        all.addAll(scope.requested());
        return new Located.Ready(new Question(classNames, members, places, List.of(), all, time, call));
    }

    private static Located unknown(Obstacle obstacle, String reason) {
        return new Located.Unknown(Answer.unknown(obstacle, reason));
    }

    /**
     * The step at which the cancellation arrives; where it is in code that is not looked into, the next one that is. All of them if it
     * may be any.
     */
    private List<Lines> deliveries(Claim claim, int step) {
        List<Lines> steps = new ArrayList<>(claim.steps());
        steps.add(claim.lines());
        return steps.stream()
                .skip(Math.max(0, Math.min(step - 1, claim.steps().size())))
                .filter(lines -> index.code(lines.path()).isPresent())
                .limit(step == Evidence.ANY_STEP ? steps.size() : 1)
                .toList();
    }

    /** The step before the handler, if it is another one than that of the delivery: the call that hands the cancellation on. */
    private List<Place> passed(Claim claim, Lines delivery) {
        for (int i = 1; i < claim.steps().size(); i++) {
            Lines step = claim.steps().get(i);
            if (step.path().equals(claim.lines().path())
                    && step.first() == claim.lines().first()) {
                Lines before = claim.steps().get(i - 1);
                return before.equals(delivery)
                        ? List.of()
                        : place(before).stream().toList();
            }
        }
        return List.of();
    }

    private Optional<Place> place(Lines lines) {
        return index.code(lines.path()).map(code -> new Place(code.classNames(), lines.first(), lines.last()));
    }

    /** Where the path has the handler alone, the cancellation arrives in what that guards. */
    private Stream<Place> places(Lines lines, Evidence.Line line) {
        Stream<Place> guarded = index.code(lines.path()).filter(code -> line.step() == Evidence.ANY_STEP).stream()
                .flatMap(code -> code.guardedBy(lines.first(), lines.last()).stream()
                        .map(range -> new Place(code.classNames(), range[0], range[1])));
        return Stream.concat(place(lines).stream(), guarded);
    }

    /** Whether there is code where the path has the delivery, and the method around the finding has its name. */
    private boolean isCompiledFrom(Claim claim, Lines delivery, Code code) {
        boolean hasDelivery = index.code(delivery.path()).orElseThrow().bodies().stream()
                .anyMatch(body -> body.hasLineIn(delivery.first(), delivery.last()));
        String function = claim.function();
        boolean isLambda = function.startsWith(LAMBDA);
        String name = isLambda ? function.substring(LAMBDA.length()) : function;
        boolean isMethod =
                code.bodies().stream().anyMatch(body -> body.method().name.equals(name));
        boolean isNamedSo = code.bodies().stream()
                .filter(body -> body.spans(claim.lines().first()))
                .anyMatch(body ->
                        body.method().name.equals(name) || body.method().name.startsWith("lambda$"));
        // Constructors and initializers have other names in class files.
        boolean isOrdinary = !name.isEmpty()
                && Character.isJavaIdentifierStart(name.charAt(0))
                && !name.equals("initializer")
                && code.classNames().stream()
                        .noneMatch(type -> type.endsWith("." + name) || type.endsWith("$" + name) || type.equals(name));
        return hasDelivery && (!isOrdinary || (isMethod && isNamedSo));
    }
}
