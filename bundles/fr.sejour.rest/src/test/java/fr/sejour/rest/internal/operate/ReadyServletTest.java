package fr.sejour.rest.internal.operate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.operation.HealthCheck;
import fr.sejour.rest.internal.operate.HealthAnswer.FindingAnswer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.jakartars.runtime.JakartarsServiceRuntime;
import org.osgi.service.jakartars.runtime.dto.ApplicationDTO;
import org.osgi.service.jakartars.runtime.dto.ResourceMethodInfoDTO;
import org.osgi.service.jakartars.runtime.dto.RuntimeDTO;

class ReadyServletTest {

    private static final Set<String> CONTRACT = Set.of("GET /cases", "POST /filings", "GET /people/{id}/coverage");

    private final CountDownLatch forEver = new CountDownLatch(1);
    private Supplier<FindingAnswer> components =
            () -> new FindingAnswer(OwnComponents.NAME, true, "every service of the API is there");

    @AfterEach
    void letGo() {
        forEver.countDown();
    }

    @Test
    void it_is_ready_when_services_operations_and_checks_are() {
        HealthAnswer answer = look(List.of(check("database", true)), whole());

        assertThat(answer.ready()).isTrue();
        assertThat(answer.checks()).extracting(FindingAnswer::name).containsExactly("services", "api", "database");
    }

    @Test
    void it_is_not_ready_while_a_check_finds_something_and_says_which() {
        HealthAnswer answer = look(List.of(check("database", false), check("clock", true)), whole());

        assertThat(answer.status()).isEqualTo("not-ready");
        assertThat(answer.checks())
                .filteredOn(it -> !it.healthy())
                .extracting(FindingAnswer::name)
                .containsExactly("database");
    }

    @Test
    void a_check_that_fails_or_hangs_is_a_finding_and_hides_no_other() {
        HealthCheck failing = new NamedCheck("failing", () -> {
            throw new IllegalStateException("with a person's name");
        });
        HealthCheck hanging = new NamedCheck("hanging", () -> {
            awaitForEver();
            return new HealthCheck.Finding(true, "");
        });

        HealthAnswer answer = look(List.of(hanging, failing, check("clock", true)), whole());

        assertThat(answer.checks())
                .extracting(FindingAnswer::name)
                .containsExactly("services", "api", "clock", "failing", "hanging");
        assertThat(answer.checks().get(3).sentence()).isEqualTo("the check itself failed: IllegalStateException");
        assertThat(answer.checks().get(4).sentence()).contains("no answer within two seconds");
    }

    @Test
    void a_check_that_hangs_is_looked_at_once_however_often_somebody_asks_and_again_when_it_is_back() {
        AtomicInteger looks = new AtomicInteger();
        HealthCheck hanging = new NamedCheck("hanging", () -> {
            looks.incrementAndGet();
            awaitForEver();
            return new HealthCheck.Finding(true, "back");
        });
        ReadyServlet servlet =
                new ReadyServlet(components, new RunningOperations(CONTRACT)).checking(List.of(hanging), whole());
        try {
            assertThat(servlet.look().ready()).isFalse();
            assertThat(servlet.look().ready()).isFalse();
            assertThat(looks).hasValue(1);

            forEver.countDown();

            assertThat(servlet.look().ready()).isTrue();
            assertThat(servlet.look().ready()).isTrue();
            assertThat(looks).hasValueGreaterThan(1);
        } finally {
            servlet.stop();
        }
    }

    @Test
    void it_is_not_ready_while_an_operation_does_not_run() {
        HealthAnswer missing = look(List.of(), running("GET", "cases"));
        HealthAnswer none = look(List.of(), null);

        assertThat(missing.checks().get(1).sentence())
                .isEqualTo("these operations do not answer yet: GET /people/{id}/coverage, POST /filings");
        assertThat(none.ready()).isFalse();
    }

    @Test
    void it_is_not_ready_while_a_service_is_missing() {
        components = () -> new FindingAnswer(OwnComponents.NAME, false, "the API waits for FilingDesk");

        assertThat(look(List.of(), whole()).ready()).isFalse();
    }

    private HealthAnswer look(List<HealthCheck> checks, JakartarsServiceRuntime whiteboard) {
        ReadyServlet servlet = new ReadyServlet(components, new RunningOperations(CONTRACT));
        try {
            return servlet.checking(checks, whiteboard).look();
        } finally {
            servlet.stop();
        }
    }

    private void awaitForEver() {
        try {
            forEver.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static JakartarsServiceRuntime whole() {
        return running("GET", "cases", "POST", "filings", "GET", "people/{id}/coverage");
    }

    private static JakartarsServiceRuntime running(String... methodsAndPaths) {
        RuntimeDTO runtime = new RuntimeDTO();
        runtime.defaultApplication = new ApplicationDTO();
        runtime.defaultApplication.resourceMethods = new ResourceMethodInfoDTO[methodsAndPaths.length / 2];
        for (int i = 0; i < methodsAndPaths.length; i += 2) {
            ResourceMethodInfoDTO method = new ResourceMethodInfoDTO();
            method.method = methodsAndPaths[i];
            method.path = methodsAndPaths[i + 1];
            runtime.defaultApplication.resourceMethods[i / 2] = method;
        }
        return () -> runtime;
    }

    private static HealthCheck check(String name, boolean healthy) {
        return new NamedCheck(name, () -> new HealthCheck.Finding(healthy, "looked"));
    }

    private record NamedCheck(String name, Supplier<Finding> looking) implements HealthCheck {
        @Override
        public Finding look() {
            return looking.get();
        }
    }
}
