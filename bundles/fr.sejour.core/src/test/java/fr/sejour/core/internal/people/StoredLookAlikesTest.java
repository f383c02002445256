package fr.sejour.core.internal.people;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_69;
import static fr.sejour.core.internal.Platform.AGENT_75;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.LYON;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static fr.sejour.core.internal.Platform.caller;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.LookAlike;
import fr.sejour.api.person.LookAlike.KeptApart;
import fr.sejour.api.person.LookAlike.Likeness;
import fr.sejour.api.person.LookAlike.Somebody;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.TwoPeople;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoredLookAlikesTest {

    private static final Instant NOW = Instant.parse("2026-06-01T07:00:00Z");
    private static final LocalDate ANOTHER_DAY = LocalDate.of(1999, 4, 13);
    private static final CivilStatus AMINA = new CivilStatus("Exemple", "Amina", LocalDate.of(1999, 4, 12), "MA");
    private static final TwoPeople TWINS = new TwoPeople("Deux passeports vus au guichet.");

    private final Platform platform = new Platform(NOW.toString());

    @Test
    void whoever_shares_name_and_day_is_shown_to_who_may_read_both() {
        PersonId one = platform.someone();
        PersonId other = platform.someone();
        platform.file(one, "etudiant", GRENOBLE);
        platform.file(other, "etudiant", GRENOBLE);
        platform.file(platform.someoneBorn(ANOTHER_DAY), "etudiant", GRENOBLE);

        for (Caller reader : List.of(AGENT_38, NATIONAL)) {
            assertThat(platform.lookAlikes.of(reader, one))
                    .containsExactly(new LookAlike(
                            Optional.of(new Somebody(other, AMINA)),
                            Set.of(Likeness.SAME_NAME_AND_BIRTH_DATE),
                            Optional.empty()));
        }
    }

    @Test
    void somebody_of_another_prefecture_is_pointed_out_without_a_word_of_who_they_are() {
        PersonId one = platform.someone();
        PersonId other = platform.someone();
        platform.file(one, "etudiant", GRENOBLE);
        platform.file(other, "etudiant", LYON);

        assertThat(platform.lookAlikes.of(AGENT_38, one))
                .containsExactly(
                        new LookAlike(Optional.empty(), Set.of(Likeness.SAME_NAME_AND_BIRTH_DATE), Optional.empty()));
        assertThat(refusal(AGENT_38, one, other)).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refusal(AGENT_38, other, one)).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(Refusals.of(() -> platform.lookAlikes.of(AGENT_75, one)).code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void two_people_kept_apart_are_shown_as_such_from_both_sides_with_who_said_so_and_why() {
        PersonId one = platform.someone();
        PersonId other = platform.someone();
        CaseNumber first = platform.file(one, "etudiant", GRENOBLE).caseFile().number();
        CaseNumber second =
                platform.file(other, "etudiant", GRENOBLE).caseFile().number();

        LookAlike kept = platform.lookAlikes.keepApart(AGENT_38, one, other, TWINS);

        Optional<KeptApart> said = Optional.of(new KeptApart(NOW, AGENT_38.account(), TWINS.words()));
        assertThat(kept.keptApart()).isEqualTo(said);
        assertThat(platform.lookAlikes.of(AGENT_38, one)).containsExactly(kept);
        assertThat(platform.lookAlikes.of(AGENT_38, other))
                .containsExactly(new LookAlike(Optional.of(new Somebody(one, AMINA)), kept.reasons(), said));
        for (CaseNumber number : List.of(first, second)) {
            assertThat(platform.review.journal(AGENT_38, number))
                    .filteredOn(line -> line.what().equals("person-kept-apart"))
                    .singleElement()
                    .extracting(JournalLine::detail)
                    .isEqualTo("");
        }
    }

    @Test
    void what_was_said_can_be_taken_back_by_whoever_reads_both_and_more_than_once() {
        PersonId one = platform.someone();
        PersonId other = platform.someone();
        CaseNumber number = platform.file(one, "etudiant", GRENOBLE).caseFile().number();
        platform.file(other, "etudiant", GRENOBLE);
        platform.lookAlikes.keepApart(NATIONAL, one, other, TWINS);

        platform.lookAlikes.takeBack(AGENT_38, other, one);
        platform.lookAlikes.takeBack(AGENT_38, other, one);

        assertThat(platform.lookAlikes.of(AGENT_38, one))
                .singleElement()
                .extracting(LookAlike::keptApart)
                .isEqualTo(Optional.empty());
        assertThat(platform.review.journal(AGENT_38, number))
                .filteredOn(line -> line.what().equals("person-pointed-out-again"))
                .hasSize(1);
    }

    @Test
    void somebody_elsewhere_is_pointed_out_no_more_once_they_are_kept_apart() {
        PersonId one = platform.someone();
        PersonId other = platform.someone();
        platform.file(one, "etudiant", GRENOBLE);
        platform.file(other, "etudiant", LYON);

        platform.lookAlikes.keepApart(NATIONAL, other, one, TWINS);

        assertThat(platform.lookAlikes.of(AGENT_38, one)).isEmpty();
        assertThat(platform.lookAlikes.of(AGENT_69, other)).isEmpty();
        assertThat(platform.lookAlikes.of(NATIONAL, one)).hasSize(1);
    }

    @Test
    void an_applicant_learns_of_nobody_who_looks_like_them() {
        PersonId one = platform.someone();
        PersonId other = platform.someone();

        assertThat(Refusals.of(() -> platform.lookAlikes.of(caller(one), one)).code())
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(refusal(caller(one), one, other)).isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(Refusals.of(() -> platform.lookAlikes.of(caller(one), other)).code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void who_looks_like_nobody_is_not_kept_apart_from_them_nor_from_themselves() {
        PersonId one = platform.someone();
        PersonId stranger = platform.someoneBorn(ANOTHER_DAY);

        assertThat(refusal(NATIONAL, one, stranger)).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        assertThat(refusal(NATIONAL, one, one)).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
    }

    private ErrorCode refusal(Caller caller, PersonId one, PersonId other) {
        return Refusals.of(() -> platform.lookAlikes.keepApart(caller, one, other, TWINS))
                .code();
    }
}
