package org.apache.kafka.common.errors;

import org.apache.kafka.common.KafkaException;

/** As in kafka-clients: an unchecked carrier whose constructors set the interrupt status again. */
public class InterruptException extends KafkaException {
    public InterruptException(InterruptedException cause) {
        super("", cause);
        Thread.currentThread().interrupt();
    }

    public InterruptException(String message, InterruptedException cause) {
        super(message, cause);
        Thread.currentThread().interrupt();
    }

    public InterruptException(String message) {
        super(message, new InterruptedException());
        Thread.currentThread().interrupt();
    }
}
