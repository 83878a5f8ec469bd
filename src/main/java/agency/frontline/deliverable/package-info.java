/**
 * What goes to a client as a document: letters of proposal, briefs, points of view, presentations, schedules and budgets.
 * Each is drafted, discussed, answered for and approved, and every version of it is kept (C-31 to C-34, C-46 to C-53).
 * Plain Java here; the process itself is drawn in {@code processes/deliverable-review.bpmn}.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.deliverable;
