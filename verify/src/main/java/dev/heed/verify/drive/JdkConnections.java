package dev.heed.verify.drive;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** What the JDK has for connections, on this machine alone: no name is looked up, and nobody is connected to. */
final class JdkConnections {
    private JdkConnections() {}

    /** A value of the type; null if it is none of these. */
    static @Nullable Object of(Class<?> type) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        return switch (type.getName()) {
            case "java.net.InetAddress" -> here;
            case "java.net.SocketAddress", "java.net.InetSocketAddress" -> anyPort(here);
            case "java.net.URI" -> URI.create("x");
            case "java.net.URL" -> new URL("file:/x");
            case "java.net.ServerSocket" -> new ServerSocket(0, 1, here);
            case "java.net.DatagramSocket" -> new DatagramSocket(anyPort(here));
            case "java.nio.channels.Selector" -> Selector.open();
            case "java.nio.channels.SocketChannel" -> SocketChannel.open();
            case "java.nio.channels.ServerSocketChannel" ->
                ServerSocketChannel.open().bind(anyPort(here));
            case "java.nio.channels.DatagramChannel" -> DatagramChannel.open();
            default -> null;
        };
    }

    /** Whether it is one of these that has to be closed. */
    static boolean holdsOne(Object made) {
        return made instanceof Selector
                || made instanceof NetworkChannel
                || made instanceof ServerSocket
                || made instanceof DatagramSocket;
    }

    private static SocketAddress anyPort(InetAddress here) {
        return new InetSocketAddress(here, 0);
    }
}
