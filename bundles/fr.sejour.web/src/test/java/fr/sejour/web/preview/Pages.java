package fr.sejour.web.preview;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.web.preview.Browser.Seen;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every page of the site keeps to. */
public final class Pages {

    private static final Pattern POSTED = Pattern.compile("(?s)<form[^>]*method=\"post\".*?</form>");
    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)[^>]*\\bid=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");

    private Pages() {}

    /** Fails unless the page is one that people can read and send. */
    public static void assertSound(Seen page) {
        String html = page.body();
        assertThat(html).containsOnlyOnce("<h1").containsOnlyOnce("<main").containsPattern("<title>[^<]+</title>");
        assertThat(html).doesNotContain(" style=", " onclick=", "javascript:");
        assertThat(html).doesNotContainPattern("<script(?! type=\"module\" src=\"/ui/[a-z]+/[0-9a-f]{12}/)");
        assertThat(html).doesNotContainPattern("\\{[a-zA-Z]+[,}]");
        Matcher forms = POSTED.matcher(html);
        while (forms.find()) {
            assertThat(forms.group()).contains("name=\"form-token\"");
        }
        Matcher fields = FIELD.matcher(html);
        while (fields.find()) {
            assertThat(html).as(fields.group(1)).contains("<label for=\"" + fields.group(1) + "\"");
        }
        Matcher ids = ID.matcher(html);
        while (ids.find()) {
            assertThat(html.split(Pattern.quote(" id=\"" + ids.group(1) + "\""), -1).length)
                    .as("the identifier " + ids.group(1))
                    .isEqualTo(2);
        }
    }
}
