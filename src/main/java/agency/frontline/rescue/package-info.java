/**
 * Accounts that are about to be lost: a director stands for each, and it is looked at until it is steady or lost (C-35).
 * Plain Java here; the process itself is drawn in {@code processes/account-rescue.bpmn}.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.rescue;
