/**
 * What has to be put right with a client, in one place: whatever a touch-base, a conference report or a strategy reset finds,
 * how big it is and by which rule, how early it was seen, and for what is significant when it could have been seen (C-88).
 * Small corrections, often and early, are what keeps large ones away. Knows no flow; the flows note what they find through
 * {@code correction.flow}.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.correction;
