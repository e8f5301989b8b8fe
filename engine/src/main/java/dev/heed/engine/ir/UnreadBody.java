package dev.heed.engine.ir;

import dev.heed.engine.dependency.Recorder;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Words;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A body that is read when somebody first looks at it. Until then its words tell whether that is worth the while.
 * Thread-safe.
 */
public abstract class UnreadBody {
    private static final Words ACTIVE = Words.of(List.of("(", "=", "throw", "assert"));

    private final SourceFile file;
    private final Words words;
    private volatile @Nullable Content content;

    /**
     * A body that is not read yet.
     *
     * @param file where it stands
     * @param words all words of it
     */
    protected UnreadBody(SourceFile file, Words words) {
        this.file = file;
        this.words = words;
    }

    /**
     * What is in a body.
     *
     * @param parameters of the function
     * @param variables all variables of the function, the parameters first
     * @param blocks as {@link dev.heed.engine.ir.Function#blocks}
     * @param nested the lambdas in it, in the order of the text
     */
    public record Content(
            List<Variable> parameters,
            List<Variable> variables,
            List<Block> blocks,
            List<dev.heed.engine.ir.Function> nested) {
        public Content {
            nested = List.copyOf(nested);
        }
    }

    /** Reads the body; called once. Never throws for what the text holds. */
    protected abstract Content read();

    /** As {@link dev.heed.engine.ir.Function#isInert}. */
    boolean isInert() {
        boolean isInert = !words.mayContainAny(ACTIVE);
        if (isInert) {
            Recorder.read(file); // who takes it for active looks into it
        }
        return isInert;
    }

    boolean mayContain(String word) {
        Recorder.read(file);
        return words.mayContain(word);
    }

    boolean mayContainAny(Words others) {
        Recorder.read(file);
        return words.mayContainAny(others);
    }

    /**
     * The words of the body. The marks {@code (}, {@code =} (an assignment), {@code ->}, and {@code ::} are words, too. Whose
     * results rest on them asks the function.
     */
    public Words words() {
        return words;
    }

    /** For who has read the body along with others. */
    public void set(Content read) {
        synchronized (this) {
            if (content == null) {
                content = read;
            }
        }
    }

    /** What is in the body; reads it if need be. */
    public Content content() {
        Recorder.read(file);
        Content known = content;
        if (known == null) {
            synchronized (this) {
                known = content;
                if (known == null) {
                    known = read();
                    content = known;
                }
            }
        }
        return known;
    }

    /** For {@link dev.heed.engine.ir.Function#parameters}; their number is known without a look at the body. */
    public List<Variable> parameters(int count) {
        return count == 0 ? List.of() : new View<>(this, Content::parameters, count);
    }

    /** For {@link dev.heed.engine.ir.Function#variables}. */
    public List<Variable> variables() {
        return new View<>(this, Content::variables, -1);
    }

    /** For {@link dev.heed.engine.ir.Function#blocks}; never empty. */
    public List<Block> blocks() {
        return new View<>(this, Content::blocks, -1);
    }

    /** A part of the content as a list. */
    static final class View<E> extends AbstractList<E> {
        private final UnreadBody body;
        private final Function<Content, List<E>> part;
        private final int known;

        View(UnreadBody body, Function<Content, List<E>> part, int known) {
            this.body = body;
            this.part = part;
            this.known = known;
        }

        UnreadBody body() {
            return body;
        }

        private List<E> list() {
            return part.apply(body.content());
        }

        @Override
        public E get(int index) {
            return list().get(index);
        }

        @Override
        public Iterator<E> iterator() {
            return list().iterator();
        }

        @Override
        public void forEach(Consumer<? super E> action) {
            list().forEach(action);
        }

        @Override
        public Spliterator<E> spliterator() {
            return list().spliterator();
        }

        @Override
        public int size() {
            return known >= 0 ? known : list().size();
        }

        @Override
        public boolean isEmpty() {
            return known == 0;
        }
    }
}
