/** The only part of the pledge that speaks Camunda: it asks the table for the terms to start with. */
@org.jspecify.annotations.NullMarked
package agency.frontline.client.pledge.flow;
