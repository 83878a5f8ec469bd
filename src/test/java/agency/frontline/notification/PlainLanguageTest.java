package agency.frontline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.Client;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Words the client does not want to read are found before they are sent (C-71)")
class PlainLanguageTest {

    private final Client client = Sample.client(
            "B", "Birch", "Europe/London", "GB", "Sarah", "en", "KPI", "low hanging fruit", "żargon", "c++", "roi");

    @Test
    void asWholeWordsWhateverTheirCase() {
        assertThat(PlainLanguage.jargonIn(client, "Our Kpi, a low\n hanging  fruit; ŻARGON and C++!"))
                .containsExactly("KPI", "low hanging fruit", "żargon", "c++");
    }

    @Test
    void notInsideOtherWords() {
        assertThat(PlainLanguage.jargonIn(client, "The heroic KPIs and żargonowe words"))
                .isEmpty();
    }
}
