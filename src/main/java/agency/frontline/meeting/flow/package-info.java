/**
 * The only part of the meeting module that speaks Camunda: the contract of the model, its delegates and gates.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.meeting.flow;
