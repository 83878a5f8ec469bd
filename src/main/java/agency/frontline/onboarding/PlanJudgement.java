package agency.frontline.onboarding;

/** What the table makes of schedule and budget (C-29, C-30). */
public enum PlanJudgement {
    REALISTIC,
    TIGHT,
    UNREALISTIC
}
