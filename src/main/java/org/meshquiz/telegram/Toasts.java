package org.meshquiz.telegram;

import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/** Short words at pressed buttons. A press waits for one, be it empty: without it the button keeps turning. */
final class Toasts {
    private static final int LONGEST = 200;

    private final BotApi api;

    Toasts(BotApi api) {
        this.api = api;
    }

    /**
     * Shows a word; nobody waits until it is shown.
     *
     * @param stays whether it stays until it is read, because there is something to do first
     */
    void show(String callbackQuery, String text, boolean stays) {
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        api.callLater(AnswerCallbackQuery.builder()
                .callbackQueryId(callbackQuery)
                .text(shown.isEmpty() ? null : shown)
                .showAlert(stays ? Boolean.TRUE : null)
                .build());
    }
}
