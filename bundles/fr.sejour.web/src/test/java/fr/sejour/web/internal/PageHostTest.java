package fr.sejour.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Door;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.MenuEntry;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Section;
import fr.sejour.web.page.Upload;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import fr.sejour.web.preview.Browser;
import fr.sejour.web.preview.Browser.Seen;
import fr.sejour.web.preview.InMemorySignIn;
import fr.sejour.web.preview.PageServer;
import gg.jte.Content;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageHostTest {

    private static final String STYLE = "/ui/web/[0-9a-f]{12}/sejour.css";

    private final InMemorySignIn signIn = new InMemorySignIn()
            .with("amina", Caller.applicant(new AccountId("a-1"), new PersonId("person-1")))
            .with("agent", Caller.agent(new AccountId("a-2"), Set.of(new PrefectureCode("38"))))
            .open("amina")
            .open("agent");
    private PageServer server;
    private Browser browser;

    @BeforeEach
    void start() {
        server = new PageServer(0, signIn, Clock.systemUTC(), List.of(new Garden()));
        browser = new Browser(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_first_page_shows_a_door_for_each_section_that_has_one() {
        Seen page = browser.get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("href=\"/garden\"")
                .contains("Que voulez-vous faire")
                .contains("<html lang=\"fr\"");
    }

    @Test
    void a_site_without_sections_still_answers() {
        try (PageServer empty = new PageServer(0, signIn, Clock.systemUTC(), List.of())) {
            assertThat(new Browser(empty).get("/").body()).contains("Aucun service n'est ouvert");
        }
    }

    @Test
    void a_page_answers_with_what_stands_in_its_address() {
        assertThat(browser.get("/garden/trees/0380000000000000017").body()).contains("0380000000000000017");
    }

    @Test
    void a_segment_that_its_reader_refuses_is_not_found() {
        assertThat(browser.get("/garden/trees/oak").status()).isEqualTo(404);
    }

    @Test
    void what_nobody_offers_is_not_found_with_a_way_on() {
        Seen page = browser.get("/nowhere");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("href=\"/\"");
    }

    @Test
    void a_name_with_markup_is_shown_as_it_is_written() {
        browser.get("/garden/plant");

        Seen page = browser.post("/garden/plant", Map.of("family-name", "<script>alert('x')</script>\"><img src=x>"));

        assertThat(page.body())
                .doesNotContain("<script>alert")
                .doesNotContain("<img")
                .contains("&lt;script&gt;alert('x')&lt;/script&gt;");
    }

    @Test
    void a_name_stands_apart_from_the_direction_of_the_sentence() {
        browser.get("/garden/plant");

        Seen page = browser.post("/garden/plant", Map.of("family-name", "أمينة بن علي"));

        assertThat(page.body()).contains("<bdi>أمينة بن علي</bdi>");
    }

    @Test
    void a_form_without_its_token_is_not_taken() {
        Seen page = browser.post("/garden/plant", Map.of("family-name", "Diallo"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Ce formulaire n'est plus valable").doesNotContain("Diallo");
    }

    @Test
    void a_form_with_the_token_of_another_browser_is_not_taken() {
        browser.get("/garden/plant");
        Browser other = new Browser(server);
        other.get("/garden/plant");
        browser.cookies().put("sejour-form", other.cookies().get("sejour-form"));

        assertThat(browser.post("/garden/plant", Map.of("family-name", "Diallo"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_form_sent_from_another_site_is_not_taken() {
        browser.get("/garden/plant");

        Seen page = browser.send(browser.request("/garden/plant")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("family-name=Diallo")));

        assertThat(page.status()).isEqualTo(422);
    }

    @Test
    void a_fault_stands_beside_its_field_and_on_top_and_keeps_what_was_typed() {
        browser.get("/garden/plant");

        Seen page = browser.post("/garden/plant", Map.of("family-name", "", "login", "à peine!"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("role=\"alert\"")
                .contains("<a href=\"#family-name\">")
                .contains("id=\"family-name-fault\"")
                .contains("aria-invalid=\"true\"")
                .contains("value=\"à peine!\"");
    }

    @Test
    void the_language_is_asked_for_then_remembered_then_that_of_the_browser() {
        assertThat(browser.getIn("en-GB,en;q=0.9", "/").body()).contains("<html lang=\"en\"");
        assertThat(browser.getIn("de", "/").body()).contains("<html lang=\"fr\"");
        assertThat(browser.get("/?lang=en").body()).contains("<html lang=\"en\"");
        assertThat(browser.getIn("fr", "/garden").body()).contains("<html lang=\"en\"");
        assertThat(browser.get("/?lang=zz").body()).contains("<html lang=\"en\"");
    }

    @Test
    void the_link_to_the_other_language_keeps_the_page() {
        assertThat(browser.get("/garden/trees/0380000000000000017?done=cut&lang=fr")
                        .body())
                .contains("href=\"/garden/trees/0380000000000000017?done=cut&amp;lang=en\"");
    }

    @Test
    void a_page_for_people_signed_in_sends_others_to_the_door_and_back() {
        Seen page = browser.get("/garden/private");

        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("location")).isEqualTo("/garden/sign-in?next=%2Fgarden%2Fprivate");
    }

    @Test
    void a_page_for_others_does_not_exist() {
        browser.cookies().put("sejour-session", "agent");

        assertThat(browser.get("/garden/private").status()).isEqualTo(404);
    }

    @Test
    void a_forged_session_is_nobody() {
        browser.cookies().put("sejour-session", "forged");

        assertThat(browser.get("/garden/private").status()).isEqualTo(303);
    }

    @Test
    void signing_in_sets_a_cookie_that_no_script_reads_and_signing_out_ends_it() {
        browser.get("/garden/plant");

        Seen in = browser.post("/garden/sign-in", Map.of());

        assertThat(in.header("set-cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(browser.get("/garden/private").body()).contains("amina");

        browser.post("/sign-out", Map.of());

        assertThat(browser.get("/garden/private").status()).isEqualTo(303);
    }

    @Test
    void a_page_that_fails_gives_a_trace_and_nothing_else_to_its_reader_or_the_log() {
        PrintStream before = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        Seen page;
        try {
            page = browser.get("/garden/broken");
        } finally {
            System.setErr(before);
        }

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.body())
                .containsPattern("<bdi class=\"code\">[0-9a-f]{16}</bdi>")
                .doesNotContain("secret");
        assertThat(logged.toString(StandardCharsets.UTF_8))
                .contains("A page failed, trace", "java.lang.IllegalStateException", "PageHostTest")
                .doesNotContain("secret");
    }

    @Test
    void what_somebody_may_not_do_reads_like_what_does_not_exist() {
        Seen forbidden = browser.get("/garden/forbidden");
        Seen unknown = browser.get("/garden/unknown");

        assertThat(forbidden.status()).isEqualTo(404);
        assertThat(main(forbidden)).isEqualTo(main(unknown));
    }

    @Test
    void every_answer_carries_the_headers_that_keep_a_page_to_itself() {
        Seen page = browser.get("/");

        assertThat(page.header("content-security-policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline");
        assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(page.header("referrer-policy")).isEqualTo("same-origin");
        assertThat(page.header("cache-control")).isEqualTo("no-store");
        assertThat(page.body())
                .doesNotContain("<script")
                .doesNotContain(" style=")
                .doesNotContain("http://");
    }

    @Test
    void the_style_sheet_may_be_kept_for_ever_and_an_old_address_still_answers() {
        String home = browser.get("/").body();
        String address = home.replaceAll("(?s).*?(" + STYLE + ").*", "$1");

        assertThat(browser.get(address).header("cache-control")).contains("immutable");
        assertThat(browser.get(address.replaceAll("[0-9a-f]{12}", "000000000000"))
                        .header("cache-control"))
                .isEqualTo("no-cache");
        assertThat(browser.get("/ui/web/000000000000/nothing.css").status()).isEqualTo(404);
    }

    @Test
    void the_menu_shows_what_the_visitor_may_see_and_where_they_are() {
        assertThat(browser.get("/garden").body()).doesNotContain("href=\"/garden/private\"");

        browser.cookies().put("sejour-session", "amina");

        assertThat(browser.get("/garden/private").body())
                .contains("<a href=\"/garden/private\" aria-current=\"page\">");
    }

    @Test
    void a_query_that_cannot_be_read_is_the_senders_to_mend() {
        Seen page = browser.send(browser.request("/garden?x=%25zz").GET());

        assertThat(page.status()).isLessThan(500);
    }

    /** What a client of the API reads in an answer is on no page. */
    @Test
    void no_problem_is_told_in_the_names_of_members_of_the_api() {
        assertThat(browser.getIn("fr", "/problems").body()).doesNotContainPattern("«.[a-z]+([A-Z][a-z]+)*.»");
        assertThat(browser.getIn("en", "/problems").body())
                .doesNotContainPattern("(“|&#34;|>[^<]*\")[a-z]+[A-Z]?[a-z]+(”|&#34;|\"[^>]*<)");
    }

    @Test
    void an_upload_that_is_too_large_is_told_so() {
        browser.get("/garden/plant");

        Seen page = browser.postFile("/garden/plant", Map.of(), "piece-file", new byte[Upload.LARGEST + 1]);

        assertThat(page.status()).isEqualTo(413);
    }

    @Test
    void an_upload_of_fifty_megabytes_is_told_so_too() {
        browser.get("/garden/plant");

        Seen page = browser.postFile("/garden/plant", Map.of(), "piece-file", new byte[50 * 1024 * 1024]);

        assertThat(page.status()).isEqualTo(413);
    }

    @Test
    void a_file_comes_with_its_fields() {
        browser.get("/garden/plant");

        Seen page =
                browser.postFile("/garden/plant", Map.of("family-name", "Nguyễn"), "piece-file", new byte[] {1, 2, 3});

        assertThat(page.body()).contains("<bdi>Nguyễn</bdi>").contains("3 octets");
    }

    @Test
    void signs_that_no_keyboard_types_do_not_get_in() {
        browser.get("/garden/plant");

        assertThat(browser.post("/garden/plant", Map.of("family-name", "Dia\u0000llo\u0007"))
                        .body())
                .contains("<bdi>Diallo</bdi>");
    }

    @Test
    void an_attachment_is_never_shown_inside_the_site() {
        Seen file = browser.get("/garden/file");

        assertThat(file.header("content-disposition")).isEqualTo("attachment; filename=\"a--b.pdf\"");
        assertThat(file.header("content-security-policy")).startsWith("sandbox");
    }

    @Test
    void a_method_that_no_page_has_is_not_found() {
        Seen page = browser.send(browser.request("/garden").method("DELETE", HttpRequest.BodyPublishers.noBody()));

        assertThat(page.status()).isEqualTo(404);
    }

    @Test
    void every_problem_has_a_page() {
        for (ErrorCode code : ErrorCode.values()) {
            Seen page = browser.get("/problems/" + code.slug());

            assertThat(page.status()).as(code.slug()).isEqualTo(200);
            assertThat(page.body()).contains(code.slug());
        }
        assertThat(browser.get("/problems").status()).isEqualTo(200);
        assertThat(browser.get("/problems/none-such").status()).isEqualTo(404);
    }

    @Test
    void a_section_that_cannot_say_its_pages_leaves_the_others_standing() {
        Section broken = new Section() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public String title(Words words) {
                return "Broken";
            }

            @Override
            public List<Page> pages() {
                throw new IllegalStateException("no pages");
            }
        };

        try (PageServer both = new PageServer(0, signIn, Clock.systemUTC(), List.of(broken, new Garden()))) {
            assertThat(new Browser(both).get("/garden").status()).isEqualTo(200);
        }
    }

    @Test
    void its_settings_stand_in_a_file_of_the_name_that_operators_are_told() throws IOException {
        try (InputStream component =
                PageHost.class.getResourceAsStream("/OSGI-INF/" + PageHost.class.getName() + ".xml")) {
            assertThat(new String(component.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("configuration-pid=\"fr.sejour.web\"");
        }
    }

    private static String main(Seen page) {
        return page.body().replaceAll("(?s).*<main(.*)</main>.*", "$1");
    }

    /** A section with one page of each sort. */
    private final class Garden implements Section {

        @Override
        public String name() {
            return "garden";
        }

        @Override
        public String title(Words words) {
            return "Garden";
        }

        @Override
        public List<Page> pages() {
            return List.of(
                    Page.get("/garden", Audience.ANYONE, visit -> Reply.page("Garden", html("<h1>G</h1>"))),
                    Page.get("/garden/trees/{number}", Audience.ANYONE, this::tree),
                    Page.get("/garden/plant", Audience.ANYONE, this::plant),
                    Page.post("/garden/plant", Audience.ANYONE, this::planted),
                    Page.post(
                            "/garden/sign-in",
                            Audience.ANYONE,
                            visit -> Reply.signedIn(
                                    signIn.signIn(new Login("amina"), InMemorySignIn.PASSWORD, Optional.empty()),
                                    "/garden")),
                    Page.get(
                            "/garden/private",
                            Audience.APPLICANT,
                            visit -> Reply.page("Private", html("<h1>amina</h1>"))),
                    Page.get("/garden/broken", Audience.ANYONE, visit -> {
                        throw new IllegalStateException("secret", new IOException("another secret"));
                    }),
                    Page.get("/garden/forbidden", Audience.ANYONE, visit -> {
                        throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
                    }),
                    Page.get(
                            "/garden/file",
                            Audience.ANYONE,
                            visit -> new Reply.Attachment(
                                    "application/pdf", "a\r\nb.pdf", 1, new ByteArrayInputStream(new byte[] {1}))));
        }

        @Override
        public List<MenuEntry> menu() {
            return List.of(new MenuEntry("garden", 1, "/garden/private", "site.menu", Audience.APPLICANT));
        }

        @Override
        public Optional<Door> door() {
            return Optional.of(new Door(1, "site.menu", "site.about"));
        }

        @Override
        public Optional<String> signInPath() {
            return Optional.of("/garden/sign-in");
        }

        private Reply tree(Visit visit) {
            CaseNumber number = visit.variable("number", CaseNumber::new);
            return Reply.page("Tree", html(number.value()));
        }

        private Reply plant(Visit visit) {
            return Reply.page("Plant", show(visit.form()));
        }

        private Reply planted(Visit visit) {
            Form form = visit.form();
            Optional<String> name = form.read("family-name", it -> it);
            form.readIfGiven("login", Login::new);
            if (name.isEmpty() || !form.stands()) {
                return Reply.refused("Plant", show(form));
            }
            Content said = visit.words().html("form.wrong", "field", name.get());
            return Reply.page("Planted", output -> {
                said.writeTo(output);
                output.writeContent(visit.upload("piece-file")
                        .map(file -> file.bytes().length + " octets")
                        .orElse(""));
            });
        }

        private Content show(Form form) {
            return output -> {
                form.summary().writeTo(output);
                output.writeContent("<form method=\"post\">");
                form.token().writeTo(output);
                form.line("family-name").writeTo(output);
                form.line("login").writeTo(output);
                output.writeContent("</form>");
            };
        }

        private Content html(String text) {
            return output -> output.writeContent(text);
        }
    }
}
