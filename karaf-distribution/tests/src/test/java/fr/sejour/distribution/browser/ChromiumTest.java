package fr.sejour.distribution.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class ChromiumTest {
    @Test
    void it_reads_pages_and_tells_their_faults() {
        try (Chromium chromium = Chromium.launch();
                BrowserContext visitor = chromium.visitor("fr-FR")) {
            Page page = visitor.newPage();
            page.setContent("<html lang='fr'><head><title>Séjour</title></head>"
                    + "<body><main><h1>Séjour</h1><img src='x'></main></body></html>");

            assertThat(page.title()).isEqualTo("Séjour");
            assertThat(Chromium.accessibilityFaults(page))
                    .singleElement()
                    .asString()
                    .contains("<img");
        }
    }
}
