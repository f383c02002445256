package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BootTest {
    @Test
    void it_boots_without_network_and_with_an_empty_home() {
        try (Distribution distribution = Distribution.unpackedFor(BootTest.class)) {
            distribution.startWithoutNetwork().await("/nowhere", 404);
        }
    }

    @Test
    void an_operator_installs_and_removes_the_rules_of_a_prefecture_by_name() {
        try (Distribution distribution = Distribution.unpackedFor(BootTest.class)) {
            distribution.start().await("/nowhere", 404);

            distribution.shell("feature:install sejour-rules-isere");
            assertThat(distribution.shell("bundle:list -s")).contains("fr.sejour.rules.isere");
            distribution.shell("feature:uninstall sejour-rules-isere");
            assertThat(distribution.shell("bundle:list -s"))
                    .contains("fr.sejour.api")
                    .doesNotContain("fr.sejour.rules.isere");
            distribution.stop();
            assertThat(distribution.printed()).doesNotContain("WARN", "ERROR");
        }
    }

    @Test
    void it_comes_back_after_being_killed() {
        try (Distribution distribution = Distribution.unpackedFor(BootTest.class)) {
            distribution.start().await("/nowhere", 404);

            distribution.kill();

            distribution.start().await("/nowhere", 404);
        }
    }

    @Test
    void it_runs_on_postgresql_by_one_file() {
        try (PostgresServer postgres = PostgresServer.start();
                Distribution distribution = Distribution.unpackedFor(BootTest.class)) {
            distribution.on(postgres).start().await("/nowhere", 404);

            assertThat(distribution.printed()).doesNotContain("WARN", "ERROR");
        }
    }
}
