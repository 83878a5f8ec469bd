/**
 * Meetings with clients and the conference report that each of them ends in (C-22 to C-25).
 * Plain Java here; the process itself is drawn in {@code processes/conference-report.bpmn}.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.meeting;
