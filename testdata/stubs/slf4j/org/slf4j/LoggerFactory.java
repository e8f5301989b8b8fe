package org.slf4j;

import java.lang.reflect.Proxy;

/** Just enough for the examples to compile, and to be run: what they log goes nowhere. */
public final class LoggerFactory {
    private LoggerFactory() {}

    public static Logger getLogger(Class<?> type) {
        Class<?>[] types = {Logger.class};
        return (Logger) Proxy.newProxyInstance(Logger.class.getClassLoader(), types, (self, method, arguments) -> null);
    }
}
