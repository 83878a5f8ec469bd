/**
 * The steps of {@code processes/plan-end-check.bpmn} and {@code processes/watch-plan-ends.bpmn}, and the page on which a
 * client answers; nobody outside knows them.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.endcheck.flow;
