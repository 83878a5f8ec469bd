/**
 * Frontline met from outside, as people, clients and machines meet it: in a process of its own, through a browser, by
 * SMTP, IMAP and REST. Nothing here reaches into the application.
 */
package agency.frontline.outside;
