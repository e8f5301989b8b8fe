package io.reactivex.rxjava3.core;

import io.reactivex.rxjava3.functions.Action;

public abstract class Flowable<T> {
    public static native <T> Flowable<T> just(T value);

    public native Flowable<T> doAfterTerminate(Action action);

    public native Flowable<T> doFinally(Action action);

    public native Flowable<T> doOnCancel(Action action);
}
