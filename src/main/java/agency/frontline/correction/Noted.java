package agency.frontline.correction;

import agency.frontline.text.Answers;
import agency.frontline.text.SafeText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that was put right, or has to be, as a person notes it on a form. What it changes is theirs to say; how big that
 * is says the table.
 *
 * @param changes null where an earlier form asked for the size instead
 * @param said the size by the word of a person; null where {@code changes} are known
 * @param bitesOn the day at the client's from which on it would hurt, before or after today; null where nobody knows
 */
public record Noted(
        String what, @Nullable WhatChanges changes, @Nullable CorrectionSize said, @Nullable LocalDate bitesOn) {

    /** What fits into a row; characters. */
    public static final int LONGEST = 1000;

    private static final int MOST = 50;

    /**
     * Reads rows of {@code what}, {@code changes} (a list of {@link WhatChanges.Pick}s) and {@code bitesOn}. A row of an
     * earlier form, or of one that an owner has made their own, has {@code size} instead of {@code changes} and is taken at
     * its word: whoever filled it in could not know better. Mistakes are collected in {@code answers}.
     */
    public static List<Noted> rows(Answers answers, String field) {
        var rows = answers.rows(field);
        if (rows.size() > MOST) {
            answers.refuse(field, "Note at most %d corrections; these are %d.".formatted(MOST, rows.size()));
            return List.of();
        }
        var noted = new ArrayList<Noted>();
        for (int n = 0; n < rows.size(); n++) {
            row(answers, field, "Correction " + (n + 1) + ": ", rows.get(n)).ifPresent(noted::add);
        }
        return noted;
    }

    private static Optional<Noted> row(Answers answers, String field, String place, Map<String, @Nullable Object> row) {
        var of = new Answers(row::get);
        var what = SafeText.clean(of.text("what")).strip();
        if (what.isEmpty()) {
            answers.refuse(field, place + "say what was put right, or take the row away.");
            return Optional.empty();
        }
        if (what.length() > LONGEST) {
            answers.refuse(field, place + "say it in at most %,d characters.".formatted(LONGEST));
        }
        var bitesOn = of.day("bitesOn");
        if (bitesOn == null && !of.text("bitesOn").isEmpty()) {
            answers.refuse(field, place + "write the day from which on it hurts as YYYY-MM-DD, or leave it empty.");
        }
        var picked = words(row.get("changes"));
        var said = sizeIn(of.text("size"));
        if (picked.isEmpty() && said.isPresent()) {
            return Optional.of(new Noted(what, null, said.get(), bitesOn));
        }
        var picks = EnumSet.noneOf(WhatChanges.Pick.class);
        for (var word : picked) {
            Arrays.stream(WhatChanges.Pick.values())
                    .filter(pick -> pick.name().equals(word))
                    .findFirst()
                    .ifPresentOrElse(picks::add, () -> answers.refuse(field, place + choose()));
        }
        if (picked.isEmpty()) {
            answers.refuse(
                    field, place + "say what it changes of what was agreed; \"nothing\" is an answer. " + choose());
        } else if (picks.contains(WhatChanges.Pick.NOTHING) && picks.size() > 1) {
            answers.refuse(field, place + "it changes nothing, or something; take one of the two away.");
        }
        return Optional.of(new Noted(what, WhatChanges.of(picks), null, bitesOn));
    }

    private static String choose() {
        return "Choose among "
                + Arrays.stream(WhatChanges.Pick.values()).map(Enum::name).collect(Collectors.joining(", ")) + ".";
    }

    private static Optional<CorrectionSize> sizeIn(String word) {
        return Arrays.stream(CorrectionSize.values())
                .filter(size -> size.name().equals(word))
                .findFirst();
    }

    /** A list of texts, or one text by itself. */
    private static List<String> words(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null || value.toString().isBlank()
                ? List.of()
                : List.of(value.toString().strip());
    }
}
