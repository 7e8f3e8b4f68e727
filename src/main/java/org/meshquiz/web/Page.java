package org.meshquiz.web;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The chat page: a handful of files from the jar, each at a path of its own. */
final class Page implements Routes {
    private static final String INDEX = "index.html";

    /** Every file there is; nothing else of the jar can be reached. */
    private static final List<String> FILES = List.of(
            INDEX,
            "favicon.svg",
            "theme.css",
            "chat.css",
            "message.css",
            "composer.css",
            "theme.js",
            "chat.js",
            "banner.js",
            "clock.js",
            "commands.js",
            "echoes.js",
            "highlight.js",
            "keep.js",
            "keys.js",
            "log.js",
            "message.js",
            "server.js",
            "words.js");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    @Override
    public void addTo(RoutesConfig routes) {
        for (String name : FILES) {
            byte[] content = read(name);
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            routes.get(
                    name.equals(INDEX) ? "/" : "/" + name,
                    ctx -> ctx.header("Cache-Control", "no-cache")
                            .contentType(type)
                            .result(content));
        }
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
