/**
 * Pulses: one question each about the service, the work and how it feels, asked seldom and answered with three taps
 * (F8, C-59, C-72). Plain Java here; the process itself is drawn in {@code processes/satisfaction-pulse.bpmn}.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.pulse;
