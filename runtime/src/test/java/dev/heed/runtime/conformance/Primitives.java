package dev.heed.runtime.conformance;

import dev.heed.runtime.Body;
import java.time.Duration;

/** Locks, queues and the like of one dialect. */
interface Primitives {

    void sleep(Duration time);

    Object create(String kind, Object size);

    void statement(String op, Object target) throws Exception;

    Object expression(String op, Object target);

    void put(Object queue, Body<Object> item) throws Exception;

    <T> T with(Object target, Body<T> body) throws Exception;
}
