package dev.heed.verify.code;

import dev.heed.verify.check.Answer;
import dev.heed.verify.check.Evidence;
import dev.heed.verify.check.Member;
import dev.heed.verify.check.Obstacle;
import dev.heed.verify.check.Place;
import dev.heed.verify.check.Question;
import dev.heed.verify.code.Claim.Lines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        Optional<Lines> delivery = delivery(claim, line.get().step());
        if (delivery.isEmpty() || !isCompiledFrom(claim, delivery.get(), code.get())) {
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
                List.of(place(delivery.get()).orElseThrow()),
                handlers,
                line.get().properties(),
                time));
    }

    private static Located unknown(Obstacle obstacle, String reason) {
        return new Located.Unknown(Answer.unknown(obstacle, reason));
    }

    /** The step at which the cancellation arrives; where it is in code that is not looked into, the next one that is. */
    private Optional<Lines> delivery(Claim claim, int step) {
        List<Lines> steps = new ArrayList<>(claim.steps());
        steps.add(claim.lines());
        return steps.stream()
                .skip(Math.min(step - 1, claim.steps().size()))
                .filter(lines -> index.code(lines.path()).isPresent())
                .findFirst();
    }

    private Optional<Place> place(Lines lines) {
        return index.code(lines.path()).map(code -> new Place(code.classNames(), lines.first(), lines.last()));
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
