/**
 * Following a next step, for every model that does: the steps, the gate and what the form shows.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("flow")
package agency.frontline.nextstep.flow;
