package dev.heed.verify.code;

import dev.heed.verify.check.Answer;
import dev.heed.verify.check.Question;

/** What the class files say to a claim before anything is run. */
public sealed interface Located {
    /** The question to ask. */
    record Ready(Question question) implements Located {}

    /** It cannot be asked. */
    record Unknown(Answer answer) implements Located {}
}
