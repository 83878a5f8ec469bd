/** The steps of {@code processes/plan-watch.bpmn}; nobody outside knows them. */
@org.jspecify.annotations.NullMarked
package agency.frontline.planwatch.flow;
