package fr.sejour.store.jpa.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Derby 10.16 carries CVE-2022-46337, which needs LDAP authentication: Séjour has Derby in its own process and asks nobody. */
class DerbyIsEmbeddedTest {

    @Test
    void there_is_no_network_server_to_start() {
        assertThatThrownBy(() -> Class.forName("org.apache.derby.drda.NetworkServerControl"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void an_open_store_listens_nowhere_and_asks_no_directory() {
        try (OpenStore open = OpenStore.onDerbyInMemory("embedded", Duration.ofSeconds(5))) {
            RawDatabase raw = new RawDatabase(open.source());

            assertThat(raw.rows("VALUES (SYSCS_UTIL.SYSCS_GET_DATABASE_PROPERTY('derby.authentication.provider'),"
                            + " SYSCS_UTIL.SYSCS_GET_DATABASE_PROPERTY('derby.connection.requireAuthentication'),"
                            + " SYSCS_UTIL.SYSCS_GET_DATABASE_PROPERTY('derby.drda.startNetworkServer'))"))
                    .containsExactly("-|-|-");
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), 1527).close())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void locks_are_set_in_the_database_itself() {
        try (OpenStore open = OpenStore.onDerbyInMemory("locks", Duration.ofSeconds(5))) {
            assertThat(new RawDatabase(open.source())
                            .rows("VALUES (SYSCS_UTIL.SYSCS_GET_DATABASE_PROPERTY('derby.locks.escalationThreshold'),"
                                    + " SYSCS_UTIL.SYSCS_GET_DATABASE_PROPERTY('derby.locks.deadlockTimeout'),"
                                    + " SYSCS_UTIL.SYSCS_GET_DATABASE_PROPERTY('derby.locks.waitTimeout'))"))
                    .containsExactly("100000|1|10");
        }
    }
}
