package fr.sejour.web.internal;

import static fr.sejour.web.internal.ProblemWords.status;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.cases.PieceContent;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.text.Texts;
import fr.sejour.web.internal.template.StaticTemplates;
import fr.sejour.web.internal.template.Templates;
import fr.sejour.web.page.Asset;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Door;
import fr.sejour.web.page.MenuEntry;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Section;
import fr.sejour.web.page.Words;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletMultipart;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the pages of every section that stands, and what they share. */
@Component(service = Servlet.class, configurationPid = PageHost.PID)
@Designate(ocd = PageHost.Config.class)
@HttpWhiteboardServletName("fr.sejour.web")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletMultipart(
        maxFileSize = PieceContent.LARGEST,
        maxRequestSize = PageHost.LARGEST_REQUEST,
        fileSizeThreshold = PieceContent.LARGEST)
public final class PageHost extends HttpServlet {

    /** The name of the settings. */
    static final String PID = "fr.sejour.web";

    /** A piece and the fields beside it. */
    static final long LARGEST_REQUEST = PieceContent.LARGEST + 64L * 1024;

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PageHost.class);

    private static final Duration LANGUAGE_KEPT = Duration.ofDays(365);
    private static final Templates TEMPLATES = new StaticTemplates();
    private static final String HOUSE = "web";
    private static final Map<String, Asset> ASSETS = Map.of(
            "sejour.css", Asset.beside(PageHost.class, "sejour.css", "text/css"),
            "sejour.svg", Asset.beside(PageHost.class, "sejour.svg", "image/svg+xml"));

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=()",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private final transient SignIn signIn;
    private final transient Texts texts;
    private final transient Clock clock;
    private final transient Languages languages;
    private final boolean secureCookies;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile List<Section> sections = List.of();

    private transient volatile Standing standing = new Standing(List.of(), new Site(List.of()));

    /** The settings of {@code etc/fr.sejour.web.cfg}. */
    @ObjectClassDefinition(id = PageHost.PID, name = "Séjour: pages")
    @interface Config {

        @AttributeDefinition(
                description =
                        "Cookies go over https only. Set it when a proxy ends TLS in front of this server; a request that"
                                + " comes over https sets them so in any case.")
        boolean secureCookies() default false;
    }

    @Activate
    public PageHost(
            @Reference SignIn signIn,
            @Reference Texts texts,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock,
            Config config) {
        this(signIn, texts, clock, config.secureCookies());
    }

    /** With fixed sections: outside a framework. */
    public PageHost(SignIn signIn, Texts texts, Clock clock, boolean secureCookies, List<Section> sections) {
        this(signIn, texts, clock, secureCookies);
        this.sections = sections;
    }

    PageHost(SignIn signIn, Texts texts, Clock clock, boolean secureCookies) {
        this.signIn = signIn;
        this.texts = texts;
        this.clock = clock;
        this.languages = new Languages(texts);
        this.secureCookies = secureCookies;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HEADERS.forEach(response::setHeader);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        new Answering(request, response, site()).answer();
    }

    private Site site() {
        List<Section> now = sections;
        Standing known = standing;
        if (known.sections() != now) {
            known = new Standing(now, new Site(now));
            standing = known;
        }
        return known.site();
    }

    private record Standing(List<Section> sections, Site site) {}

    /** The answering of one request. */
    private final class Answering {

        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final Site site;
        private final String path;
        private final Cookies cookies;
        private final FormToken token;
        private Words words;
        private Optional<Caller> caller = Optional.empty();

        Answering(HttpServletRequest request, HttpServletResponse response, Site site) {
            this.request = request;
            this.response = response;
            this.site = site;
            this.path = path(request);
            this.cookies = new Cookies(request, response, secureCookies || request.isSecure());
            this.token = FormToken.of(cookies.get(Cookies.FORM));
            this.words = new Words(texts, language(Optional.empty()));
        }

        /** The container says the root of the site in more than one way. */
        private static String path(HttpServletRequest request) {
            String asked = request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
            return asked.isEmpty() ? "/" : asked;
        }

        void answer() throws IOException {
            try {
                if (path.startsWith("/ui/")) {
                    asset();
                } else {
                    send(reply());
                }
            } catch (CaseException e) {
                problem(e);
            } catch (StaleFormException e) {
                show(staleForm());
            } catch (RuntimeException e) {
                String trace =
                        HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
                LOG.error("A page failed, trace {}", trace, Silenced.of(e));
                show(problemPage(500, new CaseException(ErrorCode.INTERNAL), Optional.of(trace)));
            }
        }

        private Reply reply() {
            Page.Method method = switch (request.getMethod()) {
                case "GET", "HEAD" -> Page.Method.GET;
                case "POST" -> Page.Method.POST;
                default -> throw new CaseException(ErrorCode.NOT_FOUND);
            };
            Submission submission = Submission.of(request);
            speak(submission);
            caller = cookies.get(Cookies.SESSION).flatMap(signIn::caller);
            if (method == Page.Method.POST) {
                prove(submission);
            }
            Optional<Site.Found> matched = site.find(method, path);
            if (matched.isEmpty()) {
                return ownPage(method);
            }
            Site.Found found = matched.get();
            if (!found.page().audience().admits(caller)) {
                return turnedAway(found.section());
            }
            ServletVisit visit = new ServletVisit(
                    words, caller, path, clock.instant(), found.variables(), submission, token.field());
            return found.page().handler().answer(visit);
        }

        private void speak(Submission submission) {
            Optional<String> asked = languages.ifSpoken(submission.value("lang"));
            asked.ifPresent(language -> cookies.keep(Cookies.LANGUAGE, language, LANGUAGE_KEPT));
            words = new Words(texts, language(asked));
        }

        private String language(Optional<String> asked) {
            return languages.of(
                    asked,
                    cookies.get(Cookies.LANGUAGE),
                    request.getHeader("Accept-Language") == null
                            ? Collections.emptyEnumeration()
                            : request.getLocales());
        }

        private void prove(Submission submission) {
            boolean elsewhere = "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
            if (elsewhere || !token.proves(submission.value(FormToken.FIELD))) {
                throw new StaleFormException();
            }
        }

        private Reply ownPage(Page.Method method) {
            if (method == Page.Method.POST && path.equals("/sign-out")) {
                cookies.get(Cookies.SESSION).ifPresent(signIn::signOut);
                return Reply.signedOut("/");
            }
            if (method == Page.Method.GET && path.equals("/")) {
                return Reply.page(words.say("home.title"), TEMPLATES.home(words, doors()));
            }
            if (method == Page.Method.GET && path.equals("/problems")) {
                return Reply.page(words.say("page.problems.title"), TEMPLATES.problems(words, problems()));
            }
            if (method == Page.Method.GET && path.startsWith("/problems/")) {
                String slug = path.substring("/problems/".length());
                ProblemView problem = problems().stream()
                        .filter(it -> it.slug().equals(slug))
                        .findFirst()
                        .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
                return Reply.page(problem.title(), TEMPLATES.about(words, problem));
            }
            throw new CaseException(ErrorCode.NOT_FOUND);
        }

        private Reply turnedAway(Section section) {
            if (caller.isEmpty() && section.signInPath().isPresent()) {
                return Reply.redirect(section.signInPath().orElseThrow() + "?next=" + encoded(wanted()));
            }
            boolean alreadyIn = site.find(Page.Method.GET, path)
                    .map(found -> found.page().audience() == Audience.VISITOR)
                    .orElse(false);
            if (alreadyIn) {
                return Reply.redirect("/" + section.name());
            }
            throw new CaseException(ErrorCode.NOT_FOUND);
        }

        /** What was asked for, if it can be asked for again. */
        private String wanted() {
            boolean shown = site.find(Page.Method.GET, path).isPresent();
            return shown ? path : "/" + path.split("/", -1)[1];
        }

        private List<DoorView> doors() {
            List<DoorView> doors = new ArrayList<>();
            for (Section section : site.doors()) {
                Door door = section.door().orElseThrow();
                doors.add(new DoorView("/" + section.name(), words.say(door.titleKey()), words.say(door.aboutKey())));
            }
            return doors;
        }

        private List<ProblemView> problems() {
            ProblemWords problem = new ProblemWords(words);
            return Arrays.stream(ErrorCode.values())
                    .map(code -> new ProblemView(
                            code.slug(),
                            problem.title(code.slug()),
                            problem.detail(code.slug()),
                            problem.next(code.slug()),
                            words.say("page.problem.fault." + Words.kebab(code.fault()))))
                    .toList();
        }

        private void problem(CaseException problem) throws IOException {
            if (problem.code() == ErrorCode.NOT_SIGNED_IN) {
                Optional<String> door = site.sectionOf(path).flatMap(Section::signInPath);
                if (door.isPresent()) {
                    redirect(door.get() + "?next=" + encoded(wanted()));
                    return;
                }
            }
            LOG.debug("A page was refused: {}", problem.code());
            if (problem.code() == ErrorCode.TOO_MANY_ATTEMPTS) {
                Object seconds = problem.details().get("retryAfterSeconds");
                if (seconds != null) {
                    response.setHeader("Retry-After", seconds.toString());
                }
            }
            if (problem.code() == ErrorCode.PIECE_TOO_LARGE) {
                response.setHeader("Connection", "close");
            }
            // what somebody may not do reads exactly like what does not exist
            CaseException shown = status(problem.code()) == 404 ? new CaseException(ErrorCode.NOT_FOUND) : problem;
            show(problemPage(status(problem.code()), shown, Optional.empty()));
        }

        private Reply.Html problemPage(int status, CaseException problem, Optional<String> trace) {
            ProblemWords said = new ProblemWords(words);
            String title = said.title(problem.code().slug());
            return new Reply.Html(
                    status, title, TEMPLATES.problem(words, title, said.detail(problem), said.next(problem), trace));
        }

        private Reply.Html staleForm() {
            String title = words.say("page.stale.title");
            return new Reply.Html(
                    422,
                    title,
                    TEMPLATES.problem(
                            words,
                            title,
                            words.say("page.stale.detail"),
                            words.say("page.stale.next"),
                            Optional.empty()));
        }

        private void send(Reply reply) throws IOException {
            if (reply instanceof Reply.Html html) {
                show(html);
            } else if (reply instanceof Reply.Redirect redirect) {
                redirect.opens().ifPresent(session -> cookies.set(Cookies.SESSION, session.token()));
                if (redirect.closes()) {
                    cookies.drop(Cookies.SESSION);
                }
                redirect(redirect.to());
            } else if (reply instanceof Reply.Attachment file) {
                response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
                response.setHeader("Content-Disposition", "attachment; filename=\"" + plain(file.fileName()) + "\"");
                write(200, file.mediaType(), file.bytes(), "no-store");
            }
        }

        private void redirect(String to) {
            response.setStatus(303);
            response.setHeader("Location", to);
            response.setHeader("Cache-Control", "no-store");
        }

        private void show(Reply.Html html) throws IOException {
            if (token.isFresh()) {
                cookies.set(Cookies.FORM, token.secret());
            }
            String page = TEMPLATES.layout(frame(html)).render();
            response.setHeader("Content-Language", words.language());
            response.setHeader("Vary", "Accept-Language, Cookie");
            write(html.status(), "text/html;charset=UTF-8", page.getBytes(StandardCharsets.UTF_8), "no-store");
        }

        private Frame frame(Reply.Html html) {
            Optional<Section> section = site.sectionOf(path);
            return new Frame(
                    words,
                    html.title(),
                    section.map(it -> it.title(words)),
                    section.map(it -> "/" + it.name()).orElse("/"),
                    section.map(Section::wide).orElse(false),
                    section.map(this::menu).orElse(List.of()),
                    languages.others(words.language()).stream().map(this::link).toList(),
                    caller.isPresent(),
                    token.field(),
                    house("sejour.css"),
                    house("sejour.svg"),
                    html.body());
        }

        private List<Frame.MenuItem> menu(Section section) {
            List<MenuEntry> entries = site.menu(section, caller);
            String current = entries.stream()
                    .map(MenuEntry::path)
                    .filter(it -> path.equals(it) || path.startsWith(it + "/"))
                    .reduce("", (longest, it) -> it.length() > longest.length() ? it : longest);
            return entries.stream()
                    .map(entry -> new Frame.MenuItem(
                            words.say(entry.textKey()),
                            entry.path(),
                            entry.path().equals(current)))
                    .toList();
        }

        private Frame.LanguageLink link(String language) {
            boolean house = site.sectionOf(path).isEmpty();
            boolean shown = house || site.find(Page.Method.GET, path).isPresent();
            String page = shown ? path : "/" + path.split("/", -1)[1];
            return new Frame.LanguageLink(
                    language,
                    words.in(language).say("site.language"),
                    page + "?" + queryWithout("lang") + "lang=" + language);
        }

        private String queryWithout(String name) {
            String query = request.getQueryString();
            if (query == null || !request.getMethod().equals("GET")) {
                return "";
            }
            StringBuilder kept = new StringBuilder();
            for (String pair : query.split("&", -1)) {
                if (!pair.isEmpty() && !pair.startsWith(name + "=")) {
                    kept.append(pair).append('&');
                }
            }
            return kept.toString();
        }

        private void asset() throws IOException {
            String[] segments = path.split("/", -1);
            if (segments.length != 5) {
                throw new CaseException(ErrorCode.NOT_FOUND);
            }
            Function<String, Optional<Asset>> shelf = segments[2].equals(HOUSE)
                    ? name -> Optional.ofNullable(ASSETS.get(name))
                    : name -> site.section(segments[2]).flatMap(section -> section.asset(name));
            Asset asset = shelf.apply(segments[4]).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
            // an open page may still ask for the version it was made with: it gets the present one, to be asked for
            // again
            boolean present = asset.version().equals(segments[3]);
            write(200, asset.mediaType(), asset.bytes(), present ? "public, max-age=31536000, immutable" : "no-cache");
        }

        private void write(int status, String mediaType, byte[] bytes, String caching) throws IOException {
            response.setStatus(status);
            response.setContentType(mediaType);
            response.setHeader("Cache-Control", caching);
            response.setContentLength(bytes.length);
            if (!request.getMethod().equals("HEAD")) {
                response.getOutputStream().write(bytes);
            }
        }
    }

    private static String house(String name) {
        Asset asset = ASSETS.get(name);
        return asset == null ? "" : asset.path(HOUSE, name);
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** A file name that no header can be broken out of. */
    private static String plain(String fileName) {
        return fileName.replaceAll("[^A-Za-z0-9._-]", "-");
    }
}
