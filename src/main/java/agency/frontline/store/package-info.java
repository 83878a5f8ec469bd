/**
 * What every module that keeps something in the database needs of it.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.store;
