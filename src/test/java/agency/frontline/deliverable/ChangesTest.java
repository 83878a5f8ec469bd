package agency.frontline.deliverable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import agency.frontline.deliverable.Changes.Kind;
import agency.frontline.deliverable.Changes.Piece;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What has changed is told part by part, and marked word for word")
class ChangesTest {

    @Test
    void aWordThatChangedIsMarkedAmongThoseThatStayed() {
        var changes = Changes.between(parts("budget", "It costs 48 pounds."), parts("budget", "It costs 52 pounds."));
        assertThat(changes.parts()).singleElement().satisfies(part -> {
            assertThat(part.part().heading()).isEqualTo("BUDGET");
            assertThat(part.passages()).singleElement().satisfies(passage -> assertThat(passage.pieces())
                    .containsExactly(
                            new Piece(Kind.SAME, "It costs "),
                            new Piece(Kind.GONE, "48 "),
                            new Piece(Kind.NEW, "52 "),
                            new Piece(Kind.SAME, "pounds.")));
        });
        assertThat(changes.inWords()).isEqualTo("BUDGET\n  was: It costs 48 pounds.\n  now: It costs 52 pounds.");
    }

    @Test
    void onlyTheLinesThatChangedAreTold() {
        var changes = Changes.between(
                parts("schedule", "Design in May\nPrint in June\nBoards in July"),
                parts("schedule", "Design in May\nPrint in August\nBoards in July"));
        assertThat(changes.inWords()).isEqualTo("SCHEDULE\n  was: Print in June\n  now: Print in August");
    }

    @Test
    void neighboursThatWereWrittenAnewAreToldOneByOne() {
        assertThat(Changes.between(parts("a", "One board\nTwo men"), parts("a", "Ten boards\nTwo women"))
                        .inWords())
                .isEqualTo("A\n  was: One board\n  now: Ten boards\n  was: Two men\n  now: Two women");
    }

    @Test
    void aPartMayComeAndGo() {
        var before = List.of(new Written("a", "A", "Stays."), new Written("b", "B", "Goes."));
        var after = List.of(new Written("a", "A", "Stays."), new Written("c", "C", "Comes."));
        assertThat(Changes.between(before, after).inWords())
                .isEqualTo("C\n  now: Comes.\n\nB\n  was: Goes.\n  now: (taken out)");
    }

    @Test
    void whatIsTheSameIsNotTold() {
        assertThat(Changes.between(parts("a", "Same."), parts("a", "Same.")).isEmpty())
                .isTrue();
        assertThat(Changes.between(parts("a", "Same.  "), parts("a", "Same.")).isEmpty())
                .as("nobody sees a blank at the end of a line")
                .isTrue();
        assertThat(Changes.none().inWords()).isEmpty();
    }

    @Test
    void everythingPutTogetherIsTheNewText() {
        var random = new Random(4711);
        for (int round = 0; round < 200; round++) {
            var before = words(random);
            var after = words(random);
            for (var part :
                    Changes.between(parts("a", before), parts("a", after)).parts()) {
                for (var passage : part.passages()) {
                    assertThat(without(passage.pieces(), Kind.GONE)).isEqualTo(passage.after());
                    assertThat(without(passage.pieces(), Kind.NEW)).isEqualTo(passage.before());
                }
            }
        }
    }

    @Test
    void theLongestPartsThatHaveNothingInCommonAreToldInAMoment() {
        var random = new Random(42);
        var before = noise(random, " ");
        var after = noise(random, "\n");
        assertThatNoException()
                .isThrownBy(() -> Assertions.assertTimeout(
                        Duration.ofSeconds(10), () -> Changes.between(parts("a", before), parts("a", after))));
    }

    private static List<Written> parts(String name, String text) {
        return List.of(new Written(name, name.toUpperCase(), text));
    }

    private static String without(List<Piece> pieces, Kind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    private static String words(Random random) {
        return random.ints(random.nextInt(12) + 1, 0, 6)
                .mapToObj(word -> "w" + word + (random.nextInt(5) == 0 ? "\n" : " "))
                .collect(Collectors.joining())
                .strip();
    }

    private static String noise(Random random, String between) {
        return random.ints(Draft.LONGEST_PART / 6, 10_000, 99_999)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(between));
    }
}
