// An interface of the project with one method is a callback as well.
import java.util.concurrent.Future;

class GreetedSession {
    interface Farewell {
        void say(String name);
    }

    private final Farewell farewell;
    private final Future<?> heartbeat;
    private final String name;

    GreetedSession(Farewell farewell, Future<?> heartbeat, String name) {
        this.farewell = farewell;
        this.heartbeat = heartbeat;
        this.name = name;
    }

    void dispose() {
        farewell.say(name); // heed: callback-before-cancel
        if (heartbeat != null) {
            heartbeat.cancel(false);
        }
    }
}
