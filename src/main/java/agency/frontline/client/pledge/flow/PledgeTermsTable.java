package agency.frontline.client.pledge.flow;

import agency.frontline.client.Channel;
import agency.frontline.client.Tier;
import agency.frontline.client.Type;
import agency.frontline.client.pledge.BadNews;
import agency.frontline.client.pledge.PledgeTable;
import agency.frontline.client.pledge.PledgeTerms;
import agency.frontline.engine.AsSystem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks the table {@code processes/pledge-terms.dmn} in its latest version. No model does, for a pledge is drafted outside
 * every step. Whoever asks has no rights on the table itself, so that the system asks for them.
 */
@Component
class PledgeTermsTable implements PledgeTable {

    static final String DECISION = "pledgeTerms";

    private static final Map<Channel, String> HOURS =
            Map.of(Channel.EMAIL, "emailHours", Channel.PHONE, "phoneHours", Channel.TEXT, "textHours");

    /** All that the table may ask and answer. */
    static final Set<String> VARIABLES = Set.of(
            "tier",
            "type",
            "emailHours",
            "phoneHours",
            "textHours",
            "rhythmDays",
            "reportDays",
            "badNewsBy",
            "badNewsHours");

    private final ObjectProvider<ProcessEngine> engine;
    private final ObjectProvider<AsSystem> system;

    // Providers, because what opens the forms asks for terms, and the engine is built around it.
    PledgeTermsTable(ObjectProvider<ProcessEngine> engine, ObjectProvider<AsSystem> system) {
        this.engine = engine;
        this.system = system;
    }

    @Override
    public PledgeTerms propose(Tier tier, Type type) {
        var row = system.getObject().run(() -> engine.getObject()
                .getDecisionService()
                .evaluateDecisionTableByKey(DECISION)
                .decisionDefinitionWithoutTenantId()
                .variables(Variables.createVariables()
                        .putValue("tier", tier.name())
                        .putValue("type", type.name()))
                .evaluate()
                .getFirstResult());
        if (row == null) {
            throw new IllegalStateException("The table %s has no row for %s and %s".formatted(DECISION, tier, type));
        }
        var hours = new EnumMap<Channel, Integer>(Channel.class);
        HOURS.forEach((channel, name) -> hours.put(channel, number(row, name)));
        return new PledgeTerms(
                hours,
                number(row, "rhythmDays"),
                number(row, "reportDays"),
                BadNews.valueOf(row.getEntry("badNewsBy").toString()),
                number(row, "badNewsHours"),
                "",
                null,
                "",
                List.of());
    }

    private static int number(DmnDecisionRuleResult row, String name) {
        if (row.getEntry(name) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalStateException("The table %s says no number for %s".formatted(DECISION, name));
    }
}
