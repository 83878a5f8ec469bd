/** The steps of {@code processes/strategy-reset.bpmn} and {@code processes/decision-review.bpmn}, each named after its task. */
@org.jspecify.annotations.NullMarked
package agency.frontline.strategy.flow;
