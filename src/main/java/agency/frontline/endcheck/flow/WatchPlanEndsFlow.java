package agency.frontline.endcheck.flow;

/** What Java knows of {@code processes/watch-plan-ends.bpmn}. */
final class WatchPlanEndsFlow {

    static final String KEY = "watchPlanEnds";

    private WatchPlanEndsFlow() {}
}
