/** The only part of the health module that speaks Camunda: it asks the table. */
@org.jspecify.annotations.NullMarked
package agency.frontline.health.flow;
