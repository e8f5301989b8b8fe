package dev.heed.verify.code;

import dev.heed.verify.check.Member;
import dev.heed.verify.code.Claim.Lines;
import dev.heed.verify.code.Code.Body;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The methods to call for code to be run: the one that it stands in if others may call it; those of the same source that lead to it; at
 * last a private method or the body of a lambda directly, as nobody else could.
 */
final class Leads {
    private static final int MOST = 10;
    private static final int FARTHEST = 4;

    private final Code code;

    Leads(Code code) {
        this.code = code;
    }

    /** The method that the lines stand in: of a method and the lambda in it, the lambda, which has fewer lines. */
    Optional<Body> around(Lines lines) {
        return code.bodies().stream()
                .filter(body -> body.spans(lines.first()))
                .min(Comparator.<Body>comparingInt(
                                body -> body.lines().last() - body.lines().first())
                        .thenComparing(Body::key));
    }

    /** In the order in which to try them. */
    List<Member> to(Lines lines) {
        return around(lines).map(this::to).orElse(List.of());
    }

    /** The same for a method. */
    List<Member> to(Body target) {
        Set<Body> leading = new LinkedHashSet<>(Set.of(target));
        List<Body> next = new ArrayList<>(leading);
        for (int i = 0; i < FARTHEST && !next.isEmpty(); i++) {
            List<Body> callers = new ArrayList<>();
            for (Body body : next) {
                code.leadingTo(body).stream()
                        .sorted(Comparator.comparing(Body::key))
                        .filter(leading::add)
                        .forEach(callers::add);
            }
            next = callers;
        }
        List<Member> members = new ArrayList<>();
        leading.stream().filter(Body::isOpen).forEach(body -> add(members, body));
        leading.stream().filter(body -> !body.isOpen()).forEach(body -> add(members, body));
        return members;
    }

    private void add(List<Member> members, Body body) {
        if (members.size() < MOST && !body.method().name.equals("<clinit>")) {
            members.add(new Member(
                    body.type().name.replace('/', '.'),
                    body.method().name,
                    body.method().desc,
                    code.isTask(body),
                    body.isStatic(),
                    body.isOpen() && code.isNameable(body)));
        }
    }
}
