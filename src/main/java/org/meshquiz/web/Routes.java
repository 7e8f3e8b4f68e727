package org.meshquiz.web;

import io.javalin.config.RoutesConfig;

/** A part of what the server answers to. */
public interface Routes {

    /** Adds this part's paths and checks; called once, before the server starts. */
    void addTo(RoutesConfig routes);
}
