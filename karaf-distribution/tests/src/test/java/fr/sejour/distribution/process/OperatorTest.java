package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an operator finds in a distribution that has just been started, with an empty home and no network. */
class OperatorTest {
    private static final Distribution DISTRIBUTION = Distribution.unpackedFor(OperatorTest.class);

    @BeforeAll
    static void start() {
        DISTRIBUTION.startWithoutNetwork().awaitReady();
    }

    @AfterAll
    static void end() {
        DISTRIBUTION.close();
    }

    @Test
    void its_first_start_warns_of_nothing() {
        assertThat(DISTRIBUTION.printed()).doesNotContain("WARN", "ERROR", "Exception");
    }

    @Test
    void it_listens_to_this_machine_only() throws IOException {
        assertThat(ListeningSockets.of(DISTRIBUTION.pid()))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address.isLoopbackAddress()).isTrue());
    }

    @Test
    void what_is_dropped_into_a_folder_is_not_run() throws IOException {
        Path deploy = Files.createDirectories(DISTRIBUTION.home().resolve("deploy"));
        try (var jars = Files.walk(DISTRIBUTION.home().resolve("system/fr/sejour/fr.sejour.rules.isere"))) {
            Path rules = jars.filter(file -> file.toString().endsWith(".jar"))
                    .findAny()
                    .orElseThrow();
            Files.copy(rules, deploy.resolve("rules.jar"), StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(DISTRIBUTION.shell("config:list \"(service.factoryPid=org.apache.felix.fileinstall)\""))
                .doesNotContain("deploy");
        assertThat(DISTRIBUTION.shell("bundle:list -s"))
                .contains("fr.sejour.api")
                .doesNotContain("rules.isere");
    }

    @Test
    void an_operators_password_is_kept_as_a_digest() throws IOException {
        assertThat(DISTRIBUTION.shell("jaas:whoami")).contains("operator");

        assertThat(Files.readString(DISTRIBUTION.home().resolve("etc/users.properties")))
                .contains("operator = {CRYPT}")
                .doesNotContain("operator-password");
    }

    @Test
    void rules_are_installed_and_removed_by_name() {
        DISTRIBUTION.shell("feature:install sejour-rules-isere");
        assertThat(DISTRIBUTION.shell("bundle:list -s")).contains("fr.sejour.rules.isere");

        DISTRIBUTION.shell("feature:uninstall sejour-rules-isere");
        assertThat(DISTRIBUTION.shell("bundle:list -s"))
                .contains("fr.sejour.api")
                .doesNotContain("fr.sejour.rules.isere");
    }

    @Test
    void the_embedded_database_serves_nobody_else() throws IOException {
        try (var files = Files.walk(DISTRIBUTION.home().resolve("system"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("derbynet") || name.startsWith("derbyclient"));
        }
    }

    @Test
    void it_says_what_it_contains_and_under_which_licence() throws IOException {
        assertThat(Files.readString(DISTRIBUTION.home().resolve("LICENSE"))).contains("EUROPEAN UNION PUBLIC LICENCE");
        assertThat(Files.readString(DISTRIBUTION.home().resolve("sbom.cdx.json")))
                .contains("pkg:maven/org.eclipse.jetty/jetty-server@", "pkg:maven/org.flywaydb/flyway-core@");
    }

    @Test
    void a_port_that_is_taken_is_said_in_one_sentence() throws IOException {
        try (Distribution second = Distribution.unpackedFor(OperatorTest.class)) {
            int taken = DISTRIBUTION.uri("/").getPort();
            second.set("org.apache.felix.http.cfg", "org.osgi.service.http.port", taken)
                    .startBeside(DISTRIBUTION);

            second.awaitPrinted("Address already in use");

            assertThat(second.printed().lines()).singleElement().asString().contains("127.0.0.1:" + taken);
        }
    }
}
