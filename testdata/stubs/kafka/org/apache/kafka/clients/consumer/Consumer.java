package org.apache.kafka.clients.consumer;

import java.io.Closeable;
import java.time.Duration;
import java.util.List;

/** The little of Kafka's consumer that the examples call. */
public interface Consumer<K, V> extends Closeable {
    List<V> poll(Duration timeout);

    void commitSync();

    void wakeup();

    @Override
    void close();
}
