package io.reactivex.rxjava3.functions;

@FunctionalInterface
public interface Action {
    void run() throws Throwable;
}
