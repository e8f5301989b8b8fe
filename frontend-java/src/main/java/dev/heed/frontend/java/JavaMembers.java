package dev.heed.frontend.java;

import com.github.javaparser.ast.CompilationUnit;
import dev.heed.engine.scan.Notification;
import java.util.List;

/**
 * Turns the text of a source file into a tree. It stands between the front end and the parser library, so that a pass in
 * front of the parser can decide which members' text is worth parsing: the text handed in may have member bodies blanked
 * out (line breaks kept), and the tree has the positions of the text.
 */
public interface JavaMembers {

    /**
     * Parses a text. Never throws for what the text holds.
     *
     * @param path for notifications
     * @param text a whole compilation unit, perhaps with blanked bodies
     */
    Parsed parse(String path, String text);

    /**
     * A tree as far as there is one.
     *
     * @param unit the tree; members that could not be parsed are missing from it
     * @param notifications what was not parsed, with its place
     */
    record Parsed(CompilationUnit unit, List<Notification> notifications) {
        public Parsed {
            notifications = List.copyOf(notifications);
        }
    }
}
