package fr.sejour.distribution.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.sejour.distribution.process.AgentAccount;
import fr.sejour.distribution.process.HelperAccount;
import fr.sejour.distribution.process.SamplePdf;
import fr.sejour.distribution.process.TryOut;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Somebody in front of the pages: what they do there, and what every page they look at keeps to. */
final class Visitor implements AutoCloseable {

    /** The smallest page that a browser opens as a PDF. */
    static final FilePayload A_PDF = new FilePayload("passeport.pdf", "application/pdf", SamplePdf.of("passeport"));

    private static final double PATIENCE_MILLIS = 10_000;
    private static final int DESKTOP = 1280;
    private static final int PHONE = 320;
    private static final Pattern ENGLISH = Pattern.compile("(?i)\\b(the|of|and|with|your|is|not|when|only)\\b");
    private static final Pattern FRENCH = Pattern.compile("(?i)\\b(vous|votre|vos|cette|pas|est|sont|pour|dans)\\b");

    private static final String STANDS_OUT =
            "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth";

    /** The words of a page, without what people wrote themselves and what says in which other language it stands. */
    private static final String OWN_WORDS = """
            (() => {
              const copy = document.body.cloneNode(true);
              copy.querySelectorAll('bdi, .words, option, [lang]:not([lang=' + document.documentElement.lang + '])')
                  .forEach(other => other.remove());
              return document.title + '\\n' + copy.textContent;
            })()""";

    private final BrowserContext context;
    private final Page page;
    private final String language;
    private final boolean scripts;
    private final String site = TryOut.distribution().uri("").toString();
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> followed = new HashSet<>();
    private int looks;
    private int sentFiles;

    private Visitor(BrowserContext context, String language, boolean scripts) {
        this.context = context;
        this.language = language;
        this.scripts = scripts;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onRequest(request -> {
            if (!request.url().startsWith(site + "/") && !request.url().startsWith("data:")) {
                complaints.add("It asks " + request.url());
            }
            if (request.method().equals("PATCH")
                    || request.headers().getOrDefault("content-type", "").startsWith("multipart/")) {
                sentFiles++;
            }
        });
        page.onConsoleMessage(message -> {
            // a form that comes back says so with its status: the browser notes that, and nobody has to mend it
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of 4")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** Somebody who reads French or English, with or without scripts. */
    static Visitor reading(Chromium chromium, String language, boolean scripts) {
        return new Visitor(
                scripts ? chromium.visitor(language) : chromium.visitorWithoutScripts(language), language, scripts);
    }

    // what they do

    Visitor open(String path) {
        page.navigate(site + path);
        return this;
    }

    Visitor fill(String field, String value) {
        page.fill("main [name='" + field + "']", value);
        return this;
    }

    /** Fills in the three boxes of a day. */
    Visitor fillDay(String field, String isoDay) {
        String[] parts = isoDay.split("-", -1);
        return fill(field + "-year", parts[0]).fill(field + "-month", parts[1]).fill(field + "-day", parts[2]);
    }

    Visitor choose(String field, String value) {
        Locator list = page.locator("main select[name='" + field + "']");
        if (list.count() > 0) {
            list.selectOption(value);
            return this;
        }
        Locator choice = page.locator("input[name='" + field + "'][value='" + value + "']");
        Locator folded = page.locator("main details:not([open])").filter(new FilterOptions().setHas(choice));
        if (folded.count() > 0) {
            folded.first().locator("summary").click();
        }
        choice.check();
        return this;
    }

    /** Chooses the first of a list that means something. */
    Visitor chooseFirst(String field) {
        Locator list = page.locator("main select[name='" + field + "']");
        list.selectOption(list.locator("option:not([value=''])").first().getAttribute("value"));
        return this;
    }

    Visitor give(String field, FilePayload file) {
        page.setInputFiles("main [name='" + field + "']", file);
        return this;
    }

    /** Sends the form of the page whose address ends so, by its first button. */
    Visitor send(String action) {
        page.evaluate("document.body.dataset.before = ''");
        page.locator("main form[action$='" + action + "'] button[type='submit']")
                .last()
                .click();
        // a script may send the file first, and leave the page once it has come
        page.locator("body[data-before]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return this;
    }

    /** Sends a form by the button of a value. */
    Visitor press(String value) {
        page.click("main button[value='" + value + "']");
        return this;
    }

    /** Follows the first link whose address ends so. */
    Visitor follow(String end) {
        page.locator("main a[href$='" + end + "']").first().click();
        return this;
    }

    /** Follows a link that may stand on a later page of a list. */
    Visitor followThroughPages(String end) {
        while (page.locator("main a[href$='" + end + "']").count() == 0) {
            page.locator("main nav.actions a").last().click();
        }
        return follow(end);
    }

    /** The address of the first link that begins so. */
    String firstLink(String beginning) {
        return page.locator("main a[href^='" + beginning + "']").first().getAttribute("href");
    }

    /** Signs an agent in. */
    Visitor signInToTheConsole(AgentAccount agent) {
        return open("/console/sign-in")
                .fill("login", agent.login())
                .fill("password", agent.password())
                .fill("totp", agent.code())
                .send("/console/sign-in");
    }

    /** Signs an association in, which lands on the people whom it helps. */
    Visitor signInToHelp(HelperAccount helper) {
        return open("/portal/helper-sign-in")
                .fill("login", helper.login())
                .fill("password", helper.password())
                .fill("totp", helper.timeCode())
                .send("/portal/helper-sign-in");
    }

    /** Opens the account of somebody whom the register knows, and links it. */
    Visitor signUp(Applicant applicant) {
        return openAccount(applicant)
                .fill("foreigner-number", applicant.foreignerNumber())
                .fillDay("birth-date", Applicant.BIRTH_DATE)
                .fill("letter-code", applicant.letterCode())
                .send("/portal/link");
    }

    /** Opens an account and links it to nobody. */
    Visitor openAccount(Applicant applicant) {
        return open("/portal/account")
                .fill("family-name", applicant.familyName())
                .fill("given-names", applicant.givenNames())
                .fillDay("birth-date", Applicant.BIRTH_DATE)
                .choose("nationality", "DZ")
                .fill("login", applicant.login())
                .fill("new-password", Applicant.PASSWORD)
                .send("/portal/account");
    }

    /** Asks in Grenoble for the same permit again, up to the receipt. */
    Visitor fileRenewal(Consumer<Visitor> beforeSubmitting) {
        open("/portal/file")
                .press("next")
                .press("next")
                .fill("address", "1 place de Verdun")
                .fill("place", "Grenoble 38000")
                .press("next");
        beforeSubmitting.accept(this);
        return press("submit");
    }

    Visitor signOut() {
        page.click("header form[action='/sign-out'] button");
        return this;
    }

    void forgetCookies() {
        context.clearCookies();
    }

    // what they see

    String language() {
        return language;
    }

    /** The sentence of their language. */
    String either(String french, String english) {
        return language.equals("fr") ? french : english;
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    String heading() {
        return text("h1");
    }

    String text() {
        return text("main");
    }

    String text(String selector) {
        return withPlainSpaces(page.locator(selector).first().innerText());
    }

    String value(String field) {
        return page.locator("main [name='" + field + "']").first().inputValue();
    }

    /** How many requests carried a file or a part of one. */
    int sentFiles() {
        return sentFiles;
    }

    /** How many fields in view are there to be typed into; each box of a day counts. */
    int fieldsToType() {
        return page.locator(
                        "main :is(input[type='text'], input[type='date'], input[type='password'], textarea):visible")
                .count();
    }

    /** What the page says about fields that have to be mended. */
    List<String> faults() {
        return page.locator("main .field .fault").allInnerTexts().stream()
                .map(Visitor::withPlainSpaces)
                .toList();
    }

    private static String withPlainSpaces(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    }

    /** Looks at the page as it is: on a phone and on a desk, with the tools of people who see little; notes what is wrong. */
    Visitor look(String name) {
        String where = name + " (" + path() + ", " + language + ")";
        if (!language.equals(page.locator("html").getAttribute("lang"))) {
            complaints.add(where + ": is in another language");
        }
        if (page.locator("h1").count() != 1) {
            complaints.add(where + ": has not one heading");
        }
        foreignWords().forEach(line -> complaints.add(where + ": says in another language: " + line));
        for (int width : List.of(PHONE, DESKTOP)) {
            page.setViewportSize(width, 900);
            if (!page.evaluate(STANDS_OUT).equals(0)) {
                complaints.add(where + ": stands out at the side at " + width);
            }
            picture(name, width);
            // Each page is seen in both languages: by these tools once on a phone, once on a desk.
            if (scripts && width == (language.equals("fr") ? PHONE : DESKTOP)) {
                Chromium.accessibilityFaults(page)
                        .forEach(fault -> complaints.add(where + " at " + width + ": " + fault));
            }
        }
        followLinks(where);
        return this;
    }

    /** What was wrong with any page so far: asks for another host, scripts' errors, and all that {@link #look} notes. */
    List<String> complaints() {
        return complaints;
    }

    /** Words of the other language where nothing says so. */
    private List<String> foreignWords() {
        String words = (String) page.evaluate(OWN_WORDS);
        return words.lines()
                .filter(line ->
                        (language.equals("fr") ? ENGLISH : FRENCH).matcher(line).find())
                .map(String::strip)
                .toList();
    }

    private void followLinks(String where) {
        for (Object link : (List<?>) page.evaluate("[...document.links].map(link => link.getAttribute('href'))")) {
            String target = String.valueOf(link);
            if (target.startsWith("/") && !target.contains("lang=") && followed.add(target)) {
                int status = context.request().get(site + target).status();
                if (status != 200) {
                    complaints.add(where + ": the link " + target + " answers " + status);
                }
            } else if (target.startsWith("#")
                    && page.locator("[id='" + target.substring(1) + "']").count() != 1) {
                complaints.add(where + ": the link " + target + " leads nowhere");
            }
        }
    }

    /** For people: {@code -Dsejour.album=folder} keeps what the tests looked at. */
    private void picture(String name, int width) {
        String album = System.getProperty("sejour.album");
        if (album != null) {
            looks++;
            page.screenshot(new ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(
                            album,
                            "%s%s-%03d-%s-%d.png".formatted(language, scripts ? "" : "-plain", looks, name, width))));
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
