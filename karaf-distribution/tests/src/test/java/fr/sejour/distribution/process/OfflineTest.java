package fr.sejour.distribution.process;

import org.junit.jupiter.api.Test;

class OfflineTest {
    @Test
    void it_boots_without_network_and_with_an_empty_home() {
        try (Distribution distribution = Distribution.unpackedFor(OfflineTest.class)) {
            distribution.startWithoutNetwork().awaitReady();
        }
    }
}
