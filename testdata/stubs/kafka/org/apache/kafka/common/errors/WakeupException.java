package org.apache.kafka.common.errors;

import org.apache.kafka.common.KafkaException;

/** As in kafka-clients: what a consumer's wait throws when another thread has called wakeup(). */
public class WakeupException extends KafkaException {
    public WakeupException() {
        super("woken", null);
    }
}
