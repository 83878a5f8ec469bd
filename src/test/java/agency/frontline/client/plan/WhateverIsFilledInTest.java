package agency.frontline.client.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import agency.frontline.client.plan.PlanDraft.Room;
import agency.frontline.client.pledge.PledgeTerms;
import agency.frontline.text.Answers;
import agency.frontline.text.Refusal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever somebody fills in or sends, it is read or refused by its field; nothing else happens. */
@Label("Whatever is filled in")
class WhateverIsFilledInTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Set<String> OF_A_PLAN = Set.of(
            "goals",
            "premises",
            "sections",
            "workItems",
            "scopeIn",
            "scopeOut",
            "hoursAgreed",
            "moneyAgreed",
            "currency",
            "endsOn",
            "boughtInBy",
            "boughtInOn");

    @Property(tries = 500)
    @Label("a plan is read, or refused by its fields")
    void aPlan(@ForAll("odd") Map<String, Object> odd) {
        var answers = new HashMap<String, Object>(SomePlan.answers());
        odd.forEach((field, value) -> answers.put(nth(OF_A_PLAN, field), value));
        var room = new Room(null, Set.of("W1", "G1", "P77"), List.of(), TODAY, TODAY);

        var thrown = catchThrowable(() -> PlanDraft.from(new Answers(answers::get), room));

        if (thrown != null) {
            assertThat(thrown).isInstanceOf(Refusal.class);
            assertThat(((Refusal) thrown).errors()).allSatisfy(error -> {
                assertThat(OF_A_PLAN).contains(error.field());
                assertThat(error.message()).endsWith(".");
            });
        }
    }

    @Property(tries = 300)
    @Label("a pledge is read, or refused by its fields")
    void aPledge(@ForAll("odd") Map<String, Object> odd) {
        var fields = Set.of("emailHours", "rhythmDays", "badNewsBy", "decider", "furtherPledges", "reportDays");
        var answers = new HashMap<String, Object>();
        odd.forEach((field, value) -> answers.put(nth(fields, field), value));

        assertThat(catchThrowable(() -> PledgeTerms.from(new Answers(answers::get), List.of())))
                .isInstanceOf(Refusal.class);
    }

    @Property(tries = 500)
    @Label("a file of usage is read, or refused by its lines")
    void aFile(@ForAll byte[] file, @ForAll("cells") List<String> cells) {
        for (var content : List.of(
                file,
                (String.join(",", UsageReading.COLUMNS) + "\n" + String.join(",", cells))
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            var thrown = catchThrowable(() -> new UsageReading(Set.of("W1"), TODAY).csv(content));

            if (thrown != null) {
                assertThat(thrown).isInstanceOf(Refusal.class);
                assertThat(((Refusal) thrown).errors()).isNotEmpty();
            }
        }
    }

    private static String nth(Set<String> fields, String any) {
        var sorted = fields.stream().sorted().toList();
        return sorted.get(Math.floorMod(any.hashCode(), sorted.size()));
    }

    @Provide
    Arbitrary<Map<String, Object>> odd() {
        Arbitrary<Object> plain = Arbitraries.of(
                "",
                " ",
                "2026-03-02",
                "1999-01-01",
                "\u202e<b>",
                "=1+1",
                "-5",
                7,
                7.5,
                -1,
                true,
                "HOLDS",
                "GBP",
                "x".repeat(1200));
        Arbitrary<Object> row = Arbitraries.maps(
                        Arbitraries.of(
                                "what",
                                "measure",
                                "sign",
                                "signBy",
                                "moreSigns",
                                "state",
                                "because",
                                "title",
                                "text",
                                "due",
                                "hours",
                                "money",
                                "goalId",
                                "premiseId",
                                "workItemId",
                                "scopeId"),
                        plain)
                .ofMaxSize(6)
                .map(map -> (Object) map);
        return Arbitraries.maps(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(6),
                        Arbitraries.oneOf(
                                plain,
                                row,
                                plain.list().ofMaxSize(3).map(list -> (Object) list),
                                row.list().ofMaxSize(3).map(list -> (Object) list)))
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<String>> cells() {
        return Arbitraries.of(
                        "2026-03-02", "W1", "W2", "36", "7,5", "\"7,5\"", "101", "", "\"", "\n", "=x", "2999-01-01")
                .list()
                .ofMinSize(1)
                .ofMaxSize(14);
    }
}
