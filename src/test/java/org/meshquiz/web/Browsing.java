package org.meshquiz.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chromium of this machine, without a window. */
public final class Browsing implements AutoCloseable {
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium().orElseThrow())
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    /** What pages complained about: errors of scripts, and everything that the content policy stopped. */
    public final List<String> complaints = new ArrayList<>();

    /** Where a Chromium is installed, if there is one. */
    public static Optional<Path> chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A browser that has never been here, on a desk, in this language. */
    public BrowserContext newcomer(String language) {
        return browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1000, 700).setLocale(language));
    }

    /** The same with a window of that width, as of a phone or a desk. */
    public BrowserContext newcomer(String language, int width, boolean dark) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setLocale(language));
    }

    /** Opens a page in it. */
    public Page open(BrowserContext context, URI address) {
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.navigate(address.toString());
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
