/**
 * From the won pitch to a steady rhythm: people, documents, plan, pledge, kick-off, and not too much of it in a day (C-63).
 * Plain Java here; the process itself is drawn in {@code processes/client-onboarding.bpmn}.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.onboarding;
