/**
 * The register of cases: their numbers, messages in every channel, attachments and deadlines.
 * What must be searched, counted or outlive the engine's history is written here, in the engine's transaction.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.casefile;
