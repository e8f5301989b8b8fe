package dev.heed.engine.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files, channels and sockets against their models. */
class InputOutputCallsTest {
    private static final TimeUnit HOURS = TimeUnit.HOURS;
    private static final long LONG = 10L;

    private final CallTable table = new CallTable();

    @TestFactory
    Stream<DynamicTest> files(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "some text");
        Callable<FileChannel> channel = () -> FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        table.calls(FileChannel.class)
                .fresh(channel)
                .ready("read", ByteBuffer.allocate(4))
                .ready("read", ByteBuffer.allocate(4), 0L)
                .ready("write", ByteBuffer.allocate(4))
                .ready("size")
                .ready("position")
                .ready("position", 0L)
                .ready("truncate", 100L)
                .ready("force", true)
                .ready("lock")
                .ready("tryLock");
        // The channels behind these are told not to react.
        table.calls(InputStream.class).fresh(() -> Files.newInputStream(file)).ignoring("read");
        WatchService watch = FileSystems.getDefault().newWatchService();
        table.calls(WatchService.class)
                .on(watch)
                .waiting("take")
                .waiting("poll", LONG, HOURS)
                .ready("poll");
        return table.tests();
    }

    @TestFactory
    Stream<DynamicTest> pipes() throws Exception {
        table.calls(PipedInputStream.class)
                .fresh(() -> {
                    PipedInputStream in = new PipedInputStream();
                    new PipedOutputStream(in);
                    return in;
                })
                .waiting("read");
        table.calls(PipedOutputStream.class)
                .fresh(() -> {
                    PipedOutputStream out = new PipedOutputStream();
                    new PipedInputStream(out, 1);
                    out.write(1);
                    return out;
                })
                .waiting("write", 2);
        table.calls(PipedReader.class)
                .fresh(() -> {
                    PipedReader in = new PipedReader();
                    new PipedWriter(in);
                    return in;
                })
                .waiting("read");
        table.calls(Pipe.SourceChannel.class).fresh(() -> Pipe.open().source()).waiting("read", ByteBuffer.allocate(4));
        table.calls(Selector.class)
                .fresh(Selector::open)
                .waiting("select")
                .waiting("select", 1_000_000L)
                .ready("selectNow");
        Consumer<Object> nothing = key -> {};
        table.calls(Selector.class).fresh(Selector::open).waiting("select", nothing);
        return table.tests();
    }

    @TestFactory
    Stream<DynamicTest> network() throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        ServerSocket server = new ServerSocket(0, 5, here);
        table.calls(Socket.class).fresh(Socket::new).ready("connect", server.getLocalSocketAddress());
        table.calls(ServerSocket.class)
                .on(server)
                .released(() -> connect(server))
                .blockedInSystem("accept");
        DatagramSocket datagrams = new DatagramSocket(0, here);
        table.calls(DatagramSocket.class)
                .on(datagrams)
                .released(() -> sendTo(datagrams))
                .blockedInSystem("receive", new DatagramPacket(new byte[4], 4));
        InetSocketAddress any = new InetSocketAddress(here, 0);
        table.calls(ServerSocketChannel.class)
                .fresh(() -> ServerSocketChannel.open().bind(any))
                .waiting("accept");
        table.calls(SocketChannel.class)
                .fresh(() -> SocketChannel.open(server.getLocalSocketAddress()))
                .waiting("read", ByteBuffer.allocate(4));
        table.calls(DatagramChannel.class)
                .fresh(() -> DatagramChannel.open().bind(any))
                .waiting("receive", ByteBuffer.allocate(4));
        table.calls(SocketChannel.class)
                .fresh(() -> {
                    SocketChannel channel = SocketChannel.open(server.getLocalSocketAddress());
                    channel.configureBlocking(false);
                    return channel;
                })
                .ready("read", ByteBuffer.allocate(4));
        return table.tests();
    }

    @TestFactory
    Stream<DynamicTest> http() throws IOException {
        ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        URI address = URI.create("http://localhost:" + silent.getLocalPort() + "/");
        table.calls(HttpClient.class)
                .fresh(HttpClient::newHttpClient)
                .waiting("send", HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
        return table.tests();
    }

    private static void connect(ServerSocket server) {
        try (Socket socket = new Socket()) {
            socket.connect(server.getLocalSocketAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sendTo(DatagramSocket receiver) {
        try (DatagramSocket sender = new DatagramSocket()) {
            sender.send(new DatagramPacket(new byte[4], 4, receiver.getLocalSocketAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
