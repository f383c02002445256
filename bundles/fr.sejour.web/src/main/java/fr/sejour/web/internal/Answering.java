package fr.sejour.web.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.SessionFingerprint;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.Attempts;
import fr.sejour.api.attempt.Failure;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.fault.Silenced;
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
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answering of one request. */
final class Answering {

    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    /** The code of what a page itself would not take. */
    private static final String REFUSED_ON_THE_PAGE = "refused-on-the-page";

    /** The code of a form with more text in it than any page asks for. */
    private static final String TOO_LONG = "body-too-large";

    private static final Duration LANGUAGE_KEPT = Duration.ofDays(365);
    private static final Templates TEMPLATES = new StaticTemplates();

    private final PageHost.House house;
    private final Site site;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final String path;
    private final Cookies cookies;
    private final FormToken token;
    private final Optional<Attempts> attempts;
    private Optional<Submission> posted = Optional.empty();
    private Words words;
    private Optional<Caller> caller = Optional.empty();

    Answering(
            PageHost.House house,
            Site site,
            Optional<Attempts> attempts,
            HttpServletRequest request,
            HttpServletResponse response) {
        this.house = house;
        this.attempts = attempts;
        this.request = request;
        this.response = response;
        this.site = site;
        this.path = path(request);
        this.cookies = new Cookies(request, response, house.secureCookies() || request.isSecure());
        this.token = FormToken.of(cookies.get(Cookies.FORM));
        this.words = new Words(house.texts(), language(Optional.empty()));
    }

    /** The container says the root of the site in more than one way. */
    private static String path(HttpServletRequest request) {
        String asked = request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
        return asked.isEmpty() ? "/" : asked;
    }

    void answer() throws IOException {
        try {
            if (Shelves.holds(path)) {
                asset();
            } else {
                Reply reply = reply();
                if (reply instanceof Reply.Html html && html.status() >= 400) {
                    show(html, receipt(REFUSED_ON_THE_PAGE, false, trace()));
                } else {
                    send(reply);
                }
            }
        } catch (CaseException e) {
            problem(e);
        } catch (StaleFormException e) {
            show(new ProblemPages(words).staleForm(), receipt(REFUSED_ON_THE_PAGE, false, trace()));
        } catch (FormTooLongException e) {
            response.setHeader("Connection", "close");
            show(new ProblemPages(words).formTooLong(), receipt(TOO_LONG, false, trace()));
        } catch (RuntimeException e) {
            String trace = trace();
            LOG.error("A page failed, trace {}", trace, Silenced.of(e));
            show(new ProblemPages(words).failed(trace), receipt(ErrorCode.INTERNAL.slug(), true, trace));
        }
    }

    private static String trace() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /**
     * The receipt for an act of a person that failed; empty when it was none, or was not proved to come from this site: by the token
     * of its form or, where that is stale or cannot be read, by the browser.
     */
    private Optional<Content> receipt(String code, boolean ours, String trace) {
        boolean fromHere = "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
        boolean proved = fromHere
                || posted.filter(it -> token.proves(it.value(FormToken.FIELD))).isPresent();
        Optional<Site.Found> found =
                request.getMethod().equals("POST") ? site.find(Page.Method.POST, path) : Optional.empty();
        if (attempts.isEmpty() || !proved || found.isEmpty()) {
            return Optional.empty();
        }
        Submission submission = posted.orElse(Submission.UNREAD);
        Page page = found.get().page();
        Optional<Attempt.Operation> operation =
                posted.isPresent() ? page.attempted().apply(visit(found.get(), submission)) : page.unread();
        return operation
                .flatMap(it -> attempts.get()
                        .keep(new Failure(
                                it,
                                code,
                                ours,
                                trace,
                                caller,
                                cookies.get(Cookies.SESSION).flatMap(SessionFingerprint::of),
                                Submission.behalf(found.get().variables()),
                                submission.subject(found.get().variables()))))
                .map(it -> TEMPLATES.failureReceipt(
                        words,
                        ReceiptView.of(
                                words,
                                it,
                                site.find(Page.Method.GET, ReceiptView.REPORT).isPresent(),
                                path)));
    }

    private ServletVisit visit(Site.Found found, Submission submission) {
        return new ServletVisit(words, caller, house.clock().instant(), found.variables(), submission, token.field());
    }

    private Reply reply() {
        Page.Method method = switch (request.getMethod()) {
            case "GET", "HEAD" -> Page.Method.GET;
            case "POST" -> Page.Method.POST;
            default -> throw new CaseException(ErrorCode.NOT_FOUND);
        };
        Submission submission = read();
        posted = Optional.of(submission);
        speak(submission);
        caller = signedIn();
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
        SafeHeaders.of(found.page().powers()).forEach(response::setHeader);
        return found.page().handler().answer(visit(found, submission));
    }

    private Submission read() {
        try {
            return Submission.of(request);
        } catch (CaseException | FormTooLongException unreadable) {
            // whose it is says their cookie, and the receipt is theirs
            caller = signedIn();
            throw unreadable;
        }
    }

    private Optional<Caller> signedIn() {
        return cookies.get(Cookies.SESSION).flatMap(house.signIn()::caller);
    }

    private void speak(Submission submission) {
        Optional<String> asked = house.languages().ifSpoken(submission.value("lang"));
        asked.ifPresent(language -> cookies.keep(Cookies.LANGUAGE, language, LANGUAGE_KEPT));
        words = new Words(house.texts(), language(asked));
    }

    private String language(Optional<String> asked) {
        return house.languages()
                .of(
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
            cookies.get(Cookies.SESSION).ifPresent(house.signIn()::signOut);
            return Reply.signedOut("/");
        }
        if (method == Page.Method.GET && path.equals("/")) {
            return Reply.page(words.say("home.title"), TEMPLATES.home(words, doors()));
        }
        if (method == Page.Method.GET && path.equals("/problems")) {
            return new ProblemPages(words).all();
        }
        if (method == Page.Method.GET && path.startsWith("/problems/")) {
            return new ProblemPages(words).about(path.substring("/problems/".length()));
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

    private void problem(CaseException problem) throws IOException {
        if (problem.code() == ErrorCode.NOT_SIGNED_IN) {
            Optional<String> door = site.sectionOf(path).flatMap(Section::signInPath);
            if (door.isPresent()) {
                redirect(door.get() + "?next=" + encoded(wanted()));
                return;
            }
        }
        LOG.debug("A page was refused: {}", problem.code());
        Object seconds = problem.details().get("retryAfterSeconds");
        if (seconds != null) {
            response.setHeader("Retry-After", seconds.toString());
        }
        if (problem.code() == ErrorCode.PIECE_TOO_LARGE) {
            response.setHeader("Connection", "close");
        }
        boolean ours = problem.code().fault() != ErrorCode.Fault.CALLER;
        Optional<Content> receipt = problem.code() == ErrorCode.NOT_SIGNED_IN
                ? Optional.empty()
                : receipt(problem.code().slug(), ours, trace());
        show(new ProblemPages(words).of(problem), receipt);
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
            try (InputStream content = file.content()) {
                response.setStatus(200);
                response.setContentType(file.mediaType());
                response.setHeader("Cache-Control", "no-store");
                response.setContentLengthLong(file.size());
                if (!request.getMethod().equals("HEAD")) {
                    content.transferTo(response.getOutputStream());
                }
            }
        }
    }

    private void redirect(String to) {
        response.setStatus(303);
        response.setHeader("Location", to);
        response.setHeader("Cache-Control", "no-store");
    }

    private void show(Reply.Html html) throws IOException {
        show(html, Optional.empty());
    }

    private void show(Reply.Html html, Optional<Content> receipt) throws IOException {
        if (token.isFresh()) {
            cookies.set(Cookies.FORM, token.secret());
        }
        String page = TEMPLATES.layout(frame(html, receipt)).render();
        response.setHeader("Content-Language", words.language());
        response.setHeader("Vary", "Accept-Language, Cookie");
        write(html.status(), "text/html;charset=UTF-8", page.getBytes(StandardCharsets.UTF_8), "no-store");
    }

    private Frame frame(Reply.Html html, Optional<Content> receipt) {
        Optional<Section> section = site.sectionOf(path);
        return new Frame(
                words,
                html.title(),
                section.map(it -> it.title(words)),
                section.map(it -> "/" + it.name()).orElse("/"),
                section.map(Section::wide).orElse(false),
                section.map(this::menu).orElse(List.of()),
                house.languages().others(words.language()).stream()
                        .map(this::link)
                        .toList(),
                caller.isPresent(),
                token.field(),
                Shelves.house("sejour.css"),
                Shelves.house("sejour.svg"),
                manifest(),
                html.body(),
                receipt,
                ReceiptView.report(
                        site.find(Page.Method.GET, ReceiptView.REPORT).isPresent(), path));
    }

    /** Where the file stands with which the page installs itself. */
    private Optional<String> manifest() {
        return site.find(Page.Method.GET, path)
                .filter(found -> found.page().powers().contains(Page.Power.NO_NETWORK))
                .map(Site.Found::section)
                .flatMap(section ->
                        section.asset(Asset.MANIFEST).map(asset -> asset.path(section.name(), Asset.MANIFEST)));
    }

    private List<Frame.MenuItem> menu(Section section) {
        List<MenuEntry> entries = site.menu(section, caller);
        String current = entries.stream()
                .map(MenuEntry::path)
                .filter(it -> path.equals(it) || path.startsWith(it + "/"))
                .reduce("", (longest, it) -> it.length() > longest.length() ? it : longest);
        return entries.stream()
                .map(entry -> new Frame.MenuItem(
                        words.say(entry.textKey()), entry.path(), entry.path().equals(current)))
                .toList();
    }

    private Frame.LanguageLink link(String language) {
        boolean shown = site.sectionOf(path).isEmpty()
                || site.find(Page.Method.GET, path).isPresent();
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
        Shelves.Found found = Shelves.find(site, path).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        Asset asset = found.asset();
        asset.scope().ifPresent(addresses -> response.setHeader("Service-Worker-Allowed", addresses));
        write(
                200,
                asset.mediaType(),
                asset.bytes(),
                found.lasting() ? "public, max-age=31536000, immutable" : "no-cache");
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

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** A file name that no header can be broken out of. */
    private static String plain(String fileName) {
        return fileName.replaceAll("[^A-Za-z0-9._-]", "-");
    }
}
