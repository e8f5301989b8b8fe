// The request to one host is interrupted; the handler for failures goes on to the next host.
import java.util.List;
import java.util.concurrent.BlockingQueue;

class HostList {
    private final BlockingQueue<String> answers = new java.util.concurrent.LinkedBlockingQueue<>();

    String ask(List<String> hosts) {
        for (String host : hosts) {
            try {
                return request(host);
            } catch (Exception e) {
                System.err.println(host + " does not answer");
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
        }
        return null;
    }

    private String request(String host) throws InterruptedException {
        answers.add(host);
        answers.take();
        return answers.take();
    }
}
