package agency.frontline.client;

/** Whether the agency works for a client all year round or on one project; onboarding differs by it (F9). */
public enum Type {
    RETAINER,
    PROJECT
}
