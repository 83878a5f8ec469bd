package agency.frontline.access;

import agency.frontline.client.Clients;
import agency.frontline.engine.ClientOfStart;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.text.Refusal;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Gives every instance the tenant of its client: a called one its caller's, else what variable {@code client} says, else
 * what the flow finds out. Without a client there is no tenant, and everybody whose groups see instances sees it.
 */
class ClientTenant implements TenantIdProvider {

    private final ObjectProvider<ClientOfStart> starts;
    private final ObjectProvider<Clients> clients;
    private final ObjectProvider<CurrentPerson> person;

    ClientTenant(
            ObjectProvider<ClientOfStart> starts,
            ObjectProvider<Clients> clients,
            ObjectProvider<CurrentPerson> person) {
        this.starts = starts;
        this.clients = clients;
        this.person = person;
    }

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        var caller = context.getSuperExecution();
        if (caller != null) {
            return caller.getTenantId();
        }
        Map<String, Object> variables = context.getVariables() == null ? Map.of() : context.getVariables();
        var named = variables.get("client");
        return found(context.getProcessDefinition().getKey(), variables)
                .or(() -> Optional.ofNullable(named).map(Object::toString).map(this::inView))
                .orElse(null);
    }

    private Optional<String> found(String process, Map<String, Object> variables) {
        return starts.stream()
                .flatMap(flow -> flow.clientOf(process, variables).stream())
                .findFirst();
    }

    private String inView(String client) {
        if (clients.getObject().find(client).isEmpty() || !person.getObject().mayKnow(client)) {
            throw Refusal.of("client", "There is no client " + client + " among those you may see.");
        }
        return client;
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        return Optional.ofNullable(context.getExecution())
                .map(DelegateExecution::getTenantId)
                .orElse(null);
    }
}
