package dev.heed.verify.drive;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the way to the wait.
 *
 * @param wishes what values must be
 * @param cast what values are made of which the declarations tell nothing
 * @param standIns the calls that are not made
 * @param mayStandIn whether more of these may come
 */
record Guide(Wishes wishes, Cast cast, Set<StandIn> standIns, boolean mayStandIn) {
    static final Guide NONE = new Guide(Wishes.NONE, Cast.NONE, Set.of(), false);

    /** More calls than these that fail, and too little is left of the way. */
    private static final int MOST = 8;

    /** As the JVM has put it since JDK 14 (JEP 358). */
    private static final Pattern NOTHING_RETURNED =
            Pattern.compile("because the return value of \"(?:[^\"(]*\\.)?([^\".(]+)\\([^\"]*\\)\" is null");

    Guide {
        standIns = Set.copyOf(standIns);
    }

    static Guide of(Wishes wishes) {
        return new Guide(wishes, Cast.NONE, Set.of(), false);
    }

    Guide with(Cast other) {
        return new Guide(wishes, other, standIns, mayStandIn);
    }

    /** From the start where answers are wished for; more are learned from what fails. */
    Guide standingIn() {
        return new Guide(wishes, cast, wishes.standIns(), true);
    }

    /** With one more for the call on the way that has failed; empty if that was none, or if there are enough. */
    Optional<Guide> after(Throwable failure) {
        if (!mayStandIn || standIns.size() >= wishes.standIns().size() + MOST) {
            return Optional.empty();
        }
        StandIn found = null;
        Throwable cause = failure;
        // The innermost cause is what failed first.
        for (int i = 0; i < MOST && cause != null; i++) {
            StandIn failed = failed(cause);
            found = failed == null ? found : failed;
            cause = cause.getCause();
        }
        if (found == null || standIns.contains(found)) {
            return Optional.empty();
        }
        Set<StandIn> all = new TreeSet<>(Comparator.comparing(StandIn::toString));
        all.addAll(standIns);
        all.add(found);
        return Optional.of(new Guide(wishes, cast, all, true));
    }

    private @Nullable StandIn failed(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        int at = 0;
        while (at < stack.length && !wishes.isOnWay(stack[at].getClassName(), stack[at].getMethodName())) {
            at++;
        }
        if (at == stack.length) {
            return null;
        }
        // A call that leads to the wait must be made: what fails in it is nearer to the wait.
        while (at > 0 && wishes.isGoal(stack[at].getClassName(), stack[at].getLineNumber())) {
            at--;
        }
        String called = "";
        if (at > 0) {
            called = stack[at - 1].getMethodName();
        } else if (failure instanceof NullPointerException) {
            Matcher returned = NOTHING_RETURNED.matcher(String.valueOf(failure.getMessage()));
            called = returned.find() ? returned.group(1) : "";
        }
        return called.isEmpty() || !StandIn.canReplace(called)
                ? null
                : new StandIn(stack[at].getClassName(), stack[at].getMethodName(), stack[at].getLineNumber(), called);
    }
}
