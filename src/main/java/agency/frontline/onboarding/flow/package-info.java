/** The steps of {@code processes/client-onboarding.bpmn}, each named after its task. */
@org.jspecify.annotations.NullMarked
package agency.frontline.onboarding.flow;
