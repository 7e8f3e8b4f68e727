# Build: the jar, and an archive of its loaded classes for a quick start.
FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml .
COPY src src
COPY questions questions
COPY migrations migrations
RUN mvn -q -B -ntp package -DskipTests -Dmacos.scope=test

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/meshquiz meshquiz
WORKDIR /opt/meshquiz
COPY --from=build /src/target/meshquiz.jar .
# By number, so that Kubernetes sees that it is not root.
USER 10001
# A training run writes the archive of the classes that a start loads.
RUN export MESHQUIZ_HOME=/tmp/training; \
    java -XX:ArchiveClassesAtExit=/var/lib/meshquiz/meshquiz.jsa -jar meshquiz.jar > /tmp/said & \
    for second in $(seq 60); do grep -q ready /tmp/said && break; sleep 1; done; \
    kill $! && wait $!; \
    test -s /var/lib/meshquiz/meshquiz.jsa && rm -rf /tmp/training /tmp/said && mkdir /var/lib/meshquiz/data
# A volume of its own keeps the embedded database; with MESHQUIZ_DB_URL nothing is kept here.
ENV MESHQUIZ_HOME=/var/lib/meshquiz/data
VOLUME /var/lib/meshquiz/data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: 127.0.0.1\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "-XX:SharedArchiveFile=/var/lib/meshquiz/meshquiz.jsa", "-XX:+UseSerialGC", "-Xmx192m", "-jar", "meshquiz.jar"]
