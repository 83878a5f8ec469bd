/**
 * The only part of the deliverable module that speaks Camunda: the contract of the model, its delegates, gates and tables.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.deliverable.flow;
