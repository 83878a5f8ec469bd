package agency.frontline.deliverable;

/**
 * A line of the quality checklist of a kind, as the table says (C-70).
 *
 * @param item what is looked at, in the words of the table
 * @param must whether nothing goes out while it is open
 */
public record Check(String item, boolean must) {}
