package agency.frontline.access;

import agency.frontline.client.Absences;
import agency.frontline.client.Clients;
import agency.frontline.engine.ClientOfStart;
import agency.frontline.engine.CurrentPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Builds Frontline's answer to "who may?" into the engine, so that it holds by every way in. */
@Component
class RightsPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<Clients> clients;
    private final ObjectProvider<Absences> absences;
    private final ObjectProvider<ClientOfStart> starts;
    private final ObjectProvider<CurrentPerson> person;

    RightsPlugin(
            ObjectProvider<Clients> clients,
            ObjectProvider<Absences> absences,
            ObjectProvider<ClientOfStart> starts,
            ObjectProvider<CurrentPerson> person) {
        this.clients = clients;
        this.absences = absences;
        this.starts = starts;
        this.person = person;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setResourceAuthorizationProvider(new GroupGrantsOnly());
        configuration.setTenantIdProvider(new ClientTenant(starts, clients, person));
        var rights = new TaskRights(clients, absences);
        configuration.setCommandCheckers(List.of(new TenantsOfCommands(), new RightsOnTasks(rights)));
        configuration.setIdentityProviderSessionFactory(
                factory(AgencyIdentity.class, () -> new AgencyIdentity(absences)));
        configuration.setCustomSessionFactories(added(
                configuration.getCustomSessionFactories(),
                factory(AuthorizationManager.class, RightsInQueries::new),
                factory(TenantManager.class, () -> new ClientsInView(absences))));
        configuration.setCustomPostCommandInterceptorsTxRequired(
                added(configuration.getCustomPostCommandInterceptorsTxRequired(), (CommandInterceptor)
                        new PersonsCommands(rights)));
    }

    /** For the filters of Tasklist; which expressions may call it is the engine module's to say. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        configuration
                .getExpressionManager()
                .addFunction(
                        ClientsInView.CURRENT_USER_ACTS_FOR,
                        ReflectUtil.getMethod(ClientsInView.class, ClientsInView.CURRENT_USER_ACTS_FOR));
    }

    @SafeVarargs
    private static <T> List<T> added(@Nullable List<T> known, T... more) {
        var all = new ArrayList<>(known == null ? List.of() : known);
        all.addAll(List.of(more));
        return all;
    }

    private static SessionFactory factory(Class<?> type, Supplier<? extends Session> session) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return type;
            }

            @Override
            public Session openSession() {
                return session.get();
            }
        };
    }
}
