package fr.sejour.spi.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.sejour.api.person.Contact;
import fr.sejour.spi.ExtensionBundle;
import fr.sejour.spi.channel.NoticeChannel.Message;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every {@link NoticeChannel} promises the core. The test of a channel bundle extends it with a carrier that it can look
 * into and switch off, and adds what is particular to its means.
 */
public abstract class NoticeChannelContract {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

    /** The channel, with its carrier at work. */
    protected abstract NoticeChannel channel();

    /** The name that the component declares. */
    protected abstract String name();

    /** Somebody whom the channel reaches. */
    protected abstract Contact reachable();

    /** Somebody whom it cannot reach, because the address that it needs is missing. */
    protected abstract Contact outOfReach();

    /** Somebody whom it would reach, but whose address the carrier says does not exist. */
    protected abstract Contact nonexistent();

    /** What the carrier has taken so far, oldest first. */
    protected abstract List<Carried> carried() throws Exception;

    /** Makes the carrier fail until {@link #restartCarrier()}. */
    protected abstract void stopCarrier() throws Exception;

    /** The carrier works again. */
    protected abstract void restartCarrier() throws Exception;

    /**
     * A message as the carrier took it.
     *
     * @param identity what tells the carrier, or whoever receives it, that two messages are the same delivery
     */
    public record Carried(String identity, String subject, String body) {}

    @Test
    void the_component_declares_its_name() {
        Class<?> component = channel().getClass();

        Optional<String> declared = ExtensionBundle.of(component).serviceProperty(component, ChannelName.PROPERTY);

        assertThat(declared).contains(name());
    }

    @Test
    void whom_it_reaches_depends_on_the_contact_alone() throws Exception {
        NoticeChannel channel = channel();

        assertThat(channel.reaches(reachable())).isTrue();
        assertThat(channel.reaches(outOfReach())).isFalse();
        assertThat(channel.reaches(reachable())).isTrue();
        stopCarrier();
        assertThat(channel.reaches(reachable())).isTrue();
        assertThat(channel.reaches(outOfReach())).isFalse();
    }

    @Test
    void asking_whom_it_reaches_carries_nothing() throws Exception {
        channel().reaches(reachable());

        assertThat(carried()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Votre carte est prête, Venez la chercher à Grenoble : c’est ouvert l’été.",
        "en, Your card is ready, Come and collect it in Grenoble.",
        "ar, بطاقتك جاهزة, تفضل باستلامها من غرونوبل.",
        "zh, 您的卡已准备好, 请到格勒诺布尔领取。",
        "fr, 🎓 Étudiante, Bravo 🎉👩‍🎓",
    })
    void the_carrier_has_the_words_when_the_call_returns(String language, String subject, String body)
            throws Exception {
        long start = System.nanoTime();

        channel().carry(new Message("d-1", reachable(), language, subject, body));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIME_LIMIT);
        assertThat(carried()).hasSize(1).first().satisfies(message -> {
            assertThat(message.subject()).isEqualTo(subject);
            assertThat(message.body().stripTrailing()).isEqualTo(body);
        });
    }

    @Test
    void the_same_delivery_twice_is_sent_once_or_can_be_recognised() throws Exception {
        NoticeChannel channel = channel();
        Message message = aMessage("d-7", reachable());

        channel.carry(message);
        channel.carry(message);

        assertThat(carried())
                .extracting(Carried::identity)
                .isNotEmpty()
                .containsOnly(carried().get(0).identity());
    }

    @Test
    void two_deliveries_are_never_taken_for_one() throws Exception {
        NoticeChannel channel = channel();

        channel.carry(aMessage("d-1", reachable()));
        channel.carry(aMessage("d-2", reachable()));
        channel.carry(aMessage("D-1", reachable()));

        assertThat(carried()).extracting(Carried::identity).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void an_address_that_does_not_exist_is_undeliverable() {
        NoticeChannel channel = channel();

        assertThatThrownBy(() -> channel.carry(aMessage("d-1", nonexistent())))
                .isInstanceOf(UndeliverableException.class);
    }

    @Test
    void somebody_out_of_reach_is_undeliverable() throws Exception {
        NoticeChannel channel = channel();

        assertThatThrownBy(() -> channel.carry(aMessage("d-1", outOfReach())))
                .isInstanceOf(UndeliverableException.class);
        assertThat(carried()).isEmpty();
    }

    @Test
    void a_carrier_that_is_away_is_a_fault_that_passes() throws Exception {
        NoticeChannel channel = channel();
        stopCarrier();
        long start = System.nanoTime();

        Throwable fault = catchThrowable(() -> channel.carry(aMessage("d-1", reachable())));

        assertThat(fault).isInstanceOf(Exception.class).isNotInstanceOf(UndeliverableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIME_LIMIT);
    }

    @Test
    void the_same_channel_goes_on_when_its_carrier_is_back() throws Exception {
        NoticeChannel channel = channel();
        stopCarrier();
        assertThatThrownBy(() -> channel.carry(aMessage("d-1", reachable()))).isInstanceOf(Exception.class);

        restartCarrier();
        channel.carry(aMessage("d-1", reachable()));

        assertThat(carried()).hasSize(1);
    }

    @Test
    void no_fault_tells_who_the_message_was_for_or_what_it_said() throws Exception {
        NoticeChannel channel = channel();

        Throwable refused = catchThrowable(() -> channel.carry(aMessage("d-1", nonexistent())));
        stopCarrier();
        Throwable away = catchThrowable(() -> channel.carry(aMessage("d-2", reachable())));

        assertThat(asLogged(refused)).doesNotContainIgnoringCase(personal(nonexistent()));
        assertThat(asLogged(away)).doesNotContainIgnoringCase(personal(reachable()));
    }

    @Test
    void several_messages_at_once_do_not_mix() throws Exception {
        NoticeChannel channel = channel();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        List<Callable<Void>> calls = IntStream.range(0, 12)
                .<Callable<Void>>mapToObj(number -> () -> {
                    channel.carry(new Message("d-" + number, reachable(), "fr", "Sujet " + number, "Corps " + number));
                    return null;
                })
                .collect(Collectors.toList());

        try {
            for (Future<Void> call : callers.invokeAll(calls, 1, TimeUnit.MINUTES)) {
                call.get();
            }
        } finally {
            callers.shutdownNow();
        }

        assertThat(carried())
                .hasSize(12)
                .allSatisfy(message -> assertThat(message.body().strip())
                        .isEqualTo(message.subject().replace("Sujet", "Corps")));
    }

    /** A message whose words must not come back in a fault. */
    protected static Message aMessage(String delivery, Contact to) {
        return new Message(delivery, to, "fr", "Décision pour Amina", "Madame Amina, votre carte est prête.");
    }

    private static CharSequence[] personal(Contact contact) {
        List<String> parts = new ArrayList<>(List.of("Amina", "carte est"));
        contact.email()
                .ifPresent(email ->
                        parts.add(email.substring(0, email.indexOf('@')).toLowerCase(Locale.ROOT)));
        contact.phone().ifPresent(parts::add);
        return parts.toArray(CharSequence[]::new);
    }

    private static String asLogged(Throwable fault) {
        StringWriter written = new StringWriter();
        fault.printStackTrace(new PrintWriter(written));
        return written.toString();
    }
}
