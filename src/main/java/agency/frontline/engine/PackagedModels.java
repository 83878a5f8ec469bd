package agency.frontline.engine;

import static agency.frontline.engine.PackagedModels.Outcome.*;

import agency.frontline.engine.PackagedModel.Definition;
import agency.frontline.engine.PackagedModel.Kind;
import agency.frontline.store.CrashPoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deploys the models, tables and forms that Frontline brings along, under the names they have below the root. What a
 * process owner has deployed over one of them stays, however often Frontline starts or is upgraded; what an upgrade did
 * about each is logged and kept (architecture.md, Found out already).
 */
@Component
public class PackagedModels {

    /** Marks our own deployments; nobody else may use it. */
    static final String SOURCE = "frontline-package";

    private static final Logger LOG = LoggerFactory.getLogger(PackagedModels.class);
    private static final Map<String, String> FOLDER_OF =
            Map.of("bpmn", "processes/", "dmn", "processes/", "form", "forms/");

    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String version;

    PackagedModels(ProcessEngine engine, JdbcClient jdbc, Clock clock, ObjectProvider<BuildProperties> build) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.clock = clock;
        this.version = Optional.ofNullable(build.getIfAvailable())
                .map(BuildProperties::getVersion)
                .orElse("from the sources");
    }

    /** What a start did about a packaged definition. */
    public enum Outcome {
        /** It was not there before. */
        DEPLOYED,
        /** The package's older version gave way. */
        UPDATED,
        /** A process owner's version stays; the package's is not deployed. */
        KEPT,
        /** Nothing to do. */
        UNCHANGED
    }

    /**
     * One definition of the package and what became of it.
     *
     * @param said the sentence for people
     */
    public record Decision(
            String kind, String key, String resource, Outcome outcome, String said, String version, Instant at) {}

    /** Every change that starts of Frontline made or left to an owner, newest first. */
    public List<Decision> history() {
        return jdbc.sql(
                        """
                        select kind, definition_key, resource, outcome, said, frontline_version, at
                        from fl_packaged_model order by id desc""")
                .query((row, number) -> new Decision(
                        row.getString("kind"),
                        row.getString("definition_key"),
                        row.getString("resource"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("said"),
                        row.getString("frontline_version"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Brings the engine up to the package on the class path. */
    List<Decision> deploy() {
        return deploy(onClassPath());
    }

    /** Brings the engine up to the given package, or changes nothing; one node at a time. */
    List<Decision> deploy(List<PackagedModel> models) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var decisions = configuration.getCommandExecutorTxRequired().execute(context -> {
            // Two nodes that start at once would both find nothing and deploy twice.
            context.getPropertyManager().acquireExclusiveLock();
            return decideAndDeploy(context, models);
        });
        decisions.stream()
                .filter(decision -> decision.outcome() != UNCHANGED)
                .forEach(decision -> LOG.info("{}", decision.said()));
        var unchanged = decisions.stream()
                .filter(decision -> decision.outcome() == UNCHANGED)
                .count();
        if (unchanged > 0) {
            LOG.info("{} packaged processes, tables and forms are unchanged.", unchanged);
        }
        return decisions;
    }

    private List<Decision> decideAndDeploy(CommandContext context, List<PackagedModel> models) {
        var decisions = new ArrayList<Decision>();
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .name("Frontline " + version)
                .source(SOURCE);
        boolean anything = false;
        for (var model : models) {
            var findings = model.definitions().stream()
                    .map(definition -> look(context, model, definition))
                    .toList();
            // A file is deployed whole or not at all.
            boolean kept = findings.stream().anyMatch(finding -> finding.outcome == KEPT);
            boolean changed = findings.stream().anyMatch(finding -> finding.outcome != UNCHANGED);
            if (changed && !kept) {
                deployment.addInputStream(model.resource(), new ByteArrayInputStream(model.content()));
                anything = true;
            }
            for (var finding : findings) {
                decisions.add(remember(model, kept && changed ? finding.kept() : finding));
            }
        }
        if (anything) {
            deployment.deploy();
            CrashPoint.reached("models.deployed");
        }
        return decisions;
    }

    private record Finding(Definition definition, Outcome outcome, String said) {

        Finding kept() {
            return outcome == UNCHANGED || outcome == KEPT
                    ? this
                    : new Finding(
                            definition,
                            KEPT,
                            said
                                    + " Not deployed, because it stands in one file with another that a process owner has changed.");
        }
    }

    private Finding look(CommandContext context, PackagedModel model, Definition definition) {
        var name = "%s %s (%s)".formatted(word(definition.kind()), definition.key(), model.resource());
        var latest = latest(context, definition);
        if (latest == null) {
            return new Finding(definition, DEPLOYED, name + ": deployed.");
        }
        DeploymentEntity deployment = context.getDeploymentManager().findDeploymentById(latest.getDeploymentId());
        var deployed = context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(latest.getDeploymentId(), latest.getResourceName());
        boolean same = Arrays.equals(deployed.getBytes(), model.content());
        if (!SOURCE.equals(deployment.getSource())) {
            return new Finding(
                    definition,
                    same ? UNCHANGED : KEPT,
                    ("%s: kept version %d, which a process owner deployed on %s%s. The package has another one; deploy"
                                    + " it yourself if you want it.")
                            .formatted(
                                    name,
                                    latest.getVersion(),
                                    deployment.getDeploymentTime().toInstant(),
                                    deployment.getName() == null ? "" : " as \"" + deployment.getName() + "\""));
        }
        return same
                ? new Finding(definition, UNCHANGED, name + ": unchanged.")
                : new Finding(
                        definition,
                        UPDATED,
                        "%s: updated from version %d to %d. Running cases stay on theirs."
                                .formatted(name, latest.getVersion(), latest.getVersion() + 1));
    }

    private static @Nullable ResourceDefinition latest(CommandContext context, Definition definition) {
        return switch (definition.kind()) {
            case PROCESS ->
                context.getProcessDefinitionManager()
                        .findLatestProcessDefinitionByKeyAndTenantId(definition.key(), null);
            case DECISION ->
                context.getDecisionDefinitionManager()
                        .findLatestDecisionDefinitionByKeyAndTenantId(definition.key(), null);
            case FORM ->
                context.getCamundaFormDefinitionManager().findLatestDefinitionByKeyAndTenantId(definition.key(), null);
        };
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case PROCESS -> "Process";
            case DECISION -> "Decision";
            case FORM -> "Form";
        };
    }

    private Decision remember(PackagedModel model, Finding finding) {
        var definition = finding.definition();
        var decision = new Decision(
                definition.kind().name(),
                definition.key(),
                model.resource(),
                finding.outcome(),
                finding.said(),
                version,
                clock.instant());
        boolean told = finding.outcome() == UNCHANGED || isKnown(decision, model.digest());
        if (!told) {
            jdbc.sql(
                            """
                            insert into fl_packaged_model
                            (kind, definition_key, resource, digest, outcome, said, frontline_version, at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            decision.kind(),
                            decision.key(),
                            decision.resource(),
                            model.digest(),
                            decision.outcome().name(),
                            decision.said(),
                            decision.version(),
                            Timestamp.from(decision.at()))
                    .update();
        }
        return decision;
    }

    /** Whether the last row about the definition says the same of the same packaged file: kept again is no news. */
    private boolean isKnown(Decision decision, String digest) {
        return jdbc.sql(
                        """
                        select digest, said from fl_packaged_model
                        where kind = ? and definition_key = ? order by id desc fetch first 1 row only""")
                .params(decision.kind(), decision.key())
                .query((row, number) -> row.getString("digest").equals(digest)
                        && row.getString("said").equals(decision.said()))
                .optional()
                .orElse(false);
    }

    private static List<PackagedModel> onClassPath() {
        var resolver = new PathMatchingResourcePatternResolver();
        // By name: the same file may be on the class path twice.
        var models = new TreeMap<String, PackagedModel>();
        FOLDER_OF.forEach((ending, folder) -> {
            try {
                for (var resource : resolver.getResources("classpath*:/" + folder + "*." + ending)) {
                    var name = folder + Objects.requireNonNull(resource.getFilename());
                    models.putIfAbsent(name, PackagedModel.of(name, resource.getContentAsByteArray()));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException("The package's " + folder + " cannot be read", unreadable);
            }
        });
        return List.copyOf(models.values());
    }
}
