package reactor.core.publisher;

public enum SignalType {
    CANCEL,
    ON_COMPLETE,
    ON_ERROR
}
