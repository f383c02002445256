package fr.sejour.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The states are those of SQL:2016 (class 08) and of PostgreSQL's table of error codes. */
class OpeningFaultTest {

    @ParameterizedTest
    @MethodSource("away")
    void a_database_that_is_not_there_yet_is_waited_for_at_a_start_only(Throwable thrown) {
        assertThat(OpeningFault.of(thrown, "away", true).awaited()).isTrue();
        assertThat(OpeningFault.of(thrown, "away", false).awaited()).isFalse();
    }

    static Stream<Throwable> away() {
        return Stream.of(
                new SQLException("refused", "08001", new ConnectException("Connection refused")),
                new IllegalStateException(new ConnectException("Connection refused")),
                new SQLTransientConnectionException("timed out", null, new SQLException("starting up", "57P03")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_waiting_does_not_mend_is_never_waited_for(Throwable thrown) {
        assertThat(OpeningFault.of(thrown, "wrong", true).awaited()).isFalse();
    }

    static Stream<Throwable> wrong() {
        return Stream.of(
                new IllegalStateException(new SQLException("password authentication failed", "28P01")),
                new SQLException("database does not exist", "3D000"),
                new SQLException("no state"),
                new NoClassDefFoundError("org/example/Driver"));
    }

    @Test
    void the_same_is_told_once_and_a_wait_that_lasts_is_told_as_a_fault() {
        SQLException away = new SQLException("refused", "08001");
        OpeningFault waits = OpeningFault.of(away, "refused after 31 ms", true);

        assertThat(waits.isNewsAfter(null)).isTrue();
        assertThat(OpeningFault.of(away, "refused after 7 ms", true).isNewsAfter(waits))
                .isFalse();
        OpeningFault lasts = OpeningFault.of(away, "refused after 7 ms", false);
        assertThat(lasts.isNewsAfter(waits)).isTrue();
        assertThat(OpeningFault.of(away, "refused after 9 ms", false).isNewsAfter(lasts))
                .isFalse();
        assertThat(OpeningFault.of(away, "another", false).isNewsAfter(lasts)).isTrue();
    }
}
