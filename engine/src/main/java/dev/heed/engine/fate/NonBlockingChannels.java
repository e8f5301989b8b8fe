package dev.heed.engine.fate;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.types.Hierarchy;
import java.util.Set;

/**
 * Channels that the function has put into non-blocking mode, or registered with a selector, which only takes those: their operations
 * do not wait, and an interrupt does not close them (JDK 17 and 25: {@code read} with the status set returns 0).
 */
final class NonBlockingChannels {
    private static final Set<String> OPERATIONS =
            Set.of("connect", "finishConnect", "read", "write", "accept", "receive", "send");

    private final Function function;
    private final Hierarchy hierarchy;

    NonBlockingChannels(Function function, Hierarchy hierarchy) {
        this.function = function;
        this.hierarchy = hierarchy;
    }

    /** Whether a call is an operation of such a channel. */
    boolean isAsked(Op.Call call) {
        Variable channel = call.receiver() == null ? null : call.receiver().variableOrNull();
        if (channel == null
                || !OPERATIONS.contains(call.callee().name())
                || !hierarchy
                        .isSubtype(call.callee().receiverType(), "java.nio.channels.SelectableChannel")
                        .isYes()) {
            return false;
        }
        boolean isNonBlocking = false;
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call other
                        && other.receiver() != null
                        && channel.equals(other.receiver().variableOrNull())) {
                    if (sets(other, true)) {
                        return false;
                    }
                    isNonBlocking |= sets(other, false) || other.callee().name().equals("register");
                }
            }
        }
        return isNonBlocking;
    }

    private static boolean sets(Op.Call call, boolean mode) {
        return call.callee().name().equals("configureBlocking")
                && call.arguments().size() == 1
                && call.arguments().get(0) instanceof Operand.Constant constant
                && Boolean.valueOf(mode).equals(constant.value());
    }
}
