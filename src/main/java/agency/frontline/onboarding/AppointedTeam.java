package agency.frontline.onboarding;

import agency.frontline.client.Client;
import agency.frontline.client.Team;
import agency.frontline.text.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Who takes care of the client (C-03, C-04).
 *
 * @param specialists each as {@code group/user}, such as {@code writers/writer}: somebody may be in several groups
 */
public record AppointedTeam(String accountManager, String deputy, List<String> specialists) {

    private static final String BETWEEN = "/";

    /** Reads the form of {@code appointTeam}; mistakes are collected in the answers. */
    public static AppointedTeam from(Answers answers) {
        var manager =
                answers.required("accountManager", "Name the one account manager who is first and last to answer.");
        var deputy = answers.required("deputy", "Name who stands in for them; a client is never without somebody.");
        if (!manager.isEmpty() && manager.equals(deputy)) {
            answers.refuse("deputy", "Name somebody else than the account manager.");
        }
        var specialists = answers.list("specialists");
        if (specialists.isEmpty()) {
            answers.refuse("specialists", "Choose at least one specialist whom the client will meet.");
        }
        if (specialists.stream().anyMatch(each -> each.indexOf(BETWEEN) < 1)) {
            answers.refuse("specialists", "Choose people of the list.");
        }
        return new AppointedTeam(manager, deputy, specialists);
    }

    /** How a specialist is called on the form. */
    public static String choice(String group, String user) {
        return group + BETWEEN + user;
    }

    public Client applyTo(Client client) {
        var byGroup = new TreeMap<String, List<String>>();
        specialists.forEach(each -> {
            var at = each.indexOf(BETWEEN);
            byGroup.computeIfAbsent(each.substring(0, at), group -> new ArrayList<>())
                    .add(each.substring(at + 1));
        });
        return client.withTeam(new Team(accountManager, deputy, client.team().director(), byGroup));
    }
}
