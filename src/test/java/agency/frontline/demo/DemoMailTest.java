package agency.frontline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.frontline.FrontlineTest;
import agency.frontline.mail.MailServer;
import agency.frontline.mail.MailWorkers;
import agency.frontline.mail.Outbox;
import agency.frontline.mail.OutgoingMail;
import agency.frontline.text.Mailbox;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FrontlineTest
@DisplayName("In the demo a mail goes over real SMTP into a mailbox that a mail program can open")
class DemoMailTest {

    @Autowired
    Outbox outbox;

    @Autowired
    MailWorkers mail;

    @Autowired
    MailServer server;

    @Autowired
    DemoMailServer demo;

    @Test
    void whatWeSendLiesInTheClientsMailbox() throws Exception {
        var address = someone();
        var id = outbox.send(mail(address, "Zażółć gęślą jaźń", false));
        mail.runOnce();

        try (var store = open(address, DemoMailServer.PASSWORD);
                var inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            assertThat(inbox.getMessageCount()).isEqualTo(1);
            var got = inbox.getMessage(1);
            assertThat(got.getHeader("Message-ID")).containsExactly(id);
            assertThat(got.getSubject()).isEqualTo("Zażółć gęślą jaźń");
            assertThat(got.getHeader("Return-Path")[0]).isEqualTo("<service@frontline.example>");
        }
    }

    @Test
    void aNoticeHasNoSenderToAnswer() throws Exception {
        var address = someone();
        outbox.send(mail(address, "A promise is due", true));
        mail.runOnce();

        var got = demo.mailbox(address).mails().get(0).message();
        assertThat(got.getHeader("Return-Path")).containsExactly("<>");
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void anotherPasswordOpensNothing() {
        demo.mailbox("locked@birch.example");

        assertThatThrownBy(() -> open("locked@birch.example", "guess"))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void everyContactAndTheAgencyHaveAMailboxFromTheStart() {
        assertThat(demo.mailboxes())
                .extracting(DemoMailbox::address)
                .contains("service@frontline.example", "ceo@birch.example", "marketing@cedar.example");
    }

    @Test
    void aBounceWithoutASenderIsTakenLikeAnyMail() throws Exception {
        var address = someone();
        try (var socket = new Socket(server.smtp().host(), server.smtp().port());
                var in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            in.readLine();
            assertThat(say(socket, in, "HELO there")).startsWith("250");
            assertThat(say(socket, in, "MAIL FROM:<>")).startsWith("250");
            assertThat(say(socket, in, "RCPT TO:<" + address + ">")).startsWith("250");
            assertThat(say(socket, in, "DATA")).startsWith("354");
            assertThat(say(socket, in, "Subject: Undelivered\r\n\r\nNobody here.\r\n."))
                    .startsWith("250");
        }

        assertThat(demo.mailbox(address).mails()).singleElement().satisfies(got -> {
            assertThat(GreenMailUtil.getHeaders(got.message())).contains("Return-Path: <>");
            assertThat(got.message().getSubject()).isEqualTo("Undelivered");
        });
    }

    @Test
    void anAddressIsTheSameInAnyCase() {
        var address = someone();
        outbox.send(mail(address.toUpperCase(), "Capitals", false));
        mail.runOnce();

        assertThat(demo.mailbox(address).mails()).hasSize(1);
    }

    private static String say(Socket socket, BufferedReader in, String line) throws Exception {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return in.readLine();
    }

    private Store open(String address, String password) throws Exception {
        var store = Session.getInstance(new Properties()).getStore("imap");
        store.connect(server.imap().host(), server.imap().port(), address, password);
        return store;
    }

    private static String someone() {
        return UUID.randomUUID() + "@somewhere.example";
    }

    private static OutgoingMail mail(String to, String subject, boolean notice) {
        return new OutgoingMail(
                UUID.randomUUID().toString(),
                null,
                "test",
                List.of(new Mailbox(to, "Somebody")),
                subject,
                "Hello",
                "<p>Hello</p>",
                notice,
                !notice,
                null);
    }
}
