/**
 * Demo users, demo clients, the demo mail server and the demo clock. Nothing here exists outside the demo profile.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.demo;
