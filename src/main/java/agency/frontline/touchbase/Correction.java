package agency.frontline.touchbase;

/** Something that was put right, or has to be. */
public record Correction(String what, CorrectionSize size) {}
