/**
 * Documents that leave the house as files. Nothing in them is fetched from anywhere: no network, no file of this machine.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.report;
