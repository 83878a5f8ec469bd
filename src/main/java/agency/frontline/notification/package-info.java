/**
 * What is said to whom, in which language and channel: templates rendered into mails for the outbox.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.notification;
