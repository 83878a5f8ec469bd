/**
 * What the steps of all flows share: whose case it is, who is spoken to, what day it is there, what a form's start means.
 * The flows themselves stand in the {@code flow} packages of their modules and never know each other.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.flow;
