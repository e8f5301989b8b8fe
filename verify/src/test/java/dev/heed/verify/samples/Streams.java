package dev.heed.verify.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Waits that declare no InterruptedException. */
public final class Streams {
    private Streams() {}

    public static void pipeSwallows() throws IOException {
        try (PipedOutputStream out = new PipedOutputStream();
                InputStream in = new PipedInputStream(out)) {
            out.write(1);
            read(in);
        }
    }

    private static void read(InputStream in) throws IOException {
        try {
            in.read();
        } catch (java.io.InterruptedIOException e) {
            System.getLogger("pipe").log(System.Logger.Level.DEBUG, "end of input");
        }
    }

    public static void pipeThrows() throws IOException {
        try (PipedOutputStream out = new PipedOutputStream();
                InputStream in = new PipedInputStream(out)) {
            out.write(1);
            in.read();
        }
    }

    public static void channelIsClosedByInterrupt() throws IOException {
        try (FileChannel file = FileChannel.open(Files.createTempFile("heed", ".bin"), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(8));
        }
    }

    /** Clears the status that the closed channel leaves behind, and reports an ordinary end. */
    public static void channelSwallows() throws IOException {
        try (FileChannel file = FileChannel.open(Files.createTempFile("heed", ".bin"), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(8));
        } catch (java.nio.channels.ClosedByInterruptException e) {
            Thread.interrupted();
        }
    }

    public static void selects() throws IOException {
        try (Selector selector = Selector.open();
                ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.configureBlocking(false);
            server.register(selector, java.nio.channels.SelectionKey.OP_ACCEPT);
            selector.select(1);
        }
    }

    /** Another party's queue, behind an interface of our own. */
    public interface Source {
        String next() throws InterruptedException;
    }

    public static void openPoint() {
        Source source = (Source) java.lang.reflect.Proxy.newProxyInstance(
                Source.class.getClassLoader(), new Class<?>[] {Source.class}, (proxy, method, args) -> "x");
        try {
            source.next();
        } catch (InterruptedException e) {
            return;
        }
    }

    /** Here the code behind the interface is looked into: the point is the sleep. */
    public static void closedPoint() throws InterruptedException {
        Source source = () -> {
            Thread.sleep(1);
            return "x";
        };
        source.next();
    }
}
