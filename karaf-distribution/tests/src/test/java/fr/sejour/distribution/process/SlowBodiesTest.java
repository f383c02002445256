package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.rest.internal.arrival.SlowSenders;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who sends slowly keeps nobody else waiting: more such senders than the server has threads, of every kind of body. */
@ExtendWith(TryOut.ForTests.class)
class SlowBodiesTest {

    private static final int OF_EACH_KIND = 75;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @Test
    void three_hundred_slow_senders_keep_no_answer_and_no_filing_waiting_and_are_let_go() throws Exception {
        SignedIn applicant = SignedIn.applicant("PRESSÉE", "Awa");
        InetSocketAddress server = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), TryOut.distribution().uri("/").getPort());

        try (SlowSenders slow = new SlowSenders(1000)
                .with(
                        OF_EACH_KIND,
                        server,
                        headers("/api/v1/checks", "application/json", "Content-Length: 5000\r\n\r\n"))
                .with(
                        OF_EACH_KIND,
                        server,
                        headers("/api/v1/checks", "application/json", "Transfer-Encoding: chunked\r\n\r\n1388\r\n"))
                .with(
                        OF_EACH_KIND,
                        server,
                        headers("/", "application/x-www-form-urlencoded", "Content-Length: 5000\r\n\r\n"))
                .with(
                        OF_EACH_KIND,
                        server,
                        headers("/", "multipart/form-data; boundary=xx", "Content-Length: 5000\r\n\r\n"))) {
            for (int again = 0; again < 3; again++) {
                assertThat(timed(() -> TryOut.distribution().get("/health/live").statusCode()))
                        .isEqualTo(200);
            }
            assertThat(applicant.fileIn("38185").at("/case/caseNumber").asText())
                    .hasSize(19);

            Awaitility.await("the end of the slow senders")
                    .atMost(Duration.ofSeconds(35))
                    .until(() -> slow.left() == 0);
            assertThat(slow.answers())
                    .anySatisfy(answer -> assertThat(answer)
                            .startsWith("HTTP/1.1 503 ")
                            .contains("Retry-After: 30", "/problems/too-busy"))
                    .anySatisfy(answer ->
                            assertThat(answer).startsWith("HTTP/1.1 503 ").contains("Retry-After: 30", "text/html"))
                    .anySatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 400 "))
                    .noneSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 500 "));
        }
        assertThat(TryOut.distribution().printed()).doesNotContain("\tat ", "Exception");
    }

    private static String headers(String path, String type, String framing) {
        return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: " + type + "\r\n" + framing;
    }

    private static <T> T timed(Callable<T> call) throws Exception {
        long began = System.nanoTime();
        T answer = call.call();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE);
        return answer;
    }
}
