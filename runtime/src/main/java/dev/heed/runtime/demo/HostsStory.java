package dev.heed.runtime.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Loop;
import dev.heed.runtime.Promise;
import dev.heed.runtime.Provenance;
import dev.heed.runtime.Task;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Host A calls B, and B calls C, over real HTTP. A hangs up; in B the first code to see it is the request to C. B's log blames C,
 * unless it can tell where the cancel came from.
 */
final class HostsStory {
    private static final Duration HEARTBEAT = Duration.ofMillis(25);

    private final Duration patience;
    private final CountDownLatch over = new CountDownLatch(1);

    HostsStory(Duration patience) {
        this.patience = patience;
    }

    void run(PrintStream out) {
        out.println("The same between hosts: A calls B, B calls C, and A hangs up.");
        ExecutorService threads = Executors.newCachedThreadPool(action -> {
            Thread thread = new Thread(action, "heed-demo-host");
            thread.setDaemon(true);
            return thread;
        });
        try (Loop loop =
                Loop.builder().realTime().provenance(Provenance.DETAILED).build()) {
            HttpServer hostC = server(threads, this::answerLate);
            Promise<HttpExchange> requested = loop.promise("a request of A");
            HttpServer hostB = server(threads, exchange -> loop.post(() -> accept(requested, exchange)));
            try {
                threads.execute(() -> callAndHangUp(hostB));
                loop.run(() -> hostB(loop, requested, uri(hostC), out));
            } finally {
                over.countDown();
                hostB.stop(0);
                hostC.stop(0);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void accept(Promise<HttpExchange> requested, HttpExchange exchange) {
        if (!requested.isDone()) {
            requested.complete(exchange);
        }
    }

    private static HttpServer server(ExecutorService threads, com.sun.net.httpserver.HttpHandler handler) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", handler);
            server.setExecutor(threads);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI uri(HttpServer server) {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/");
    }

    /** Host C: slow. */
    private void answerLate(HttpExchange exchange) throws IOException {
        try (exchange) {
            over.await();
            exchange.sendResponseHeaders(503, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The story is over, and so is this thread of the pool.
        }
    }

    /** Host A: asks B, loses its patience, and drops the connection. */
    private void callAndHangUp(HttpServer hostB) {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), hostB.getAddress().getPort())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: b\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            boolean unused = over.await(patience.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The story is over, and so is this thread of the pool.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Host B: a task answers A, another one watches A's connection. */
    private void hostB(Loop loop, Promise<HttpExchange> requested, URI hostC, PrintStream out) {
        HttpExchange exchange = requested.await();
        Task<Void> handler = loop.spawn("B-handler", () -> handle(loop, hostC, out));
        Task<Void> watch = loop.spawn("B-connection-to-A", () -> watch(loop, exchange, handler));
        try {
            handler.await();
        } catch (CancelledException e) { // Its client is gone: there is nobody to answer.
            out.println("B: the handler has ended, and its request to C with it.");
        }
        boolean unused = watch.cancel();
    }

    private static void handle(Loop loop, URI hostC, PrintStream out) {
        Task<String> request = loop.spawn("C-request", () -> requestC(loop, hostC, out));
        String unused = request.await();
    }

    /** The innermost code: the first that sees the cancel, and the one that is tempted to blame C. */
    private static String requestC(Loop loop, URI hostC, PrintStream out) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(hostC).build();
        try {
            return loop.blocking("GET from C", () -> client.send(request, HttpResponse.BodyHandlers.ofString()))
                    .body();
        } catch (CancelledException e) {
            out.println("B's log, naive:           WARN request to C was cancelled. Is C too slow?");
            out.println("B's log, with provenance: INFO request to C was cancelled, because "
                    + e.why().reason() + ".");
            out.println(e.explain().indent(4).stripTrailing());
            throw e;
        }
    }

    /** Sends a byte from time to time, which fails once A is gone. */
    private static void watch(Loop loop, HttpExchange exchange, Task<Void> handler) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        while (true) {
            loop.sleep(HEARTBEAT);
            try {
                body.write(' ');
                body.flush();
            } catch (IOException e) {
                boolean unused = handler.cancel("client A disconnected");
                return;
            }
        }
    }
}
