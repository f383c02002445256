package fr.sejour.spi.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import fr.sejour.api.person.Contact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Each of these channels breaks one promise, and is caught. */
class NoticeChannelContractTest {

    /** What no class outside a bundle can keep; the bundles' own tests show it. */
    private static final String DECLARED = "the_component_declares_its_name";

    @Test
    void a_sound_channel_keeps_every_promise() {
        assertThat(brokenBy(Pigeon.class)).containsExactly(DECLARED);
    }

    @Test
    void a_channel_that_returns_before_its_carrier_has_the_words_is_caught() {
        assertThat(brokenBy(LazyPigeon.class)).contains("the_carrier_has_the_words_when_the_call_returns");
    }

    @Test
    void a_resend_that_cannot_be_recognised_is_caught() {
        assertThat(brokenBy(ForgetfulPigeon.class))
                .contains("the_same_delivery_twice_is_sent_once_or_can_be_recognised");
    }

    @Test
    void a_fault_that_passes_but_gives_up_for_ever_is_caught() {
        assertThat(brokenBy(FaintPigeon.class)).contains("a_carrier_that_is_away_is_a_fault_that_passes");
    }

    @Test
    void a_fault_that_names_the_person_is_caught() {
        assertThat(brokenBy(TalkativePigeon.class)).contains("no_fault_tells_who_the_message_was_for_or_what_it_said");
    }

    private static Set<String> brokenBy(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents()
                .failed()
                .map(Event::getTestDescriptor)
                .map(test -> test.getParent()
                        .filter(parent -> parent.getDisplayName().contains("("))
                        .orElse(test))
                .map(test -> test.getDisplayName().replaceAll("\\(.*", ""))
                .collect(Collectors.toSet());
    }

    static class Pigeon extends NoticeChannelContract implements NoticeChannel {

        private final List<Carried> carried = Collections.synchronizedList(new ArrayList<>());
        private boolean away;

        @Override
        public boolean reaches(Contact contact) {
            return contact.phone().isPresent();
        }

        @Override
        public void carry(Message message) throws Exception {
            if (!reaches(message.to()) || message.to().equals(nonexistent())) {
                throw nobodyThere(message);
            }
            if (away) {
                throw noPigeon();
            }
            take(message);
        }

        void take(Message message) {
            carried.add(new Carried(identity(message), message.subject(), message.body()));
        }

        String identity(Message message) {
            return message.delivery();
        }

        Exception noPigeon() {
            return new IOException("The pigeon is asleep");
        }

        Exception nobodyThere(Message message) {
            return new UndeliverableException("There is nobody at this roof");
        }

        @Override
        protected NoticeChannel channel() {
            return this;
        }

        @Override
        protected String name() {
            return "pigeon";
        }

        @Override
        protected Contact reachable() {
            return new Contact(Optional.empty(), Optional.of("0476000001"), "fr");
        }

        @Override
        protected Contact outOfReach() {
            return new Contact(Optional.empty(), Optional.empty(), "fr");
        }

        @Override
        protected Contact nonexistent() {
            return new Contact(Optional.empty(), Optional.of("0476000009"), "fr");
        }

        @Override
        protected List<Carried> carried() {
            return carried;
        }

        @Override
        protected void stopCarrier() {
            away = true;
        }

        @Override
        protected void restartCarrier() {
            away = false;
        }
    }

    static class LazyPigeon extends Pigeon {
        @Override
        void take(Message message) {}
    }

    static class ForgetfulPigeon extends Pigeon {
        private int sent;

        @Override
        String identity(Message message) {
            sent++;
            return String.valueOf(sent);
        }
    }

    static class FaintPigeon extends Pigeon {
        @Override
        Exception noPigeon() {
            return new UndeliverableException("The pigeon is asleep");
        }
    }

    static class TalkativePigeon extends Pigeon {
        @Override
        Exception nobodyThere(Message message) {
            return new UndeliverableException(
                    "Nobody at " + message.to().phone().orElseThrow());
        }
    }
}
