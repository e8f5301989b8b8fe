package dev.heed.verify.check;

import dev.heed.verify.witness.Property;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What is to be found out by running code.
 *
 * @param classNames the classes concerned; all of their members are called if none are named
 * @param members what to call, in this order
 * @param deliveries where the cancellation must arrive, or pass through on its way up; empty for anywhere
 * @param handlers where it must be caught, as far as there are handlers
 * @param properties what must not hold for a yes
 * @param time how long all runs may take
 * @param call at which call the cancellation must have arrived once for a no, such as {@code Thread.sleep}; empty for any
 * @param passed the call that hands the cancellation on to the handler: where nothing is known of one that arrives at the place itself,
 *     one that comes out of this call is as good for a yes, and says nothing for a no; empty if there is none
 */
public record Question(
        Set<String> classNames,
        List<Member> members,
        List<Place> deliveries,
        List<Place> handlers,
        Set<Property> properties,
        Duration time,
        String call,
        List<Place> passed) {
    public Question {
        classNames = Set.copyOf(classNames);
        members = List.copyOf(members);
        deliveries = List.copyOf(deliveries);
        handlers = List.copyOf(handlers);
        properties = Set.copyOf(properties);
        passed = List.copyOf(passed);
    }

    /** One with no call in between. */
    public Question(
            Set<String> classNames,
            List<Member> members,
            List<Place> deliveries,
            List<Place> handlers,
            Set<Property> properties,
            Duration time,
            String call) {
        this(classNames, members, deliveries, handlers, properties, time, call, List.of());
    }

    /** The same, to be answered in another time. */
    Question within(Duration other) {
        return new Question(classNames, members, deliveries, handlers, properties, other, call, passed);
    }

    /** The question about the call in between. */
    Question ofPassed(Duration other) {
        return new Question(classNames, members, passed, handlers, properties, other, call, List.of());
    }

    /** One for which the cancellation may arrive at any call. */
    public Question(
            Set<String> classNames,
            List<Member> members,
            List<Place> deliveries,
            List<Place> handlers,
            Set<Property> properties,
            Duration time) {
        this(classNames, members, deliveries, handlers, properties, time, "");
    }
}
