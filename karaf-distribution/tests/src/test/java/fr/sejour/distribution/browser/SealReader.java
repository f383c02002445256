package fr.sejour.distribution.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Somebody at a gate with the page that reads seals open, and a clock. */
public final class SealReader implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 30_000;
    private static final String PART = "sejour-seal-check [data-part='%s']";

    /** What the page says while more will come. */
    private static final Set<String> GOES_ON = Set.of("null", "", "reading", "camera.about");

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    /** @param site where the platform answers, without a slash at the end */
    public SealReader(Chromium chromium, String site, String language, Instant now) {
        this.context = chromium.visitor(language);
        this.page = context.newPage();
        this.address = site + "/check/offline";
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.method().equals("GET")) {
                complaints.add("It sends " + request.method() + " " + request.url());
            }
        });
        at(now);
        page.navigate(address);
        page.locator("sejour-seal-check[ready]").waitFor();
    }

    /** The clock of the device is set. */
    public SealReader at(Instant now) {
        page.clock().setFixedTime(Date.from(now));
        return this;
    }

    /** The page is closed and opened again. */
    public SealReader open(String query) {
        page.navigate(address + query);
        page.locator(PART.formatted("tools")).waitFor();
        return this;
    }

    public SealReader offline(boolean offline) {
        context.setOffline(offline);
        return this;
    }

    /** What it knows of the authority that signs pages is another certificate, or none. */
    public SealReader knowingAuthority(Optional<byte[]> certificate) {
        page.evaluate("""
                async certificate => {
                  const known = await caches.open('sejour-seal-known');
                  const address = '/api/v1/paper-authority/certificate';
                  if (!await known.delete(address)) {
                    throw new Error('It knew none');
                  }
                  if (certificate) {
                    await known.put(address, new Response(Uint8Array.from(atob(certificate), letter => letter.charCodeAt(0))));
                  }
                }""", certificate.map(Base64.getEncoder()::encodeToString).orElse(""));
        return this;
    }

    /** Asks for fresh keys and lists, and reads what came of it. */
    public String refresh() {
        String before = said("status");
        page.click(PART.formatted("refresh"));
        page.waitForCondition(
                () -> !said("status").equals(before) && !said("status").isEmpty());
        return said("status");
    }

    /** The code of the answer to a text. */
    public String typed(String seal) {
        forget();
        page.fill(PART.formatted("text"), seal);
        page.click("sejour-seal-check form button");
        return answer();
    }

    /** The code of the answer to a file, or the words that say why there is none. */
    public String given(String name, String mediaType, byte[] file) {
        forget();
        page.setInputFiles(PART.formatted("file"), new FilePayload(name, mediaType, file));
        return answer();
    }

    /** The text of the seal that the decoder finds on a page drawn with so many dots per inch, or nothing. */
    public String drawn(byte[] pdf, int dots) {
        return String.valueOf(page.evaluate("""
                async ([pdf, dots]) => {
                  const bytes = Uint8Array.from(atob(pdf), letter => letter.charCodeAt(0));
                  return await document.querySelector('sejour-seal-check').ofPdf(bytes.buffer, [dots]) ?? '';
                }""", List.of(Base64.getEncoder().encodeToString(pdf), dots)));
    }

    /** A photo of a page: turned a little, on a grey table. */
    public byte[] photo(byte[] pdf) {
        String photo = String.valueOf(page.evaluate("""
                async pdf => {
                  const reader = document.querySelector('sejour-seal-check');
                  const { getDocument, GlobalWorkerOptions } = await import(reader.dataset.filePdf);
                  GlobalWorkerOptions.workerSrc = reader.dataset.filePdfWorker;
                  const data = Uint8Array.from(atob(pdf), letter => letter.charCodeAt(0));
                  const sheet = await (await getDocument({ data, disableFontFace: true, useWasm: false }).promise).getPage(1);
                  const viewport = sheet.getViewport({ scale: 2 });
                  const drawn = document.createElement('canvas');
                  [drawn.width, drawn.height] = [viewport.width, viewport.height];
                  await sheet.render({ canvas: drawn, canvasContext: drawn.getContext('2d'), viewport }).promise;
                  const photo = document.createElement('canvas');
                  [photo.width, photo.height] = [1280, 960];
                  const pen = photo.getContext('2d');
                  pen.fillStyle = '#777';
                  pen.fillRect(0, 0, 1280, 960);
                  pen.rotate(0.06);
                  pen.drawImage(drawn, 0, drawn.height - 780, 1190, 760, 60, 40, 1190, 760);
                  return photo.toDataURL('image/jpeg', 0.9).split(',')[1];
                }""", Base64.getEncoder().encodeToString(pdf)));
        return Base64.getDecoder().decode(photo);
    }

    /** The answer to what the camera sees. */
    public String filmed() {
        forget();
        page.click(PART.formatted("camera"));
        return answer();
    }

    /** What became of the rows of a table of cases: one line for each that has another answer. */
    public List<String> otherAnswers(String table) {
        Object wrong = page.evaluate("""
                async table => {
                  const { check } = await import(document.querySelector('sejour-seal-check').dataset.fileCheck);
                  const { keys, listKeys, seals, lists, cases } = JSON.parse(table);
                  const wrong = [];
                  for (const it of cases) {
                    const known = { keys: it.keys.map(name => keys[name]), listKeys: it.listKeys.map(name => listKeys[name]),
                        lists: it.lists.map(name => lists[name]) };
                    const { code } = await check(seals[it.seal], known, { now: new Date(it.at), today: it.at.slice(0, 10) });
                    if (code !== it.answer) {
                      wrong.push(`${it.about}: ${code}`);
                    }
                  }
                  return wrong;
                }""", table);
        return ((List<?>) wrong).stream().map(String::valueOf).toList();
    }

    /** What stands in the answer. */
    public String result() {
        return said("result");
    }

    public String said(String part) {
        return page.locator(PART.formatted(part))
                .innerText()
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .strip();
    }

    /** What axe and a narrow screen have against the page, and what went wrong in it. */
    public List<String> faults(String picture) {
        List<String> faults = new ArrayList<>(complaints);
        for (int width : List.of(320, 1280)) {
            page.setViewportSize(width, 900);
            Object out = page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");
            if (!out.equals(0)) {
                faults.add("It stands out at the side at " + width);
            }
            faults.addAll(Chromium.accessibilityFaults(page));
            String album = System.getProperty("sejour.album");
            if (album != null) {
                page.screenshot(new ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(album, "seal-" + picture + "-" + width + ".png")));
            }
        }
        return faults;
    }

    private void forget() {
        page.evaluate("document.querySelector('sejour-seal-check').clear()");
        page.evaluate("document.querySelector('sejour-seal-check').tell('')");
    }

    private String answer() {
        Locator reader = page.locator("sejour-seal-check");
        Locator status = page.locator(PART.formatted("status"));
        page.waitForCondition(() -> reader.getAttribute("data-answer") != null
                || !GOES_ON.contains(String.valueOf(status.getAttribute("data-said"))));
        String answer = reader.getAttribute("data-answer");
        return answer == null ? said("status") : answer;
    }

    @Override
    public void close() {
        context.close();
    }
}
