package fr.sejour.demonstration.internal;

import fr.sejour.api.prefecture.Prefecture;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * The page of the demonstration: who can sign in, with which codes, and buttons that move the clock forward. {@code GET
 * /demonstration/code?login=…} gives an agent's present code as text, {@code POST /demonstration/clock} with {@code until=} an ISO
 * date moves the clock and answers once every day on the way was played.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/demonstration/*")
public final class DemonstrationPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int MOST_DAYS_AT_ONCE = 400;
    private static final String NO_DAY = """
            « until » est un jour, par exemple 2026-06-30, ou « days » un nombre de jours.
            "until" is a day such as 2026-06-30, or "days" a number of days.
            """;
    private static final String TOO_FAR = """
            L'horloge avance, de 400 jours au plus à la fois.
            The clock moves forward, 400 days at most at once.
            """;

    private final transient Player player;

    @Activate
    public DemonstrationPage(@Reference Player player) {
        this.player = player;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        switch (path) {
            case "/code" -> code(request, response);
            case "/state" ->
                text(response, player.ready() ? 200 : 503, today() + (player.ready() ? " ready" : " playing"));
            default -> html(response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"/clock".equals(request.getPathInfo()) || fromElsewhere(request)) {
            text(response, HttpServletResponse.SC_NOT_FOUND, "Nothing here");
            return;
        }
        LocalDate until;
        try {
            until = request.getParameter("days") == null
                    ? LocalDate.parse(String.valueOf(request.getParameter("until")))
                    : today().plusDays(Long.parseLong(request.getParameter("days")));
        } catch (DateTimeException | NumberFormatException | ArithmeticException unreadable) {
            text(response, HttpServletResponse.SC_BAD_REQUEST, NO_DAY);
            return;
        }
        if (until.isBefore(today()) || until.isAfter(today().plusDays(MOST_DAYS_AT_ONCE))) {
            text(response, HttpServletResponse.SC_BAD_REQUEST, TOO_FAR);
            return;
        }
        LocalDate reached = player.playUntil(until);
        if (String.valueOf(request.getHeader("Accept")).contains("text/html")) {
            response.sendRedirect("/demonstration");
        } else {
            text(response, HttpServletResponse.SC_OK, reached.toString());
        }
    }

    /** A page of another site must not move the clock: browsers tell where a request comes from. */
    private static boolean fromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private void code(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String login = String.valueOf(request.getParameter("login"));
        text(response, 200, player.cast().code(login, player.now()).orElse("unknown"));
    }

    private LocalDate today() {
        return Prefecture.nationalDay(player.now());
    }

    private void html(HttpServletResponse response) throws IOException {
        StringBuilder people = new StringBuilder();
        for (Story story : Stories.all()) {
            people.append("<tr><td><bdi>%s</bdi></td><td><code>%s</code></td><td>%s</td></tr>%n"
                    .formatted(
                            escaped(story.givenNames() + " " + story.familyName()),
                            escaped(story.login()),
                            escaped(story.telling())));
        }
        StringBuilder agents = new StringBuilder();
        for (Cast.Agent agent : Cast.agents()) {
            agents.append("<tr><td>%s</td><td><code>%s</code></td><td><code>%s</code></td></tr>%n"
                    .formatted(
                            escaped(agent.role()),
                            escaped(agent.login()),
                            player.cast().code(agent.login(), player.now()).orElse("—")));
        }
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
        response.getWriter()
                .write(PAGE.formatted(
                        today(),
                        player.ready() ? "" : "<p><strong>Les récits se jouent…</strong></p>",
                        Cast.PASSWORD,
                        people,
                        agents,
                        escaped(Cast.ASSOCIATION_NAME),
                        player.cast().associationCode().orElse("—"),
                        Stories.HELPED,
                        Cast.ASSOCIATION,
                        player.cast().code(Cast.ASSOCIATION, player.now()).orElse("—")));
    }

    private static void text(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(text);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static final String PAGE = """
            <!doctype html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Démonstration – Séjour</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; background: #fff; }
            table { border-collapse: collapse; width: 100%%; } th, td { text-align: start; padding: .4rem .6rem; border-bottom: 1px solid #c9d1dc; vertical-align: top; }
            button { font: inherit; padding: .5rem 1rem; margin: 0 .5rem .5rem 0; } .wide { overflow-x: auto; } a { color: #1a4f8b; }
            </style>
            </head>
            <body>
            <main>
            <h1>Démonstration</h1>
            <p>Des personnes inventées, l'horloge de la plateforme, et ce que la loi leur doit jour après jour. <a href="/">Les trois portes</a></p>
            <h2>Nous sommes le %s</h2>
            %s
            <form method="post" action="/demonstration/clock">
            <button name="days" value="1">Avancer d'un jour</button>
            <button name="days" value="7">Avancer d'une semaine</button>
            <button name="days" value="30">Avancer de trente jours</button>
            </form>
            <p>Mot de passe de tous les comptes : <code>%s</code></p>
            <h2>Les personnes</h2>
            <div class="wide"><table>
            <thead><tr><th scope="col">Personne</th><th scope="col">Identifiant</th><th scope="col">Son récit</th></tr></thead>
            <tbody>
            %s</tbody></table></div>
            <h2>Les agents</h2>
            <div class="wide"><table>
            <thead><tr><th scope="col">Rôle</th><th scope="col">Identifiant</th><th scope="col">Code du moment</th></tr></thead>
            <tbody>
            %s</tbody></table></div>
            <h2>Une association</h2>
            <p>%s est une association inventée, que l'on nomme par le code <code id="association">%s</code>. <code>%s</code> lui a donné un mandat. Elle entre par la porte
            <a href="/portal/helper-sign-in">des associations et des avocats</a> : identifiant <code>%s</code>, code du moment <code>%s</code>.</p>
            </main>
            </body>
            </html>
            """;
}
