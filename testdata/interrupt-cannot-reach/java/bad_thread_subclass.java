// A thread that stops itself by its own status, and waits for packets.
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;

class BeaconReader extends Thread {
    private final DatagramSocket socket;

    BeaconReader(int port) throws IOException {
        socket = new DatagramSocket(port);
    }

    @Override
    public void run() {
        byte[] buffer = new byte[512];
        try {
            while (!isInterrupted()) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet); // heed: interrupt-cannot-reach "'receive' does not react"
            }
        } catch (IOException e) {
            System.err.println("beacon: " + e);
        } finally {
            socket.close();
        }
    }

    void finish() {
        interrupt();
    }
}
