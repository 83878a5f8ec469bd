package agency.frontline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;

/** Leaving Camunda must stay a rename in few packages, and the demo clock must move all time there is. */
@AnalyzeClasses(packagesOf = Frontline.class, importOptions = ImportOption.DoNotIncludeTests.class)
class EngineStaysInFlowsTest {

    @ArchTest
    static final ArchRule onlyFlowsAndTheirSurroundingsKnowTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..flow..",
                    "agency.frontline.engine..",
                    "agency.frontline.audit..",
                    "agency.frontline.desk..",
                    "agency.frontline.access..",
                    "agency.frontline.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("the rest of Frontline must outlive the engine (architecture.md)");

    @ArchTest
    static final ArchRule onlyTheEngineClockKnowsTheTime = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("agency.frontline.engine.EngineClock")
            .and() // it keeps how far the demo is ahead of the machine
            .doNotHaveFullyQualifiedName("agency.frontline.demo.DemoClock")
            .should()
            .accessTargetWhere(asksTheMachineForTheTime())
            .because("engine and domain share one clock; inject java.time.Clock");

    private static DescribedPredicate<JavaAccess<?>> asksTheMachineForTheTime() {
        return DescribedPredicate.describe(
                "asks the machine for the time",
                access -> access.getTarget() instanceof CodeUnitAccessTarget target && readsTheMachine(target));
    }

    private static boolean readsTheMachine(CodeUnitAccessTarget target) {
        var owner = target.getOwner();
        var name = target.getName();
        if (owner.getPackageName().startsWith("java.time")) {
            var givenAClock = target.getRawParameterTypes().stream().anyMatch(equivalentTo(Clock.class));
            return name.equals("now") && !givenAClock || owner.isEquivalentTo(Clock.class) && name.startsWith("system");
        }
        if (name.equals(JavaConstructor.CONSTRUCTOR_NAME)) {
            return target.getRawParameterTypes().isEmpty()
                    && (owner.isEquivalentTo(Date.class) || owner.isEquivalentTo(GregorianCalendar.class));
        }
        return owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
                || owner.isEquivalentTo(Calendar.class) && name.equals("getInstance");
    }
}
