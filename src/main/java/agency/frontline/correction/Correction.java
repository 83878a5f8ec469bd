package agency.frontline.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something that was put right with a client, or has to be (C-88). It says what and when, never through whom (C-27).
 *
 * @param businessKey the case in which it was found
 * @param changes null where a person said the size, before there was a table for it
 * @param why the reason of the rule that decided the size; null where a person did
 * @param notedAt when it was seen: for a reset when the client raised the doubt, else when it was noted
 * @param bitesOn the day at the client's from which on it would hurt; null where nobody knows
 * @param couldHaveSeen when it could have been seen; null for a minor one, and until somebody has answered
 * @param seniorsJoined whether a planner or the director had to come in, as the steps of a reset tell (C-87); null for
 *     whatever is no reset
 */
public record Correction(
        long id,
        String client,
        String businessKey,
        CorrectionSource source,
        String what,
        CorrectionSize size,
        @Nullable WhatChanges changes,
        @Nullable String why,
        Instant notedAt,
        @Nullable LocalDate bitesOn,
        @Nullable String couldHaveSeen,
        @Nullable Boolean seniorsJoined) {

    public boolean isSignificant() {
        return size == CorrectionSize.SIGNIFICANT;
    }

    /** How many days there were left when it was seen; less than nothing where it hurt already, null where nobody knows. */
    public @Nullable Integer daysOfWarning(ZoneId atTheClients) {
        return bitesOn == null
                ? null
                : (int) ChronoUnit.DAYS.between(LocalDate.ofInstant(notedAt, atTheClients), bitesOn);
    }
}
