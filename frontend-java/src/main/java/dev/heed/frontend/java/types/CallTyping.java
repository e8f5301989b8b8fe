package dev.heed.frontend.java.types;

import com.github.javaparser.ast.expr.Expression;
import dev.heed.engine.ir.Confidence;
import java.util.ArrayList;
import java.util.List;

/**
 * What a call was found to call. Its types may hold inference variables until the expression that it is a part of has been
 * looked at as a whole.
 */
final class CallTyping {
    final String name;
    final JavaType receiver;
    final List<Members.Member> candidates;
    final Confidence confidence;
    final boolean isStaticCall;
    JavaType returnType = JavaType.UNKNOWN;
    List<JavaType> thrown = List.of();
    /** Functions among the arguments whose types wait for the rest. */
    private List<Pending> pending = new ArrayList<>();

    /** A lambda or method reference, and the type that it is converted to. */
    record Pending(Expression function, JavaType formal) {}

    CallTyping(
            String name,
            JavaType receiver,
            List<Members.Member> candidates,
            Confidence confidence,
            boolean isStaticCall) {
        this.name = name;
        this.receiver = receiver;
        this.candidates = candidates;
        this.confidence = confidence;
        this.isStaticCall = isStaticCall;
    }

    static CallTyping unresolved(String name, JavaType receiver) {
        return new CallTyping(name, receiver, List.of(), Confidence.UNRESOLVED, false);
    }

    List<Pending> pending() {
        return pending;
    }

    /** Hands over what is pending; later calls give nothing. */
    List<Pending> takePending() {
        List<Pending> taken = pending;
        pending = new ArrayList<>();
        return taken;
    }
}
