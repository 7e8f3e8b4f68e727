package org.meshquiz.notes.derive;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of technologies that are wider than one product: what is said of one of them may be true of another. */
final class Breadth {
    /** Whole fields of work; nearly everything that a note says of a neighbour is true of its field. */
    private static final Set<String> FIELDS = Set.of(
            "backend",
            "cloud",
            "devops",
            "devsecops",
            "frontend",
            "infrastructure",
            "linux",
            "microservices",
            "monitoring",
            "networking",
            "networks",
            "observability",
            "programming",
            "security",
            "sre",
            "testing",
            "автоматизация",
            "безопасность",
            "бэкенд",
            "инфраструктура",
            "микросервисы",
            "мониторинг",
            "облака",
            "облако",
            "облачные провайдеры",
            "программирование",
            "сети",
            "тестирование",
            "фронтенд");

    private static final List<Set<String>> KIN = List.of(
            Set.of("https", "ssl", "tls", "mtls", "ssl/tls", "tls/ssl"),
            Set.of("oauth", "oauth 2.0", "oauth2", "openid connect", "oidc", "sso"),
            Set.of(
                    "ci/cd",
                    "ci",
                    "cd",
                    "gitlab ci",
                    "gitlab",
                    "github actions",
                    "jenkins",
                    "argo cd",
                    "argocd",
                    "gitops"),
            Set.of("docker", "containerd", "podman", "cri-o", "containers", "контейнеры", "контейнеризация"),
            Set.of("service mesh", "istio", "linkerd", "сервисная сетка"),
            Set.of("terraform", "opentofu", "iac", "pulumi"),
            Set.of("bash", "shell", "linux shell", "sh"));

    /** By each of its names the one group that it stands in. */
    private static final Map<String, Set<String>> KIN_OF = KIN.stream()
            .flatMap(kin -> kin.stream().map(name -> Map.entry(name, kin)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Breadth() {}

    /** Whether a name stands for a whole field of work. */
    static boolean isField(String name) {
        return FIELDS.contains(plain(name));
    }

    /** Whether two names stand for things of which the same may be said. */
    static boolean overlap(String a, String b) {
        Set<String> kin = KIN_OF.get(plain(a));
        return kin != null && kin.contains(plain(b));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
