/**
 * Business time: working hours with breaks, zone, holidays and daylight saving.
 * Every due date that Frontline promises is computed here, as an absolute instant, and explains itself in one sentence.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.calendar;
