package org.meshquiz.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSealTest {
    private static final String TOKEN = "xoxb-1-secret";

    private final TokenSeal seal = seal((byte) 1);

    private static TokenSeal seal(byte first) {
        byte[] key = new byte[32];
        key[0] = first;
        return new TokenSeal(
                TokenSeal.key(Base64.getEncoder().encodeToString(key)).orElseThrow());
    }

    @Test
    void whatIsSealedShowsNothingAndOpensForItsWorkspaceAlone() {
        byte[] sealed = seal.seal("T1", TOKEN);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("xoxb");
        assertThat(seal.seal("T1", TOKEN)).isNotEqualTo(sealed);
        assertThat(seal.open("T1", sealed)).contains(TOKEN);
        assertThat(seal.open("T2", sealed)).isEmpty();
        assertThat(seal((byte) 2).open("T1", sealed)).isEmpty();
    }

    @Test
    void whatWasChangedDoesNotOpen() {
        byte[] sealed = seal.seal("T1", TOKEN);
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThat(seal.open("T1", changed)).isEmpty();
        }
        assertThat(seal.open("T1", new byte[5])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "c2hvcnQ=", "not base64 at all!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void aKeyHasThirtyTwoBytes(String key) {
        assertThat(TokenSeal.key(key)).isEmpty();
    }
}
