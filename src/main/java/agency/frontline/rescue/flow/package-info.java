/** The steps of {@code processes/account-rescue.bpmn}; nobody outside knows them. */
@org.jspecify.annotations.NullMarked
package agency.frontline.rescue.flow;
