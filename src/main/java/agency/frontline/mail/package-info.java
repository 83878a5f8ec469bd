/**
 * Mail in and out: inbox, outbox, threads and the loop guard.
 * Stores first and understands later; knows no flow, it hands messages over through its {@code Correspondence} port.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.mail;
