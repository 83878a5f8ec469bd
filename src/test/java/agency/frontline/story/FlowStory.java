package agency.frontline.story;

import agency.frontline.FrontlineTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A story of a client and an account manager, told through the running flow: {@link Cases} opens one, {@link Case}
 * moves it. Time stands on a Monday morning at the client's and moves only when the story says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@FrontlineTest
@ExtendWith(StoryClock.class)
public @interface FlowStory {}
