/**
 * Watches over each client's plan: whatever would become a surprise is said before it is one (C-29, C-30, F11). Plain Java
 * here; the process itself is drawn in {@code processes/plan-watch.bpmn}, the thresholds in
 * {@code processes/budget-burn.dmn}.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.planwatch;
