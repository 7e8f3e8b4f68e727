package org.meshquiz.web;

import io.javalin.http.HttpStatus;

/** Ends a request that asks for something it cannot have. Its message says what is wrong and the remedy. */
final class Refusal extends RuntimeException {
    private final HttpStatus status;

    Refusal(HttpStatus status, String whatAndRemedy) {
        super(whatAndRemedy);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
