package agency.frontline.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agency.frontline.client.Channel;
import agency.frontline.mail.Inbox.Outcome;
import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;

@DisplayName("Web forms bring messages in, once each, and are told what is wrong with them")
class ClientMessageApiTest {

    private static final Authentication INTAKE = new TestingAuthenticationToken("intake", "demo", "intake");

    private MailRoom room;
    private ClientMessageApi api;

    @BeforeEach
    void openTheRoom() {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        room = new MailRoom(database);
        api = new ClientMessageApi(room.clientMessages);
    }

    @AfterEach
    void closeTheRoom() {
        room.close();
    }

    @Test
    void aMessageIsHandledBeforeTheAnswer() {
        var answer = api.post(
                new ClientMessageBody("Sarah <ceo@birch.example>", null, "x".repeat(300), "Hello", "m1", null), INTAKE);

        assertThat(answer.outcome()).isEqualTo(Outcome.OPENED);
        var message = room.conversation.of(answer.businessKey()).get(0);
        assertThat(message.channel()).isEqualTo(Channel.WEB);
        assertThat(message.subject()).hasSize(200);
        assertThat(message.text()).isEqualTo("Hello");
        assertThat(message.messageId())
                .as("only mails have one that others may refer to")
                .isNull();
        assertThat(message.at()).isEqualTo(MailRoom.NOW);
    }

    @Test
    void aMailBroughtByAnotherToolKeepsItsId() {
        var answer = api.post(
                new ClientMessageBody("ceo@birch.example", Channel.EMAIL, "Hi", "Hello", "<m2@birch.example>", null),
                INTAKE);

        assertThat(room.conversation.caseOf("<m2@birch.example>")).contains(answer.businessKey());
    }

    @Test
    void textOfAMillionCharactersFits() {
        var text = "\uD83D\uDE00".repeat(500_000);

        var answer = api.post(new ClientMessageBody("ceo@birch.example", null, null, text, "m3", null), INTAKE);

        assertThat(room.conversation.of(answer.businessKey()).get(0).text()).isEqualTo(text);
    }

    @Test
    void whatIsMissingIsToldAtOnce() {
        assertThat(faults(new ClientMessageBody(null, null, null, "  ", null, null)))
                .containsExactly("from", "text", "messageId");
    }

    @Test
    void whatDoesNotFitIsToldByField() {
        assertThat(faults(new ClientMessageBody(
                        "a@x.example, b@x.example", null, null, "x".repeat(1_000_001), "x".repeat(999), "a\r\nb")))
                .containsExactly("from", "text", "messageId", "inReplyTo");
        assertThat(faults(new ClientMessageBody("a@x.example\nBcc: b@x.example", null, null, "x", "\u0000", null)))
                .containsExactly("from", "messageId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account-managers", "account-directors", "auditors", "camunda-admin"})
    void nobodyButIntakeMayPost(String group) {
        var caller = new TestingAuthenticationToken("somebody", "demo", group);

        var refusal = catchThrowableOfType(
                Refusal.class,
                () -> api.post(new ClientMessageBody("ceo@birch.example", null, null, "Hi", "m4", null), caller));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED);
        assertThat(room.cases.calls).isEmpty();
    }

    @Test
    void whatFailsLeavesNothingBehindAndMayBePostedAgain() {
        var poison = new ClientMessageBody("ceo@birch.example", null, "Hi", "POISON", "m5", null);

        assertThat(catchThrowableOfType(IllegalStateException.class, () -> api.post(poison, INTAKE)))
                .hasMessage("poison");

        assertThat(room.register.openOf("ceo@birch.example")).isEmpty();
        assertThat(api.post(new ClientMessageBody("ceo@birch.example", null, "Hi", "Mended", "m5", null), INTAKE)
                        .outcome())
                .isEqualTo(Outcome.OPENED);
    }

    private java.util.List<String> faults(ClientMessageBody body) {
        var refusal = catchThrowableOfType(Refusal.class, () -> api.post(body, INTAKE));
        return refusal.errors().stream().map(FieldError::field).toList();
    }
}
