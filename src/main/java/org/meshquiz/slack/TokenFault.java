package org.meshquiz.slack;

/** What the operator is told when Slack does not accept a token. */
final class TokenFault {
    private TokenFault() {}

    /**
     * @param code Slack's code for it
     */
    static String sentence(String code) {
        return code.equals("missing_scope")
                ? "Slack says that the app lacks a scope (missing_scope); take the manifest that `slack manifest` prints,"
                        + " install the app again, and set MESHQUIZ_SLACK_BOT_TOKEN to its new token"
                : "Slack does not take the token of MESHQUIZ_SLACK_BOT_TOKEN (" + code
                        + "); copy the present one from the app's page and start again";
    }
}
