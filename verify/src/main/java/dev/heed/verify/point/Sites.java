package dev.heed.verify.point;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All sites of the classes rewritten so far, by number. Safe for several threads: classes load when they please. */
public final class Sites {
    private final List<Site> all = new ArrayList<>();
    private final Set<String> rewritten = ConcurrentHashMap.newKeySet();

    /** Gives a site its number. */
    public synchronized int add(Site site) {
        all.add(site);
        return all.size() - 1;
    }

    /** The site of a number that {@link #add} gave. */
    public synchronized Site get(int number) {
        return all.get(number);
    }

    /** How many there are. */
    public synchronized int size() {
        return all.size();
    }

    /** From now on this class's code has probes. */
    public void rewrote(String className) {
        rewritten.add(className);
    }

    /** Whether the code behind an object of this class has probes of its own. */
    public boolean isRewritten(Class<?> type) {
        // A lambda's body is a method of the class around it; its hidden class is named after that one.
        String name = type.getName();
        int hidden = name.indexOf("$$Lambda");
        return rewritten.contains(hidden < 0 ? name : name.substring(0, hidden));
    }
}
