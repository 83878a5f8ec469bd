package agency.frontline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A mailbox")
class MailboxTest {

    @ParameterizedTest(name = "{0}")
    @DisplayName("is one address, in lower case, with or without a name")
    @CsvSource(
            textBlock =
                    """
            CEO@Birch.example,                         ceo@birch.example,
            ' ceo@birch.example ',                     ceo@birch.example,
            <ceo@birch.example>,                       ceo@birch.example,
            Jane Doe <jane@birch.example>,             jane@birch.example,  Jane Doe
            '"Doe, Jane" <jane@birch.example>',        jane@birch.example,  'Doe, Jane'
            =?utf-8?q?J=C3=B6rg?= <j@birch.example>,   j@birch.example,     Jörg
            Jörg <jörg@büro.example>,                  jörg@büro.example,   Jörg
            jane+launch@birch.example,                 jane+launch@birch.example,
            """)
    void accepted(String text, String address, String name) {
        assertThat(Mailbox.of(text)).isEqualTo(new Mailbox(address, name));
    }

    @ParameterizedTest
    @DisplayName("refuses two addresses in one field (O08)")
    @ValueSource(
            strings = {
                "a@birch.example, b@birch.example",
                "a@birch.example; b@birch.example",
                "a@birch.example b@birch.example",
                "<a@birch.example> <b@birch.example>",
                "team: a@birch.example, b@birch.example;",
                "team:;",
                "a@birch.example\r\nBcc: b@birch.example",
                "<@relay.example:a@birch.example>"
            })
    void two(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Mailbox.of("contact", text))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(Refusal.FieldError::field)
                        .containsExactly("contact"));
    }

    @ParameterizedTest
    @DisplayName("refuses what is no address, and what only looks like one")
    @ValueSource(
            strings = {
                "",
                " ",
                "jane",
                "jane@",
                "@birch.example",
                "a..b@birch.example",
                "a@b@c",
                "j\u200Bane@birch.example",
                "jane\uD83D@birch.example"
            })
    void none(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Mailbox.of(text))
                .withMessage("email: This must be exactly one mail address, such as name@company.example.");
    }

    @Test
    @DisplayName("cannot be made around its gate")
    void constructor() {
        assertThat(new Mailbox("Jane@Birch.example", " Jane\r\nDoe "))
                .isEqualTo(new Mailbox("jane@birch.example", "Jane Doe"));
        assertThat(new Mailbox("jane@birch.example", " ").name()).isNull();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new Mailbox("Jane <jane@birch.example>", null));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Mailbox("a".repeat(250) + "@birch.example", null));
    }
}
