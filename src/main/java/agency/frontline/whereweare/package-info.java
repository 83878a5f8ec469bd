/**
 * "Where we are, what is next, what is normal now": what a client may read of their plan at any time, put together from
 * the plan, the next steps and what both sides have seen on the way (C-80, C-81). The way of its letter is drawn in
 * {@code processes/where-we-are.bpmn}.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.whereweare;
