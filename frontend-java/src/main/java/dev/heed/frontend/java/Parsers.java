package dev.heed.frontend.java;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Parsers that nobody uses at the moment. Thread-safe. */
final class Parsers {
    private final Queue<JavaMembers> idle = new ConcurrentLinkedQueue<>();

    Parsers() {}

    /** A parser for one thread, until it is given back. */
    JavaMembers take() {
        JavaMembers members = idle.poll();
        return members == null ? new JavaParserMembers() : members;
    }

    void give(JavaMembers members) {
        idle.add(members);
    }
}
