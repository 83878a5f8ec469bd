/**
 * The engine's history as a story that a person can read: who did what, when, on which version.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.audit;
