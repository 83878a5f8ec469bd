/**
 * The small plumbing between Frontline and the embedded Camunda engine: typed variables, deployment, model gates,
 * long text, the one clock. What the engine forces on us is answered here once, so that flows stay about clients.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.engine;
