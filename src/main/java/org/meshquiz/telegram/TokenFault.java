package org.meshquiz.telegram;

/** What the operator is told when Telegram does not accept the token. */
final class TokenFault {
    static final String SENTENCE = "Telegram does not know the token of MESHQUIZ_TELEGRAM_TOKEN (it may have been"
            + " revoked); copy the present one from BotFather and start again";

    private TokenFault() {}
}
