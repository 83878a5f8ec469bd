package agency.frontline.correction;

/** Says how big a correction is: the table {@code processes/correction-size.dmn}, which its process owner may change. */
public interface CorrectionRule {

    /** @param why the rule's reason, in a sentence for a reader */
    record Verdict(CorrectionSize size, String why) {}

    /** @throws IllegalStateException where the table, as somebody changed it, has no answer */
    Verdict sizeOf(WhatChanges changes);
}
