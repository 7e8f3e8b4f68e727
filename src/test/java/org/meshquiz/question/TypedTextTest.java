package org.meshquiz.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "istioctl analyze | ^  istioctl   analyze ^",
                "istioctl analyze | `istioctl analyze`",
                "rate(http_requests_total{job=\"api\"}[5m]) | rate( http_requests_total { job = “api” } [5m] )",
                "istioctl install --set profile=demo | istioctl install —set profile=demo",
                "kubectl get pods -n istio-system | kubectl get pods –n istio-system",
                "istioctl version | istioctl\u00a0version",
                "istioctl version | istioctl\u200b version",
            })
    void whatAPhoneChangesDoesNotCount(String accepted, String typed) {
        assertThat(new Key.Typed(List.of(accepted)).accepts(typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"istioctl analyze | istioctl analyse", "PERMISSIVE | permissive", "a b | ab", "5xx | 5x x"})
    void lettersTheirCaseAndTheirOrderCount(String accepted, String typed) {
        assertThat(new Key.Typed(List.of(accepted)).accepts(typed)).isFalse();
    }
}
