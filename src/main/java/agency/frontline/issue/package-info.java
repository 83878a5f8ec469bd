/**
 * The client-issue lifecycle: from a client's message to the client's word that it is settled.
 * Plain Java here; the process itself is drawn in {@code processes/client-issue.bpmn}.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.issue;
