package fr.sejour.core.internal.paper;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.caller;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.signature.Signatures;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class SignedStatusListsTest {

    private final Platform platform = new Platform("2026-06-01T08:00:00Z");
    private final Claims claims = new Claims();
    private final SignedStatusLists lists = new SignedStatusLists(platform.store, claims, platform.clock);

    @Test
    void a_paper_that_stands_reads_0_and_one_that_was_ended_reads_1() throws DataFormatException {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 2));
        assertThat(states(student)).containsOnly(0);

        platform.act(caller(student), number, new Act.Withdraw("je pars"));
        platform.clock.advance(Duration.ofMinutes(1));

        // the dépôt proves a filing for ever; the prolongation ends with the case
        assertThat(states(student)).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void one_that_was_taken_back_reads_1() throws DataFormatException {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 2));
        Attestation paper = platform.papersOf(student).stream()
                .filter(it -> it.kind() == PaperKind.ATTESTATION_DE_PROLONGATION)
                .findFirst()
                .orElseThrow();

        platform.act(AGENT_38, number, new Act.RevokePaper(paper.number(), "faux passeport", "arrêté 38-2026-01"));
        platform.clock.advance(Duration.ofMinutes(1));

        assertThat(states(student)).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void it_is_good_for_a_day_from_the_instant_it_was_signed() {
        platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);

        lists.list(0);

        long signed = Instant.parse("2026-06-01T08:00:00Z").getEpochSecond();
        assertThat(claims.last()).containsEntry("iat", signed).containsEntry("exp", signed + 86_400);
        assertThat(claims.types).containsExactly("statuslist+jwt");
    }

    @Test
    void one_list_is_signed_twice_a_minute_at_most() {
        platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        String first = lists.list(0);
        platform.clock.advance(Duration.ofSeconds(29));
        assertThat(lists.list(0)).isEqualTo(first);

        platform.clock.advance(Duration.ofSeconds(1));
        lists.list(0);

        assertThat(claims.types).hasSize(2);
    }

    @Test
    void while_there_is_no_key_a_list_waits_and_it_follows() {
        SignedStatusLists signed = new SignedStatusLists(platform.store, platform.signatures, platform.clock);
        platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        platform.signatures.gone(true);

        assertThat(Refusals.of(() -> signed.list(0)).code()).isEqualTo(ErrorCode.SIGNATURE_UNAVAILABLE);

        platform.signatures.gone(false);
        assertThat(signed.list(0)).startsWith("statuslist+jwt");
    }

    @Test
    void there_is_no_list_without_papers_and_none_below_0() {
        assertThat(lists.count()).isZero();
        assertThat(Refusals.of(() -> lists.list(0)).code()).isEqualTo(ErrorCode.NOT_FOUND);

        platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);

        assertThat(lists.count()).isEqualTo(1);
        assertThat(Refusals.of(() -> lists.list(-1)).code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(Refusals.of(() -> lists.list(1)).code()).isEqualTo(ErrorCode.NOT_FOUND);
    }

    private List<Integer> states(PersonId person) throws DataFormatException {
        lists.list(0);
        Map<?, ?> list = (Map<?, ?>) claims.last().get("status_list");
        assertThat(list.get("bits")).isEqualTo(2);
        Inflater inflater = new Inflater();
        inflater.setInput(Base64.getUrlDecoder().decode((String) list.get("lst")));
        byte[] bytes = new byte[262_144];
        assertThat(inflater.inflate(bytes)).isEqualTo(bytes.length);
        inflater.end();
        List<Integer> states = new ArrayList<>();
        for (Attestation paper : platform.papersOf(person)) {
            long index = platform.store
                    .read(records -> records.papers().statusIndex(paper.number()))
                    .value();
            // the lowest bits of a byte belong to its first paper
            states.add(bytes[(int) (index / 4)] >> (index % 4 * 2) & 3);
        }
        return states;
    }

    /** Keeps what it was asked to sign. */
    private static final class Claims implements Signatures {

        private final List<String> types = new ArrayList<>();
        private final List<Map<String, ?>> signed = new ArrayList<>();

        private Map<String, Object> last() {
            return Map.copyOf(signed.get(signed.size() - 1));
        }

        @Override
        public String token(String type, Map<String, ?> said) {
            types.add(type);
            signed.add(said);
            return type + signed.size();
        }

        @Override
        public String sign(String type, Map<String, String> statement) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Map<String, String>> verify(String type, String statement) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void requireKey() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Map<String, String>> publicKeys() {
            return List.of();
        }
    }
}
