/**
 * The end of a plan: did we get where the client wanted to go? Both sides answer goal by goal, apart from each other, and
 * then look at both answers (C-82). Plain Java here; the processes are drawn in {@code processes/plan-end-check.bpmn} and
 * {@code processes/watch-plan-ends.bpmn}.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.endcheck;
