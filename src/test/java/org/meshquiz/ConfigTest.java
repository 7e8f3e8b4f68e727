package org.meshquiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ConfigTest {
    private static final Path HOME = Path.of("/home/someone");

    @Test
    void withoutAnySettingEverythingHasItsDefault() {
        Config config = Config.of(Map.of("PATH", "/bin"), HOME);
        assertThat(config).isEqualTo(new Config(HOME.resolve(".meshquiz"), 8080, null, null));
    }

    @Test
    void allFaultsAreToldAtOnceEachWithItsRemedy() {
        Map<String, String> wrong = Map.of(
                "MESHQUIZ_PORT", "http",
                "MESHQUIZ_DB_URL", "mysql://nowhere",
                "MESHQUIZ_QUESTIONS", "/no/such/folder",
                "MESHQUIZ_PROT", "1");
        assertThatThrownBy(() -> Config.of(wrong, HOME))
                .isInstanceOf(Config.WrongSettings.class)
                .hasMessageContaining("MESHQUIZ_PORT is 'http'")
                .hasMessageContaining("set a number from 1 to 65535")
                .hasMessageContaining("MESHQUIZ_DB_URL is not")
                .hasMessageContaining("/no/such/folder")
                .hasMessageContaining("MESHQUIZ_PROT is no setting; did you mean MESHQUIZ_PORT?");
    }

    @Test
    void aServersAddressMayCarryItsLogin() {
        Config config =
                Config.of(Map.of("MESHQUIZ_DB_URL", "postgres://ann:s3cret@db:6543/quiz?sslmode=require"), HOME);
        assertThat(config.server())
                .isEqualTo(new Config.Server("jdbc:postgresql://db:6543/quiz?sslmode=require", "ann", "s3cret"));
        assertThat(Objects.toString(config)).doesNotContain("s3cret");
    }

    @Test
    void theLoginMayAlsoBeSetApart() {
        Config config = Config.of(
                Map.of(
                        "MESHQUIZ_DB_URL", "jdbc:postgresql://db/quiz",
                        "MESHQUIZ_DB_USER", "ann",
                        "MESHQUIZ_DB_PASSWORD", "s3cret"),
                HOME);
        assertThat(config.server()).isEqualTo(new Config.Server("jdbc:postgresql://db/quiz", "ann", "s3cret"));
    }

    @Test
    void slackNeedsATokenToSendWithAndAWayInAndSaysWhichIsMissing() {
        assertThatThrownBy(() -> Config.of(Map.of("MESHQUIZ_SLACK_BOT_TOKEN", "xoxb-1-2-abcdefghij"), HOME))
                .hasMessageContaining("nothing comes in");
        assertThatThrownBy(() -> Config.of(Map.of("MESHQUIZ_SLACK_APP_TOKEN", "xapp-1-2-abcdefghij"), HOME))
                .hasMessageContaining("MESHQUIZ_SLACK_BOT_TOKEN is missing");
        assertThatThrownBy(() -> Config.of(
                        Map.of("MESHQUIZ_SLACK_BOT_TOKEN", "xapp-1-2-s3cret", "MESHQUIZ_SLACK_SIGNING_SECRET", "s"),
                        HOME))
                .hasMessageContaining("it begins with xoxb-")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void withSlackTheLocalChatIsOffUnlessItIsWanted() {
        Map<String, String> slack = Map.of(
                "MESHQUIZ_SLACK_BOT_TOKEN", "xoxb-1-2-abcdefghij", "MESHQUIZ_SLACK_APP_TOKEN", "xapp-1-2-abcdefghij");
        Config config = Config.of(slack, HOME);
        assertThat(config.platforms().localChat()).isFalse();
        assertThat(config.platforms().slack()).isNotNull();
        assertThat(config.toString()).doesNotContain("abcdefghij");
    }

    @Test
    void helpNamesEverySetting() {
        for (Setting setting : Setting.values()) {
            assertThat(Setting.help()).contains(setting.name());
        }
    }

    @Test
    void theLocalChatIsForThisMachineAlone() {
        assertThatThrownBy(() -> Config.of(Map.of("MESHQUIZ_LISTEN", "0.0.0.0"), HOME))
                .hasMessageContaining("MESHQUIZ_LISTEN is 0.0.0.0")
                .hasMessageContaining("MESHQUIZ_LOCAL_CHAT=false");
        Config config = Config.of(Map.of("MESHQUIZ_LISTEN", "0.0.0.0", "MESHQUIZ_LOCAL_CHAT", "false"), HOME);
        assertThat(config.site().listen()).isEqualTo("0.0.0.0");
        assertThat(Config.of(Map.of(), HOME).site().isLoopback()).isTrue();
    }

    @Test
    void theLogIsTextOrJson() {
        assertThatThrownBy(() -> Config.of(Map.of("MESHQUIZ_LOG", "xml"), HOME)).hasMessageContaining("text or json");
        assertThat(Config.of(Map.of("MESHQUIZ_LOG", "json"), HOME)).isNotNull();
    }

    @Test
    void thePublicAddressIsAWebAddress() {
        for (String wrong : new String[] {"quiz.example.org", "ftp://quiz.example.org", "https://", "not a url"}) {
            assertThatThrownBy(() -> Config.of(Map.of("MESHQUIZ_PUBLIC_URL", wrong), HOME))
                    .hasMessageContaining("MESHQUIZ_PUBLIC_URL");
        }
        Config config = Config.of(Map.of("MESHQUIZ_PUBLIC_URL", "https://quiz.example.org"), HOME);
        assertThat(config.site().publicUrl()).hasHost("quiz.example.org");
    }
}
