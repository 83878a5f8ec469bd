package agency.frontline.access;

import java.util.Arrays;
import java.util.List;

/** The groups that decide what somebody may do (processes.md, Groups and demo users). Their ids are a public contract. */
public enum StaffGroup {
    ACCOUNT_MANAGERS("account-managers", "Account managers", Kind.MANAGER),
    ACCOUNT_DIRECTORS("account-directors", "Account directors", Kind.MANAGER),
    PLANNERS("planners", "Planners", Kind.SPECIALIST),
    MEDIA_SPECIALISTS("media-specialists", "Media specialists", Kind.SPECIALIST),
    WRITERS("writers", "Writers", Kind.SPECIALIST),
    ART_DIRECTORS("art-directors", "Art directors", Kind.SPECIALIST),
    PROJECT_MANAGERS("project-managers", "Project managers", Kind.SPECIALIST),
    PRODUCERS("producers", "Producers", Kind.SPECIALIST),
    PROCESS_OWNERS("process-owners", "Process owners", Kind.OVERSEER),
    AUDITORS("auditors", "Auditors", Kind.OVERSEER),
    INTAKE("intake", "Intake (technical)", Kind.TECHNICAL),
    ADMINS("camunda-admin", "Administrators", Kind.TECHNICAL);

    private enum Kind {
        MANAGER,
        SPECIALIST,
        OVERSEER,
        TECHNICAL
    }

    private final String id;
    private final String title;
    private final Kind kind;

    StaffGroup(String id, String title, Kind kind) {
        this.id = id;
        this.title = title;
        this.kind = kind;
    }

    public String id() {
        return id;
    }

    String title() {
        return title;
    }

    boolean isSpecialist() {
        return kind == Kind.SPECIALIST;
    }

    /** Everybody who works on clients' cases. */
    boolean worksOnCases() {
        return kind == Kind.MANAGER || kind == Kind.SPECIALIST;
    }

    /** Whether the whole group belongs to every client's tenant; account managers belong to their own clients' only. */
    boolean isInEveryTenant() {
        return this == ACCOUNT_DIRECTORS || kind == Kind.SPECIALIST || kind == Kind.OVERSEER;
    }

    static List<StaffGroup> specialists() {
        return Arrays.stream(values()).filter(StaffGroup::isSpecialist).toList();
    }
}
