package fr.sejour.distribution.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine, driven by tests. */
public final class Chromium implements AutoCloseable {
    /** Where Debian keeps it: first the one that never has a window, which needs a third of the processor time. */
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium-headless-shell"),
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"));

    private static final String AXE = axe();

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /**
     * Starts the browser, without a window.
     *
     * @throws IllegalStateException with a sentence, when the machine has none and this user may not install it
     */
    public static Chromium launch() {
        return launchWith(List.of());
    }

    /** The same, with a camera that films a file of JPEG pictures, and a person who lets pages use it. */
    public static Chromium launchFilming(Path pictures) {
        return launchWith(List.of(
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + pictures));
    }

    private static Chromium launchWith(List<String> more) {
        Path executable = installed().orElseGet(Chromium::install);
        Playwright playwright =
                Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        List<String> options = new ArrayList<>(more);
        if (isRoot()) {
            options.add("--no-sandbox");
        }
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(executable)
                                .setArgs(options)));
    }

    private static Optional<Path> installed() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    private static Path install() {
        if (!isRoot() || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            throw new IllegalStateException(
                    "The tests of the pages need Chromium: install Debian's package chromium-headless-shell");
        }
        try {
            for (String step : List.of("update", "install --yes --no-install-recommends chromium-headless-shell")) {
                ProcessBuilder apt = new ProcessBuilder(Stream.concat(Stream.of("apt-get"), Stream.of(step.split(" ")))
                                .toList())
                        .inheritIO();
                apt.environment().put("DEBIAN_FRONTEND", "noninteractive");
                apt.start().waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return installed()
                .orElseThrow(() -> new IllegalStateException(
                        "The tests of the pages need Chromium, and apt-get could not install it"));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Somebody new, who reads a language: no cookies, no history. */
    public BrowserContext visitor(String language) {
        return browser.newContext(new NewContextOptions().setLocale(language));
    }

    /** Somebody new, whose browser runs no scripts. */
    public BrowserContext visitorWithoutScripts(String language) {
        return browser.newContext(new NewContextOptions().setLocale(language).setJavaScriptEnabled(false));
    }

    /** What axe has against a page, one sentence each. It needs scripts: ask a {@link #visitor}. */
    public static List<String> accessibilityFaults(Page page) {
        // axe's own builder opens a page of its own and brings axe along for each look: five times as slow
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AXE);
        }
        // nothing here plays by itself, and no rule that it runs by default asks for the style sheets again
        List<?> faults = (List<?>) page.evaluate("""
                () => axe.run(document, { resultTypes: ['violations'], preload: false }).then(({ violations }) =>
                    violations.flatMap(({ help, nodes }) => nodes.map(({ html }) => help + ': ' + html)))""");
        return faults.stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (InputStream source = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
