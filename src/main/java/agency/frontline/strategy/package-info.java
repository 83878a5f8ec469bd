/**
 * A client who had bought into the plan doubts it: what they fear and ask, what is new, where it stands in the plan, which
 * options there are, what was decided and what came of it (C-54, C-75 to C-79, C-83 to C-88). Plain Java here; the process
 * itself is drawn in {@code processes/strategy-reset.bpmn}.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.strategy;
