package dev.heed.engine.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Words;
import dev.heed.engine.testing.FakeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValidityTest {
    private static final SourceFile EDITED = new FakeSource("Edited");
    private static final SourceFile OTHER = new FakeSource("Other");
    private static final Words STOP = Words.of(List.of("stop"));
    private static final Words WAIT = Words.of(List.of("wait"));
    private static final Dependency VOID = on(EDITED);
    private static final Dependency SOUND = on(OTHER);

    /** What results come to now, by name; and what was asked for. */
    private final Map<String, Dependency> now = new HashMap<>();

    private final List<String> asked = new ArrayList<>();
    private @Nullable String shareNow;

    private final Validity validity = after(List.of(STOP));

    private Validity after(List<Words> bodies) {
        return after(bodies, Set.of());
    }

    private Validity after(List<Words> bodies, Set<SourceFile> redeclared) {
        return new Validity(Set.of(EDITED), redeclared, bodies, new Validity.Again() {
            @Override
            public @Nullable Dependency result(String name) {
                asked.add(name);
                return now.get(name);
            }

            @Override
            public boolean isTold(String name) {
                return !name.equals("functions");
            }

            @Override
            public boolean asksTheSame(String name, Question question) {
                return !name.equals("asked otherwise");
            }

            @Override
            public boolean isSame(String name, Question question, SourceFile file, @Nullable String before) {
                asked.add(name);
                return Objects.equals(before, shareNow);
            }
        });
    }

    private static Dependency on(SourceFile file) {
        return Dependency.of(List.of(file), List.of(), List.of());
    }

    private static Dependency on(Dependency... results) {
        return Dependency.of(List.of(), List.of(results), List.of());
    }

    private static Dependency on(Question question) {
        return Dependency.of(List.of(), List.of(), List.of(question));
    }

    @Test
    void whatRestsOnTheEditedFileIsVoid() {
        assertThat(validity.holds(VOID)).isFalse();
        assertThat(validity.holds(on(SOUND, on(SOUND, VOID)))).isFalse();
        assertThat(validity.holds(on(SOUND, on(SOUND)))).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void aSearchThatMayFindTheEditIsVoid() {
        assertThat(validity.holds(on(new Question(STOP, null)))).isFalse();
        assertThat(validity.holds(on(new Question(WAIT, null)))).isTrue();
        assertThat(validity.holds(on(new Question(STOP, WAIT)))).isTrue();
        assertThat(validity.holds(on(new Question(STOP, STOP)))).isFalse();
    }

    @Test
    void whatComesToTheSameAgainStopsTheSpread() {
        Dependency named = VOID.named("summary", 7);
        now.put("summary", VOID.named("summary", 7));
        assertThat(validity.holds(on(on(named)))).isTrue();
        assertThat(validity.replaced()).containsExactly(Map.entry(named, now.get("summary")));
        assertThat(validity.holds(on(named))).isTrue();
        assertThat(asked).containsExactly("summary");
    }

    @Test
    void whatComesToSomethingElseDoesNot() {
        now.put("summary", VOID.named("summary", 8));
        assertThat(validity.holds(on(VOID.named("summary", 7)))).isFalse();
        assertThat(validity.holds(on(VOID.named("gone", 7)))).isFalse();
        assertThat(validity.replaced()).isEmpty();
    }

    @Test
    void whatHoldsIsFoundByItsName() {
        Dependency named = SOUND.named("summary", 7);
        Dependency changed = VOID.named("other", 7);
        assertThat(validity.holding("summary")).isNull();
        assertThat(validity.holds(on(named, changed))).isFalse();
        assertThat(validity.holding("summary")).isSameAs(named);
        assertThat(validity.holding("other")).isNull();
    }

    @Test
    void whatIsGatheredHoldsIfTheEditedFileGivesTheSame() {
        Question question = new Question(STOP, null);
        Dependency gave = Dependency.gathered("gave", question, Map.of(EDITED, "x", OTHER, "y"));
        Dependency gaveNothing = Dependency.gathered("nothing", question, Map.of(OTHER, "y"));
        shareNow = "x";
        assertThat(after(List.of(STOP)).holds(gave)).isTrue();
        assertThat(after(List.of(STOP)).holds(gaveNothing)).isFalse();
        shareNow = null;
        assertThat(after(List.of(STOP)).holds(gave)).isFalse();
        assertThat(after(List.of(STOP)).holds(gaveNothing)).isTrue();
        asked.clear();
        assertThat(after(List.of(WAIT)).holds(gave)).isFalse();
        assertThat(after(List.of(WAIT)).holds(gaveNothing)).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void whereSomethingElseIsDeclaredDescriptionsDoNotTell() {
        Question question = new Question(STOP, null);
        Dependency gave = Dependency.gathered("gave", question, Map.of(EDITED, "x"));
        Dependency gaveNothing = Dependency.gathered("nothing", question, Map.of(OTHER, "y"));
        shareNow = "x";
        assertThat(after(List.of(STOP), Set.of(EDITED)).holds(gave)).isFalse();
        shareNow = null;
        assertThat(after(List.of(STOP), Set.of(EDITED)).holds(gaveNothing)).isTrue();
        for (String name : List.of("functions", "summary")) {
            now.put(name, VOID.named(name, 7));
            assertThat(after(List.of(STOP)).holds(VOID.named(name, 7))).isTrue();
            assertThat(after(List.of(STOP), Set.of(EDITED)).holds(VOID.named(name, 7)))
                    .isEqualTo(name.equals("summary"));
        }
    }

    @Test
    void whatIsGatheredByOtherWordsThanBeforeIsVoid() {
        Question question = new Question(WAIT, null);
        assertThat(validity.holds(Dependency.gathered("asked", question, Map.of())))
                .isTrue();
        assertThat(validity.holds(Dependency.gathered("asked otherwise", question, Map.of())))
                .isFalse();
    }

    @Test
    void longChainsNeedNoStack() {
        Dependency chain = SOUND;
        for (int i = 0; i < 100_000; i++) {
            chain = on(chain);
        }
        assertThat(validity.holds(chain)).isTrue();
        assertThat(new Replacement(Map.of(VOID, SOUND)).in(chain)).isSameAs(chain);
    }

    @Test
    void aReplacementReachesWhatRestsOnIt() {
        Dependency now = SOUND.named("summary", 7);
        Dependency before = VOID.named("summary", 7);
        Dependency user = on(before, SOUND).named("user", 1);
        Dependency untouched = on(SOUND);
        Replacement replacement = new Replacement(Map.of(before, now));
        Dependency replaced = replacement.in(on(user, untouched));
        assertThat(replaced.results().get(0).results()).containsExactly(now, SOUND);
        assertThat(replaced.results().get(0).name()).isEqualTo("user");
        assertThat(replaced.results().get(1)).isSameAs(untouched);
        assertThat(replacement.in(before)).isSameAs(now);
    }

    @Test
    void whatIsPutInMayRestOnWhatIsReplacedItself() {
        Dependency first = VOID.named("first", 1);
        Dependency firstNow = SOUND.named("first", 1);
        Dependency second = on(VOID).named("second", 2);
        Dependency secondNow = on(first).named("second", 2);
        Dependency replaced = new Replacement(Map.of(first, firstNow, second, secondNow)).in(on(second));
        assertThat(replaced.results().get(0).results()).containsExactly(firstNow);
    }
}
