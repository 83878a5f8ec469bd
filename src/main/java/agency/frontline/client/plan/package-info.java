/**
 * What a client and the agency have agreed to do: the plan, version by version, from the baseline that the client bought
 * into (C-75, C-81). Everything in it has a number that stays the same from version to version and is never given to
 * anything else, so that people can point at it: goal G1 with its early sign G1.1, premise P2, section S3, work item W4,
 * scope IN1 and OUT1.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("plan")
package agency.frontline.client.plan;
