package agency.frontline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A mail that did not arrive is told by its Message-ID (I12)")
class BounceTest {

    private static final String OURS = "<fl.11111111-1111-4111-8111-111111111111@frontline.example>";

    @ParameterizedTest
    @CsvSource({
        "I12-dsn-postfix, '550 5.1.1 <ceo@birch.example>: Recipient address rejected: User unknown in local recipient table'",
        "I12-exchange, 554 5.2.2 mailbox full",
        "I12-qmail, Remote host said: 550 5.1.1 unknown user",
        "I12-exim, host mx.birch.example [192.0.2.1]: 550 no such user"
    })
    void whicheverWayItIsSaid(String name, String reason) {
        var bounce = Mails.read(name).bounce().orElseThrow();

        assertThat(bounce.messageIds()).first().isEqualTo(OURS);
        assertThat(bounce.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.recipient()).isEqualTo("ceo@birch.example");
            assertThat(failure.reason()).isEqualTo(reason);
        });
    }

    @Test
    void whatIsOnlyLateHasNotFailed() {
        assertThat(Mails.read("I12-dsn-only-late").bounce().orElseThrow().failures())
                .isEmpty();
    }

    @Test
    void anOrdinaryMailIsNone() {
        assertThat(Mails.read("plain").bounce()).isEmpty();
        assertThat(Mails.read("I09-null-return-path").bounce()).isEmpty();
    }
}
