package dev.heed.verify.run;

import java.util.HashMap;
import java.util.Map;

/**
 * Names threads by what they do, not by when they were started: that is the same in every run. A second thread with the same first
 * point gets a number.
 */
final class Roles {
    private final Map<String, Integer> taken = new HashMap<>();

    synchronized String name(String firstPoint) {
        int count = taken.merge(firstPoint, 1, Integer::sum);
        return count == 1 ? "thread of " + firstPoint : "thread of " + firstPoint + " (" + count + ")";
    }
}
