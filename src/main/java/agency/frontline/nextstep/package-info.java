/**
 * The next steps that client and agency agreed on, each with one owner and a day, followed until it is done (C-23, C-24).
 * Reports and touch-bases agree them; whichever case speaks of an open step last is the one that follows it.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.nextstep;
