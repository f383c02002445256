package fr.sejour.distribution.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.BundleStartLevel;

@InKaraf
class PlatformTest {
    @Inject
    private BundleContext context;

    @Test
    @Inside
    void every_bundle_that_is_started_is_active() {
        assertThat(context.getBundles())
                .filteredOn(bundle -> bundle.adapt(BundleStartLevel.class).isPersistentlyStarted())
                .allSatisfy(bundle -> assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE));
    }

    @Test
    void it_answers_on_its_port(Karaf karaf) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(karaf.uri("/nowhere")).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
    }
}
