package dev.heed.verify.run;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** What a run has taken and not given back yet: resources, and locks and permits. Of objects only their identity is used. */
final class Ledger {
    private final int most;
    private final Map<Object, Resource> resources = new IdentityHashMap<>();
    private final Map<Object, Balance> locks = new IdentityHashMap<>();
    private boolean isFull;

    private static final class Resource {
        private final int site;
        private final @Nullable Object parent;
        private @Nullable Object wrapper;
        private boolean isWrapper;
        private boolean isClosed;

        Resource(int site, @Nullable Object parent) {
            this.site = site;
            this.parent = parent;
        }
    }

    private static final class Balance {
        private final int site;
        private int amount;

        Balance(int site) {
            this.site = site;
        }
    }

    Ledger(int most) {
        this.most = most;
    }

    /** Whether there was too much to follow all of it. */
    synchronized boolean isFull() {
        return isFull;
    }

    synchronized void opened(Object resource, @Nullable Object parent, int site) {
        // A call that hands out its own receiver, or what is known already, opens nothing.
        if (resource != parent && !resources.containsKey(resource) && hasRoom(resources)) {
            resources.put(resource, new Resource(site, parent));
        }
    }

    synchronized void wrapped(Object wrapper, Object inner) {
        Resource known = resources.get(inner);
        if (known != null && wrapper != inner) {
            known.wrapper = wrapper;
            Resource outer = resources.get(wrapper);
            if (outer != null) {
                outer.isWrapper = true;
            }
        }
    }

    synchronized boolean closed(Object resource) {
        Resource known = resources.get(resource);
        if (known == null || known.isClosed) {
            return false;
        }
        known.isClosed = true;
        return true;
    }

    synchronized void took(Object lock, int amount, int site) {
        Balance balance = locks.get(lock);
        if (balance == null) {
            if (!hasRoom(locks)) {
                return;
            }
            balance = new Balance(site);
            locks.put(lock, balance);
        }
        balance.amount += amount;
    }

    /** Gives back; a lock that nobody took before is known by the place that gives it back. */
    synchronized void freed(Object lock, int amount, int site) {
        took(lock, -amount, site);
    }

    /** By site, how many are open: neither closed themselves, nor their wrapper, nor who handed them out. Wrappers hold nothing. */
    synchronized Map<Integer, Integer> left() {
        Map<Integer, Integer> left = new TreeMap<>();
        for (Resource resource : resources.values()) {
            if (!resource.isWrapper && !isClosed(resource, 0)) {
                left.merge(resource.site, 1, Integer::sum);
            }
        }
        return left;
    }

    /** By site, what is out of balance. */
    synchronized Map<Integer, Integer> held() {
        Map<Integer, Integer> held = new TreeMap<>();
        for (Balance balance : locks.values()) {
            held.merge(balance.site, balance.amount, Integer::sum);
        }
        return held;
    }

    /** The executors that the run has not ended. */
    synchronized List<ExecutorService> executors() {
        List<ExecutorService> executors = new ArrayList<>();
        for (Object resource : resources.keySet()) {
            if (resource instanceof ExecutorService executor) {
                executors.add(executor);
            }
        }
        return executors;
    }

    private boolean isClosed(Resource resource, int depth) {
        if (resource.isClosed) {
            return true;
        }
        return depth < resources.size()
                && (isClosed(resource.wrapper, depth + 1) || isClosed(resource.parent, depth + 1));
    }

    private boolean isClosed(@Nullable Object other, int depth) {
        Resource known = other == null ? null : resources.get(other);
        return known != null && isClosed(known, depth);
    }

    private boolean hasRoom(Map<?, ?> map) {
        isFull |= map.size() >= most;
        return map.size() < most;
    }
}
