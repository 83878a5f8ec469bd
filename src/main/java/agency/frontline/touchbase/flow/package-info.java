/**
 * The only part of the touch-base module that speaks Camunda: the contracts of its models, their delegates and gates.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.touchbase.flow;
