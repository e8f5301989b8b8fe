package dev.heed.verify.oracle;

import dev.heed.verify.point.Site;
import dev.heed.verify.point.Sites;
import dev.heed.verify.run.Event;
import dev.heed.verify.run.Reached;
import dev.heed.verify.run.RunRecord;
import dev.heed.verify.run.Target;
import dev.heed.verify.run.ThreadRecord;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A run with a cancellation, and the one without.
 *
 * @param undisturbed the one without
 * @param disturbed the one with
 * @param target where it was delivered first
 * @param ownsThread whether the scenario's own thread may just end
 * @param caretakers classes that look after what they opened themselves, such as tests
 * @param sites the sites of both
 */
public record Case(
        RunRecord undisturbed,
        RunRecord disturbed,
        Target target,
        boolean ownsThread,
        Set<String> caretakers,
        Sites sites) {
    /** The thread that got the cancellation. */
    ThreadRecord thread() {
        return disturbed.thread(target.role()).orElseThrow();
    }

    /** Whether the scenario's own thread got it. */
    boolean isMain() {
        return target.role().equals(Reached.MAIN);
    }

    /** The same thread where nobody disturbed it. */
    Optional<ThreadRecord> undisturbedThread() {
        return undisturbed.thread(target.role());
    }

    /** Whether what is taken at this site is looked after by a caretaker. */
    boolean isLookedAfter(Site site) {
        String type = site.className();
        int nested = type.indexOf('$');
        return caretakers.contains(nested < 0 ? type : type.substring(0, nested));
    }

    Site site(int number) {
        return sites.get(number);
    }

    boolean saw(Event.Kind kind) {
        return thread().events().stream().anyMatch(event -> event.kind() == kind);
    }

    /** Such as {@code , and waits at Worker.java:12 BlockingQueue.take}; empty if the thread is at no point. */
    String waitsAt(ThreadRecord thread) {
        return thread.at() < 0 ? "" : " at " + site(thread.at()).name();
    }

    /** How much more there is of something than in the undisturbed run, by site. */
    static int surplus(Map<Integer, Integer> disturbed, Map<Integer, Integer> undisturbed, int site) {
        return disturbed.getOrDefault(site, 0) - undisturbed.getOrDefault(site, 0);
    }
}
