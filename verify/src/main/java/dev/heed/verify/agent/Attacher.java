package dev.heed.verify.agent;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;

/** A small program of its own, since a JVM may not attach to itself: loads the agent into the one that started it. */
public final class Attacher {
    private Attacher() {}

    /**
     * Takes the number of the process, and the agent's jar.
     *
     * @throws IOException if the process is gone or does not answer
     */
    public static void main(String[] args)
            throws IOException, AttachNotSupportedException, AgentLoadException, AgentInitializationException {
        VirtualMachine machine = VirtualMachine.attach(args[0]);
        try {
            machine.loadAgent(args[1]);
        } finally {
            machine.detach();
        }
    }
}
