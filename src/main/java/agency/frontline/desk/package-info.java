/**
 * The pages around Tasklist: home page, case page, what an account manager and an auditor look at.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.desk;
