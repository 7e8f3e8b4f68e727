package org.meshquiz.web;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The chat page: a handful of files from the jar, each at a path of its own. */
final class Page implements Routes {
    private static final String INDEX = "index.html";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    /** Every file there is, with its type; nothing else of the jar can be reached. */
    private static final Map<String, String> FILES = Map.of(
            INDEX, "text/html; charset=utf-8", "chat.css", STYLE, "chat.js", SCRIPT, "favicon.svg", "image/svg+xml");

    @Override
    public void addTo(RoutesConfig routes) {
        FILES.forEach((name, type) -> {
            byte[] content = read(name);
            routes.get(
                    name.equals(INDEX) ? "/" : "/" + name,
                    ctx -> ctx.header("Cache-Control", "no-cache")
                            .contentType(type)
                            .result(content));
        });
    }

    private static byte[] read(String name) {
        try (InputStream file = Page.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(
                        "the file " + name + " of the chat page is missing; build the jar anew");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
