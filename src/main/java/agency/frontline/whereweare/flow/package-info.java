/** The steps of {@code processes/where-we-are.bpmn}; nobody outside knows them. */
@org.jspecify.annotations.NullMarked
package agency.frontline.whereweare.flow;
