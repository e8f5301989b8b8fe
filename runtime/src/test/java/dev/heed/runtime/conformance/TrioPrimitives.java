package dev.heed.runtime.conformance;

import dev.heed.runtime.Body;
import dev.heed.runtime.Loop;
import java.time.Duration;

/** Locks and queues as trio's behave. */
final class TrioPrimitives implements Primitives {
    private final AsyncioPrimitives todo;

    TrioPrimitives(Loop loop) {
        todo = new AsyncioPrimitives(loop);
    }

    @Override
    public void sleep(Duration time) {
        todo.sleep(time);
    }

    @Override
    public Object create(String kind, Object size) {
        return todo.create(kind, size);
    }

    @Override
    public void statement(String op, Object target) {
        todo.statement(op, target);
    }

    @Override
    public Object expression(String op, Object target) {
        return todo.expression(op, target);
    }

    @Override
    public void put(Object queue, Body<Object> item) throws Exception {
        todo.put(queue, item);
    }

    @Override
    public <T> T with(Object target, Body<T> body) throws Exception {
        return todo.with(target, body);
    }
}
