/**
 * Touch-bases: every client is spoken to at the rhythm that was agreed, so that small corrections come before big ones
 * (C-68, C-88). Plain Java here; the processes are drawn in {@code processes/touch-base.bpmn} and
 * {@code processes/plan-touch-bases.bpmn}.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.touchbase;
