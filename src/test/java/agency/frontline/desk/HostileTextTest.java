package agency.frontline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

@FlowStory
@DisplayName("What somebody writes is text on every page, whatever it looks like (S01, D07)")
class HostileTextTest {

    @Autowired
    Cases cases;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>",
                "</script><script>alert(2)</script>",
                "\"><svg onload=alert(3)>",
                "${7*191} #{7*191} *{7*191} @{/x} ~{layout}",
                "[[${7*191}]] [(${7*191})] __${7*191}__::.x",
                "{{7*191}} {{constructor.constructor('alert(4)')()}}",
                "<a href=\"javascript:alert(5)\">click</a>",
                "invoice\u202Efdp.exe \u2066\u200Bраураl \u0627\u0644\u0633"
            })
    void itIsShownLiterally(String text) {
        var issue = cases.mailFrom("ceo@birch.example", text, "Before\n" + text + "\nafter");
        new Visitor(port, "manager")
                .posts(
                        "/api/cases/" + issue.key() + "/owner",
                        "{\"owner\":\"director\",\"reason\":" + quoted(text) + "}");
        var auditor = new Visitor(port, "auditor");
        var escaped = HtmlUtils.htmlEscape(text).replace("&quot;", "\"").replace("&#39;", "'");

        for (var path : List.of("/cases/" + issue.key(), "/cases?text=" + issue.key())) {
            var page = auditor.opens(path).body();
            assertThat(unquoted(page)).as(path).contains(escaped).doesNotContain("1337");
            if (text.contains("<")) {
                assertThat(page).as(path).doesNotContain(text);
            }
        }
        assertThat(unquoted(auditor.opens("/cases/" + issue.key()).body())).contains("Before\n" + escaped + "\nafter");
    }

    @Test
    @DisplayName("a name that turns the line round turns nothing beyond itself (D04)")
    void textThatRunsTheOtherWayKeepsToItself() {
        var turned = "safe\u202Etxt.exe";
        var issue = cases.mailFrom("ceo@birch.example", turned, "Look at " + turned);
        var auditor = new Visitor(port, "auditor");

        for (var path : List.of("/cases/" + issue.key(), "/cases?text=" + issue.key())) {
            var page = auditor.opens(path).body();
            assertThat(page).as(path).contains("<bdi>" + turned + "</bdi>");
            // In a line of ours it stands in an element of its own that isolates it; a block does so anyway.
            assertThat(page.substring(page.indexOf("<body")))
                    .as(path)
                    .doesNotContainPattern(
                            "<(?:strong|span|a|em|small|th:block)(?![^>]*class=\"words)[^>]*>[^<]*\u202E");
        }
    }

    @Test
    void whatWasLookedForStandsInItsFieldAsText() {
        var page = new Visitor(port, "auditor").opens("/cases?text=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script>alert").contains("&lt;script&gt;");
    }

    @Test
    void aCaseNumberThatIsNoneIsNotEchoedAsMarkup() {
        var page = new Visitor(port, "auditor").opens("/cases/%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        assertThat(page.body()).doesNotContain("<script>alert");
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAsText() {
        var page = new Visitor(port, "manager")
                .fillsIn(
                        "/issues/new",
                        Map.of(
                                "contact", "\"><script>alert(1)</script>",
                                "channel", "PHONE",
                                "subject", "<b>bold</b>",
                                "clientWords", "</textarea><script>alert(2)</script>"));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).doesNotContain("<script>alert", "<b>bold").contains("&lt;b&gt;bold&lt;/b&gt;");
    }

    @Test
    void pagesRunNoScriptButTheirOwnFiles() {
        var issue = cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there?");
        var answer = new Visitor(port, "manager").opens("/cases/" + issue.key());

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.body()).doesNotContainPattern("<script(?![^>]* src=\"/)");
        // In a tag, that is: as text it may stand in the subject of any case that the page names.
        assertThat(answer.body()).doesNotContainPattern("<[^>]*\\son\\w+=").doesNotContain("style=\"");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String unquoted(String page) {
        return page.replace("&quot;", "\"").replace("&#39;", "'");
    }
}
