/**
 * What was learned from closed cases, and finding it again when something similar happens.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.lesson;
