/**
 * What every flow does with a correction: asks the table {@code processes/correction-size.dmn} how big it is, notes it, and
 * for a significant one begins {@code processes/correction-review.bpmn}, where somebody says when it could have been seen.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("flow")
package agency.frontline.correction.flow;
