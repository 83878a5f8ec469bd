package agency.frontline.access;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.FrontlineTest;
import java.time.Duration;
import java.util.TimeZone;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.util.unit.DataSize;

@FrontlineTest
@DisplayName("The engine runs with the settings that keep it safe and bounded")
class EngineSettingsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    CamundaBpmProperties camunda;

    @Autowired
    ServerProperties server;

    @Autowired
    MultipartProperties multipart;

    private ProcessEngineConfigurationImpl built() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Test
    void rightsAreChecked() {
        assertThat(built().isAuthorizationEnabled()).isTrue();
        assertThat(built().isTenantCheckEnabled()).isTrue();
        assertThat(built().isEnforceSpecificVariablePermission()).isTrue();
        assertThat(built().getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
        assertThat(built().getResourceAuthorizationProvider()).isInstanceOf(GroupGrantsOnly.class);
        assertThat(built().getAdminUsers()).isEmpty();
        assertThat(camunda.getAdminUser().getId()).isNull();
    }

    @Test
    void nothingForeignIsRun() {
        assertThat(built().getDefaultSerializationFormat()).isEqualTo("application/json");
        assertThat(built().isJavaSerializationFormatEnabled()).isFalse();
        assertThat(built().isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(built().getDeserializationAllowedPackages()).isEqualTo("agency.frontline");
        assertThat(built().isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(built().isEnableXxeProcessing()).isFalse();
    }

    @Test
    void nothingGrowsWithoutEnd() {
        assertThat(built().getQueryMaxResultsLimit()).isEqualTo(2000);
        assertThat(built().isEnforceHistoryTimeToLive()).isTrue();
        assertThat(built().getHistoryTimeToLive()).isNull();
        assertThat(built().getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
        assertThat(built().getHistoryCleanupBatchWindowEndTime()).isEqualTo("04:00");
        assertThat(built().getHistoryCleanupBatchSize()).isBetween(100, 200);
        assertThat(server.getTomcat().getMaxHttpFormPostSize()).isEqualTo(DataSize.ofMegabytes(10));
        assertThat(multipart.getMaxFileSize()).isEqualTo(DataSize.ofMegabytes(25));
    }

    @Test
    void listsAreFast() {
        assertThat(built().isCmmnEnabled()).isFalse();
        assertThat(built().isStandaloneTasksEnabled()).isFalse();
    }

    @Test
    void jobsAreRetriedOverHoursAndNeverRunTwiceAtOnce() {
        assertThat(built().getFailedJobRetryTimeCycle()).isEqualTo("PT1M,PT5M,PT15M,PT1H,PT4H,PT12H");
        assertThat(built().isJobExecutorAcquireExclusiveOverProcessHierarchies())
                .isTrue();
        assertThat(Duration.ofMillis(camunda.getJobExecution().getLockTimeInMillis()))
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void loginsAreLoggedAndForgottenSoon() {
        assertThat(built().isWebappsAuthenticationLoggingEnabled()).isTrue();
        assertThat(camunda.getWebapp().getAuth().getCache().isTtlEnabled()).isTrue();
        assertThat(camunda.getWebapp().getAuth().getCache().getTimeToLive())
                .isLessThanOrEqualTo(Duration.ofMinutes(1).toMillis());
    }

    @Test
    void theDemoListensOnThisMachineOnly() {
        assertThat(server.getAddress().isLoopbackAddress()).isTrue();
    }

    @Test
    void allIsUtc() {
        assertThat(TimeZone.getDefault().getID()).isEqualTo("UTC");
    }
}
