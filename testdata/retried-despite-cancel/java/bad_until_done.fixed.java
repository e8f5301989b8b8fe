// A local says when it has worked; an interrupt does not set it, and the loop has no other end.
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

class JobStarter {
    void start(HttpClient client, HttpRequest job) {
        boolean done = false;
        while (!done) {
            try {
                client.send(job, HttpResponse.BodyHandlers.discarding());
                done = true;
            } catch (InterruptedException e) {
                System.err.println("not started: " + e);
                Thread.currentThread().interrupt();
                return;
            } catch (IOException e) {
                System.err.println("failed, once more: " + e);
            }
        }
    }
}
