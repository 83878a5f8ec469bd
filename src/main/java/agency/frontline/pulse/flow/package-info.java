/**
 * The only part of the pulse module that speaks Camunda: the contract of the model, its delegates, and the page on which
 * a contact answers.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.pulse.flow;
