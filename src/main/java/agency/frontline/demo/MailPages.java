package agency.frontline.demo;

import agency.frontline.client.Clients;
import agency.frontline.client.KnownContact;
import agency.frontline.text.Mailbox;
import agency.frontline.text.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** All mail of the demo, as each of its readers sees it, and a sheet of paper to write as a client. */
@Controller
@WithEmbeddedMail
@RequestMapping("/demo/mail")
class MailPages {

    /** A mail's HTML may do nothing but look as it does: no scripts, nothing loaded, no other place to be shown. */
    private static final String SANDBOX =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private final DemoMailServer server;
    private final Clients clients;
    private final ClientsPen pen;

    MailPages(DemoMailServer server, Clients clients, ClientsPen pen) {
        this.server = server;
        this.clients = clients;
        this.pen = pen;
    }

    /**
     * A line in the list of mailboxes.
     *
     * @param newest null if the box is empty
     */
    record Box(String address, @Nullable String whose, int mails, @Nullable Line newest) {}

    /** A line in the list of mails. */
    record Line(DemoMailbox.Mail mail, ReadableMail content) {

        private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                        "d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
                .withZone(ZoneOffset.UTC);

        public String received() {
            return MOMENT.format(mail.receivedAt());
        }
    }

    /**
     * What stands in the form to write as a client.
     *
     * @param answers UID of the mail in the writer's box that this answers; null for a new one
     */
    record Sheet(String from, String to, String subject, String text, @Nullable Long answers) {}

    @GetMapping
    String mailboxes(Model model) {
        var boxes = server.mailboxes().stream()
                .map(this::box)
                .sorted(Comparator.comparing((Box box) -> box.newest() == null ? 0 : 1)
                        .thenComparing(box -> isAgency(box.address()) ? 1 : 0)
                        .reversed()
                        .thenComparing(Box::address))
                .toList();
        model.addAttribute("boxes", boxes);
        sheet(model, new Sheet("", server.agencyAddress(), "", "", null));
        return "demo/mailboxes";
    }

    private Box box(DemoMailbox mailbox) {
        var mails = mailbox.mails();
        return new Box(
                mailbox.address(),
                whose(mailbox.address()).orElse(null),
                mails.size(),
                mails.isEmpty() ? null : line(mails.get(0)));
    }

    @GetMapping("/{address}")
    String mails(@PathVariable String address, Model model) {
        var mailbox = mailbox(address);
        model.addAttribute("address", mailbox.address());
        model.addAttribute("whose", whose(mailbox.address()).orElse(null));
        model.addAttribute(
                "mails", mailbox.mails().stream().map(MailPages::line).toList());
        if (!isAgency(mailbox.address())) {
            sheet(model, new Sheet(mailbox.address(), server.agencyAddress(), "", "", null));
        }
        return "demo/mails";
    }

    @GetMapping("/{address}/{uid}")
    String mail(@PathVariable String address, @PathVariable long uid, Model model) {
        var mailbox = mailbox(address);
        var line = line(mail(mailbox, uid));
        model.addAttribute("address", mailbox.address());
        model.addAttribute("line", line);
        if (!isAgency(mailbox.address())) {
            var subject = line.content().subject();
            sheet(
                    model,
                    new Sheet(
                            mailbox.address(),
                            server.agencyAddress(),
                            subject.regionMatches(true, 0, "re:", 0, 3) ? subject : "Re: " + subject,
                            "",
                            uid));
        }
        return "demo/mail";
    }

    @GetMapping("/{address}/{uid}/html")
    ResponseEntity<String> html(@PathVariable String address, @PathVariable long uid) {
        var html = line(mail(mailbox(address), uid)).content().html();
        return ResponseEntity.ok()
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Content-Type-Options", "nosniff")
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html == null ? "" : html);
    }

    @GetMapping("/{address}/{uid}/source")
    ResponseEntity<byte[]> source(@PathVariable String address, @PathVariable long uid) {
        return ResponseEntity.ok()
                .header("X-Content-Type-Options", "nosniff")
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(ReadableMail.source(mail(mailbox(address), uid).message()));
    }

    @GetMapping("/{address}/{uid}/files/{number}")
    ResponseEntity<byte[]> file(@PathVariable String address, @PathVariable long uid, @PathVariable int number) {
        var files = line(mail(mailbox(address), uid)).content().files();
        if (number < 0 || number >= files.size()) {
            throw notFound();
        }
        var file = files.get(number);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(file.content());
    }

    @PostMapping
    String write(
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable Long answers,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model)
            throws IOException {
        try {
            var sender = named(Mailbox.of("from", from));
            pen.send(new ClientsPen.Draft(
                    sender, Mailbox.of("to", to), subject, text, answered(sender, answers), contents(files)));
            return "redirect:/demo/mail?sent=" + sender.address().replace("+", "%2B");
        } catch (Refusal refused) {
            model.addAttribute("refused", refused.errors().get(0).message());
            mailboxes(model);
            sheet(model, new Sheet(from, to, subject, text, answers));
            return "demo/mailboxes";
        }
    }

    private @Nullable ReadableMail answered(Mailbox sender, @Nullable Long uid) {
        return uid == null
                ? null
                : server.find(sender.address())
                        .flatMap(box -> box.mail(uid))
                        .map(mail -> ReadableMail.of(mail.message()))
                        .orElse(null);
    }

    private static List<ReadableMail.File> contents(@Nullable List<MultipartFile> files) throws IOException {
        var contents = new ArrayList<ReadableMail.File>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                var name = file.getOriginalFilename();
                contents.add(new ReadableMail.File(name == null ? "file" : name, file.getBytes()));
            }
        }
        return contents;
    }

    private void sheet(Model model, Sheet sheet) {
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "contacts",
                clients.all().stream()
                        .flatMap(client -> client.contacts().stream().map(contact -> new KnownContact(client, contact)))
                        .toList());
    }

    private Mailbox named(Mailbox sender) {
        return sender.name() != null
                ? sender
                : clients.contactByAddress(sender.address())
                        .map(known ->
                                new Mailbox(sender.address(), known.contact().name()))
                        .orElse(sender);
    }

    private Optional<String> whose(String address) {
        if (isAgency(address)) {
            return Optional.of("the agency’s mailbox, which Frontline reads");
        }
        return clients.contactByAddress(address)
                .map(known -> known.contact().name() + ", " + known.client().name());
    }

    private boolean isAgency(String address) {
        return address.equals(server.agencyAddress());
    }

    private DemoMailbox mailbox(String address) {
        return server.find(address).orElseThrow(MailPages::notFound);
    }

    private static DemoMailbox.Mail mail(DemoMailbox mailbox, long uid) {
        return mailbox.mail(uid).orElseThrow(MailPages::notFound);
    }

    private static Line line(DemoMailbox.Mail mail) {
        return new Line(mail, ReadableMail.of(mail.message()));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
