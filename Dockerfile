# Java, cut down to the modules that the program needs, and the jar with the PostgreSQL of this processor only.
FROM maven:3-eclipse-temurin-17 AS build
# What jdeps finds in the jar, and what is found only at run time: elliptic curves for TLS, Russian names of days, the
# questions inside the jar. An archive of Java's own classes makes the start quick; jlink makes none.
RUN jlink --output /opt/java --strip-java-debug-attributes --no-header-files --no-man-pages --compress=2 \
      --add-modules java.desktop,java.instrument,java.rmi,java.scripting,java.sql,jdk.jfr,jdk.management \
      --add-modules jdk.security.auth,jdk.unsupported,jdk.crypto.ec,jdk.localedata,jdk.zipfs --include-locales=en,ru && \
    /opt/java/bin/java -XX:+UseG1GC -Xshare:dump
WORKDIR /src
COPY pom.xml .
COPY migrations migrations
COPY questions questions
COPY src/main src/main
# Downloads are kept from one build to the next. The last line fails when the jar needs a module that Java lacks here.
RUN --mount=type=cache,target=/root/.m2 \
    case $(uname -m) in aarch64) other=amd64 ;; *) other=arm64 ;; esac; \
    mvn -q -B -ntp package -Dmaven.test.skip=true -Dmdep.analyze.skip=true \
      -Dmacos.scope=test -Dalpine.scope=test -D$other.scope=test && \
    modules=$(jdeps --multi-release 17 --ignore-missing-deps --print-module-deps target/meshquiz.jar) && \
    /opt/java/bin/java --add-modules $modules --version

FROM debian:trixie-slim
# Java draws letters through fontconfig, also those of its own font.
RUN apt-get update && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends libfontconfig1 && \
    rm -rf /var/lib/apt/lists/* && \
    useradd --system --uid 10001 --create-home --home-dir /var/lib/meshquiz meshquiz
# Names of files are UTF-8; fontconfig keeps what it found in /tmp, since the root may be read-only.
ENV LANG=C.UTF-8 XDG_CACHE_HOME=/tmp PATH=/opt/java/bin:$PATH MESHQUIZ_HOME=/var/lib/meshquiz/data
COPY --from=build /opt/java /opt/java
WORKDIR /opt/meshquiz
COPY --from=build /src/target/meshquiz.jar .
# By number, so that Kubernetes sees that it is not root.
USER 10001
# A training run writes the archive of the classes that a start loads; the last line fails when a start could not use it.
# The same collector and the same path of the jar as below: with others Java leaves the archive aside, and says nothing.
RUN archive=/var/lib/meshquiz/meshquiz.jsa; \
    java -XX:ArchiveClassesAtExit=$archive -XX:+UseSerialGC -jar meshquiz.jar > /tmp/said 2>&1 & \
    for second in $(seq 120); do grep -q ready /tmp/said && break; sleep 1; done; \
    kill $! && wait $!; \
    test -s $archive || { cat /tmp/said; exit 1; }; \
    rm -rf /tmp/said /tmp/hsperfdata_meshquiz "$MESHQUIZ_HOME" && mkdir "$MESHQUIZ_HOME" && \
    java -Xshare:on -XX:SharedArchiveFile=$archive -XX:+UseSerialGC -jar meshquiz.jar --version
# A volume of its own keeps the embedded database; with MESHQUIZ_DB_URL nothing is kept here.
VOLUME /var/lib/meshquiz/data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${MESHQUIZ_PORT:-8080} && printf 'GET /health/ready HTTP/1.0\\r\\nHost: 127.0.0.1\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == *' 200 '* ]]"]
# The heap follows the container's memory: 201 MB of 448, which leaves 130 for the rest of Java and 40 for an embedded
# database. JAVA_TOOL_OPTIONS adds to these; an -Xmx there comes before the share.
ENTRYPOINT ["java", "-XX:SharedArchiveFile=/var/lib/meshquiz/meshquiz.jsa", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=45", "-XX:+ExitOnOutOfMemoryError", "-jar", "meshquiz.jar"]
