package org.meshquiz;

import java.io.PrintWriter;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.meshquiz.slack.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code slack manifest}: what to paste where Slack makes a new app. */
@Command(name = "slack", mixinStandardHelpOptions = true, description = "The app in Slack.")
final class SlackCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(mixinStandardHelpOptions = true, description = "Prints the app's manifest, to paste at Slack.")
    int manifest(
            @Option(
                            names = "--url",
                            paramLabel = "HTTPS",
                            description = "public address that leads to /hooks/slack of this program; without it,"
                                    + " the app uses Socket Mode")
                    @Nullable
                    URI url) {
        if (url != null && (!"https".equals(url.getScheme()) || url.getHost() == null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--url is no https address, and Slack takes no other; give one, or leave it out");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(Manifest.yaml(url));
        out.flush();
        return 0;
    }
}
