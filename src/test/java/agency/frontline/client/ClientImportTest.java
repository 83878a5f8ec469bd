package agency.frontline.client;

import static agency.frontline.client.SomeClient.person;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agency.frontline.FrontlineTest;
import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@FrontlineTest
@DisplayName("A director brings in the clients from a spreadsheet: all of them, or a list of what is wrong")
class ClientImportTest {

    private static final String HEADER = String.join(",", ClientImport.COLUMNS);

    @Autowired
    ClientImport imports;

    @Autowired
    Clients clients;

    @Test
    void aLineIsAContactAndEveryNewClientHasWhatTheFileHasNoColumnFor() {
        var imported = read(
                """
                QUINCE,"Quince, ""Pear"" & Sons",GOLD,RETAINER,Europe/London,GB-ENG,en,manager,manager2,Ada Quince,Ada@quince.example
                QUINCE,"Quince, ""Pear"" & Sons",GOLD,RETAINER,Europe/London,GB-ENG,pl,manager,manager2,Łucja Żak,lucja@quince.example
                MEDLAR,"Medlar
                Studios",BRONZE,PROJECT,Europe/Warsaw,PL,pl,manager2,,,
                """);

        assertThat(imported).isEqualTo(new Imported(2, 0, 2, 0));
        var quince = clients.get("QUINCE");
        assertThat(quince.name()).isEqualTo("Quince, \"Pear\" & Sons");
        assertThat(quince.languages()).containsExactly("en", "pl");
        assertThat(quince.contacts())
                .containsExactly(
                        person("ada@quince.example", "Ada Quince"),
                        new Contact("lucja@quince.example", "Łucja Żak", null, "pl", Channel.EMAIL));
        assertThat(quince.team().director()).isEqualTo("director");
        assertThat(quince.hours()).singleElement().satisfies(hours -> {
            assertThat(hours.days()).hasSize(5).doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(hours.from()).isEqualTo(LocalTime.of(9, 0));
            assertThat(hours.to()).isEqualTo(LocalTime.of(17, 0));
        });
        assertThat(clients.get("MEDLAR").name()).isEqualTo("Medlar Studios");
        assertThat(clients.get("MEDLAR").team().deputy()).isNull();
        assertThat(clients.get("MEDLAR").contacts()).isEmpty();
    }

    @Test
    void aKnownClientGetsWhatTheFileSaysAndKeepsWhatItDoesNot() {
        var before = clients.get(saved("LOQUAT").code());

        var imported = read(
                """
                LOQUAT,Loquat reborn,GOLD,RETAINER,Europe/Warsaw,PL,en,manager2,manager,Anna Zmieniona,ANNA@loquat.example
                LOQUAT,Loquat reborn,GOLD,RETAINER,Europe/Warsaw,PL,de,manager2,manager,Neu,neu@loquat.example
                """);

        assertThat(imported).isEqualTo(new Imported(0, 1, 1, 1));
        var after = clients.get("LOQUAT");
        assertThat(after.name()).isEqualTo("Loquat reborn");
        assertThat(after.tier()).isEqualTo(Tier.GOLD);
        assertThat(after.languages()).containsExactly("en", "de", "pl");
        assertThat(after.team())
                .isEqualTo(new Team(
                        "manager2", "manager", "director", before.team().specialists()));
        assertThat(after.hours()).isEqualTo(before.hours());
        assertThat(after.mailDomains()).isEqualTo(before.mailDomains());
        assertThat(after.ethos()).isEqualTo(before.ethos());
        assertThat(after.contacts())
                .containsExactly(
                        new Contact("anna@loquat.example", "Anna Zmieniona", "Brand manager", "en", Channel.PHONE),
                        before.contacts().get(1),
                        new Contact("neu@loquat.example", "Neu", null, "de", Channel.EMAIL));

        assertThat(
                        read(
                                """
                        LOQUAT,Loquat reborn,GOLD,RETAINER,Europe/Warsaw,PL,en,manager2,manager,Anna Zmieniona,ANNA@loquat.example
                        LOQUAT,Loquat reborn,GOLD,RETAINER,Europe/Warsaw,PL,de,manager2,manager,Neu,neu@loquat.example
                        """))
                .as("the same file again")
                .isEqualTo(Imported.NOTHING);
        assertThat(clients.get("LOQUAT")).isEqualTo(after);
    }

    @Test
    void everyFaultIsToldWithLineAndColumnAndNothingIsImported() {
        saved("SORB");

        var faults = faultsOf(
                """
                DAMSON,Damson,GOLD,RETAINER,Europe/London,GB-ENG,en,manager,,Ada,ada@damson.example
                DAMSON,Damson Ltd,SILVER,RETAINER,Europe/London,GB-ENG,en,manager,,Ada,Ada@damson.example
                bullace,,gold,,Mars/Base,XX,english,nobody,planner,Ben,ben

                ,Greengage,GOLD,RETAINER,Europe/London,GB-ENG,en,manager,,Cid,cid@greengage.example
                PLUM,Plum,GOLD,RETAINER,Europe/London,GB-ENG,en,manager,,Anna,anna@sorb.example
                PEAR,Pear,GOLD,RETAINER,Europe/London
                NUT,=cmd|' /C calc'!A0,GOLD,RETAINER,Europe/London,GB-ENG,en,manager,-,@Dan,dan@nut.example
                """);

        assertThat(faults)
                .extracting(FieldError::field)
                .containsExactly(
                        "line 8",
                        "line 9, name",
                        "line 9, deputy",
                        "line 9, contactName",
                        "line 6, code",
                        "line 3, name",
                        "line 3, tier",
                        "line 3, contactEmail",
                        "line 4, tier",
                        "line 4, type",
                        "line 4, timeZone",
                        "line 4, code",
                        "line 4, name",
                        "line 4, holidayCalendar",
                        "line 4, language",
                        "line 4, contactEmail",
                        "line 4, accountManager",
                        "line 4, deputy",
                        "line 7, contactEmail",
                        "line 9, deputy");
        assertThat(faults).extracting(FieldError::message).allMatch(message -> message.endsWith("."));
        assertThat(messageAt("line 3, tier", faults))
                .isEqualTo("Line 2 says 'GOLD' of DAMSON; write the same on each of its lines.");
        assertThat(messageAt("line 3, contactEmail", faults)).contains("stands on line 2 already");
        assertThat(messageAt("line 7, contactEmail", faults)).contains("contact of another client already");
        assertThat(clients.find("DAMSON")).isEmpty();
        assertThat(clients.find("NUT")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void anySeparatorOfASpreadsheetWillDoAndAnyOrderOfColumns(String separator) {
        var code = "SEP-" + (separator.equals("\t") ? "T" : separator.equals(";") ? "S" : "C");
        var file =
                "\uFEFFContactEmail,contactName,code,name,tier,type,timeZone,holidayCalendar,language,accountManager,deputy\r\n"
                                .replace(",", separator)
                        + "zoe@%s.example,Zoë,%s,Sep,GOLD,PROJECT,Europe/Berlin,DE-BY,de,manager,\r\n"
                                .formatted(code, code)
                                .replace(",", separator)
                        + ",,,,,,,,,,\r\n".replace(",", separator);

        assertThat(imports.read(file.getBytes(StandardCharsets.UTF_8), "director"))
                .isEqualTo(new Imported(1, 0, 1, 0));
        assertThat(clients.get(code).contacts()).extracting(Contact::name).containsExactly("Zoë");
    }

    @Test
    void whatIsNoListInUtf8IsRefusedWithWhatWouldDo() {
        var polish = HEADER + "\nGLOG,Głóg,GOLD,PROJECT,Europe/Warsaw,PL,pl,manager,,,\n";

        assertThat(faultsOf(polish.getBytes(Charset.forName("windows-1250"))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("line 2"))
                .satisfies(fault -> assertThat(fault.message()).contains("not UTF-8", "CSV UTF-8"));
        assertThat(faultsOf(polish.getBytes(StandardCharsets.UTF_16)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("UTF-16", "CSV UTF-8"));
        assertThat(faultsOf(HEADER.getBytes(StandardCharsets.UTF_16LE)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("NUL", "CSV UTF-8"));
        assertThat(faultsOf(new byte[] {'P', 'K', 3, 4, 20, 0}))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("workbook", "CSV UTF-8"));
        assertThat(faultsOf((HEADER + "\nA,B\0").getBytes(StandardCharsets.UTF_8)))
                .extracting(FieldError::field)
                .containsExactly("line 2");
        for (var empty : List.of("", " \r\n ", "\uFEFF")) {
            assertThat(faultsOf(empty.getBytes(StandardCharsets.UTF_8)))
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.message()).contains("empty", HEADER));
        }
        assertThat(faultsOf((HEADER + "\n,,,,,,,,,,\n").getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("no client in it"));
    }

    @Test
    void columnsThatAreMissingUnknownOrTwiceAreNamed() {
        var header = HEADER.replace(",tier", ",level").replace(",deputy", ",code");

        assertThat(faultsOf((header + "\n").getBytes(StandardCharsets.UTF_8)))
                .extracting(FieldError::field)
                .containsExactly("line 1, level", "line 1, code", "line 1, tier", "line 1, deputy");
    }

    @Test
    void aQuotationMarkTooFewIsToldWhereItStands() {
        assertThat(
                        faultsOf(
                                """
                        HAW,Haw,GOLD,PROJECT,Europe/London,GB-ENG,en,manager,,,
                        SLOE,"Sloe,GOLD,PROJECT,Europe/London,GB-ENG,en,manager,,,
                        HIP,Hip,GOLD,PROJECT,Europe/London,GB-ENG,en,manager,,,
                        """))
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("below line 2"))
                .satisfies(fault -> assertThat(fault.message()).contains("quotation marks"));
        assertThat(clients.find("HAW")).isEmpty();
    }

    @Test
    void unseenCharactersAreTakenOutAndForeignScriptsStay() {
        read(
                "BAOBAB,B\u0007a\u001Bobab \u202Etxt.exe,GOLD,PROJECT,Europe/London,GB-ENG,en,manager,,شركة السنديان,x@baobab.example\n");

        assertThat(clients.get("BAOBAB").name()).isEqualTo("Baobab \u202Etxt.exe");
        assertThat(clients.get("BAOBAB").contacts()).extracting(Contact::name).containsExactly("شركة السنديان");
    }

    @Test
    @Transactional // rolled back, for other tests' sake
    void tenThousandLinesAreImportedAndTenThousandFaultsAreNotAllTold() {
        var good = IntStream.range(0, 10_000)
                .mapToObj(i ->
                        "BIG-%d,Big %d,SILVER,RETAINER,Europe/Warsaw,PL,pl,manager,manager2,Person %d,p%d@big%d.example"
                                .formatted(i / 400, i / 400, i, i, i / 400))
                .collect(joining("\n"));

        assertThat(read(good)).isEqualTo(new Imported(25, 0, 10_000, 0));
        assertThat(clients.get("BIG-24").contacts()).hasSize(400);

        var faults = faultsOf(good.replace("SILVER", "PLATINUM").replace("@", " at "));
        assertThat(faults).hasSize(201);
        assertThat(faults.get(200).message()).contains("9850 more");
    }

    private Client saved(String code) {
        clients.save(SomeClient.called(code));
        return clients.get(code);
    }

    private Imported read(String lines) {
        return imports.read((HEADER + "\n" + lines).getBytes(StandardCharsets.UTF_8), "director");
    }

    private List<FieldError> faultsOf(String lines) {
        return faultsOf((HEADER + "\n" + lines).getBytes(StandardCharsets.UTF_8));
    }

    private List<FieldError> faultsOf(byte[] file) {
        return catchThrowableOfType(Refusal.class, () -> imports.read(file, "director"))
                .errors();
    }

    private static String messageAt(String field, List<FieldError> faults) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .findFirst()
                .orElseThrow()
                .message();
    }
}
