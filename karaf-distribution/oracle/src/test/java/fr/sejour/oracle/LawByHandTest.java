package fr.sejour.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.oracle.WorkLaw.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the oracle rests on, counted by hand in the articles. */
class LawByHandTest {

    private static final Catalogue CATALOGUE = Catalogue.read();
    private static final LocalDate UNTIL = LocalDate.of(2026, 10, 31);

    @ParameterizedTest
    @CsvSource({
        // R. 431-5 1°: from the 120th to the 60th day, both counted
        "etudiant, ONLINE, 2026-07-02, false",
        "etudiant, ONLINE, 2026-07-03, true",
        "etudiant, ONLINE, 2026-09-01, true",
        "etudiant, ONLINE, 2026-09-02, false",
        // the last two months, for what is asked for at a counter
        "salarie, COUNTER, 2026-08-30, false",
        "salarie, COUNTER, 2026-08-31, true",
        "salarie, COUNTER, 2026-10-31, true",
        "salarie, COUNTER, 2026-11-01, false",
        // the renewal of every resident card is online since 4 July 2024
        "carte_resident, ONLINE, 2026-09-01, true",
        "carte_resident, ONLINE, 2026-10-01, false",
        // EU long-term residents have no window
        "resident_longue_duree_ue, ONLINE, 2026-10-30, true",
    })
    void a_renewal_is_in_time(String permit, String channel, LocalDate on, boolean inTime) {
        assertThat(WindowLaw.renewsInTime(filed(permit, channel, on, "38"))).isEqualTo(inTime);
    }

    @ParameterizedTest
    @CsvSource({
        "etudiant, 38, HOURS_PER_YEAR 964",
        "visiteur, 38, NONE",
        "vpf_conjoint_francais, 38, ANY",
        // R. 431-15-2 is written for metropolitan France, and rewritten for Saint-Martin
        "vpf_conjoint_francais, 974, open",
        "vpf_conjoint_francais, 978, ANY",
        "visiteur, 974, NONE",
        // nobody knows whether an au pair's card permits a professional activity
        "jeune_au_pair, 38, open",
        "talent_chercheur, 38, AS_HELD activity_of_the_permit",
    })
    void the_attestation_of_a_renewal_lets_work_as_the_card_did(String permit, String prefecture, String work) {
        Filed filed = filed(permit, "ONLINE", LocalDate.of(2026, 8, 1), prefecture);

        assertThat(WorkLaw.onAttestation(filed, UNTIL.plusDays(1), prefecture)).hasToString(work);
    }

    @ParameterizedTest
    @CsvSource({
        // R. 431-14 lists L. 423-8 and L. 422-10, which R. 431-15-2 does not
        "vpf_parent_enfant_francais, L. 423-8, ANY, NONE",
        "vpf_parent_enfant_francais, L. 423-7, ANY, ANY",
        "recherche_emploi_creation, L. 422-10, ANY, NONE",
        "vpf_liens_personnels, L. 423-23, NONE, NONE",
        "salarie, L. 421-1, NONE, NONE",
    })
    void a_first_application_lets_work_by_the_list_of_its_channel(
            String permit, String article, String onRecepisse, String onAttestation) {
        Filed filed = first(permit, article, Optional.empty());
        LocalDate on = LocalDate.of(2026, 8, 1);

        assertThat(WorkLaw.onRecepisse(filed, on)).hasToString(onRecepisse);
        assertThat(WorkLaw.onAttestation(filed, on, "38")).hasToString(onAttestation);
    }

    @ParameterizedTest
    @CsvSource({
        // R. 432-9: as the permit held before allowed
        "etudiant, HOURS_PER_YEAR 964",
        "visiteur, NONE",
        "vpf_conjoint_francais, ANY",
        "jeune_au_pair, open",
    })
    void the_paper_of_the_commission_lets_work_as_the_permit_held_before(String permit, String work) {
        assertThat(WorkLaw.beforeTheCommission(filed(permit, "COUNTER", LocalDate.of(2026, 10, 1), "38")))
                .hasToString(work);
        assertThat(WorkLaw.beforeTheCommission(first(permit, "L. 423-7", Optional.empty())))
                .isEqualTo(Work.NONE);
    }

    @Test
    void what_is_left_open_is_no_right_and_no_denial() {
        assertThat(WorkLaw.includes(Work.OPEN, Work.NONE)).isTrue();
        assertThat(WorkLaw.includes(Work.NONE, Work.OPEN)).isFalse();
        assertThat(WorkLaw.includes(Work.OPEN, Work.ANY)).isFalse();
        assertThat(WorkLaw.includes(Work.AUTHORISED, Work.OPEN)).isTrue();
    }

    @Test
    void two_articles_that_say_different_things_leave_the_right_open() {
        Filed filed = new Filed(
                "1",
                "COUNTER",
                CATALOGUE.permit("vpf_conjoint_francais"),
                List.of("L. 423-1", "L. 423-2"),
                Instant.parse("2026-08-01T10:00:00Z"),
                "38",
                Optional.empty(),
                false,
                Optional.empty(),
                LocalDate.of(1990, 1, 1),
                false);

        assertThat(WorkLaw.onRecepisse(filed, LocalDate.of(2026, 8, 1))).isEqualTo(Work.OPEN);
    }

    @ParameterizedTest
    @CsvSource({
        // R. 432-2: four months; 90 days for a student; 60 for a researcher
        "vpf_conjoint_francais, L. 423-1, 2026-10-31, 2027-02-28",
        "etudiant, L. 422-1, 2026-08-01, 2026-10-30",
        "talent_chercheur, L. 421-14, 2026-08-01, 2026-09-30",
        "stagiaire_ict, L. 421-31, 2026-08-01, 2026-10-30",
        "stagiaire_ict, L. 421-30, 2026-08-01, 2026-12-01",
    })
    void silence_refuses(String permit, String article, LocalDate complete, LocalDate refused) {
        assertThat(SilenceLaw.endsOn(first(permit, article, Optional.empty()), complete))
                .contains(refused);
    }

    @ParameterizedTest
    @CsvSource({
        // R. 431-5 2°: until the eve of the 19th birthday, for the articles listed; 3°: two months after the 18th
        "vpf_ase_avant_16_ans, 2007-08-02, true",
        "vpf_ase_avant_16_ans, 2007-08-01, false",
        "visiteur, 2008-06-01, true",
        "visiteur, 2008-05-31, false",
    })
    void a_young_adult_who_came_as_a_minor_files_in_time(String permit, LocalDate birth, boolean inTime) {
        Filed filed = new Filed(
                "1",
                "ONLINE",
                CATALOGUE.permit(permit),
                CATALOGUE.permit(permit).articles(),
                Instant.parse("2026-08-01T10:00:00Z"),
                "38",
                Optional.of(birth.plusYears(12)),
                false,
                Optional.empty(),
                birth,
                false);

        assertThat(WindowLaw.youngAdultInTime(filed)).isEqualTo(inTime);
    }

    @ParameterizedTest
    @CsvSource({
        // Easter Monday, the Ascension and Whit Monday of 2027: 29 March, 6 May, 17 May
        "2027-03-26, 1, 2027-03-30",
        "2027-05-05, 1, 2027-05-07",
        "2027-05-14, 1, 2027-05-18",
        "2026-07-10, 2, 2026-07-15",
        "2026-12-24, 5, 2027-01-04",
    })
    void working_days_are_counted_without_the_holidays(LocalDate from, int days, LocalDate last) {
        assertThat(WorkingDays.after(from, days)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"2026, 2026-04-05", "2027, 2027-03-28", "2028, 2028-04-16", "2029, 2029-04-01", "2038, 2038-04-25"})
    void easter_falls_where_the_almanac_has_it(int year, LocalDate easter) {
        assertThat(WorkingDays.easter(year)).isEqualTo(easter);
    }

    @Test
    void a_birth_certificate_is_not_asked_from_the_holder_of_a_permit() {
        assertThat(filed("etudiant", "ONLINE", LocalDate.of(2026, 8, 1), "38").blocking(CATALOGUE))
                .containsExactly("nationalite");
        assertThat(first("etudiant", "L. 422-1", Optional.empty()).blocking(CATALOGUE))
                .containsExactly("etat_civil", "nationalite");
    }

    @ParameterizedTest
    @CsvSource({
        // R. 431-14 lets an employee work on a récépissé who says that work was authorised
        "COUNTER, -, true",
        // through the service a first application gives no paper that could let anybody work (R. 431-15-1 al. 1)
        "ONLINE, -, false",
        // R. 431-15: the right that the card gave goes on, whatever is said of an authorisation
        "COUNTER, CST, false",
        // a visa is no card: the right stands where both readings give it
        "COUNTER, VISA, true",
    })
    void an_agent_looks_first_where_the_paper_turns_on_what_is_said(String channel, String held, boolean rests) {
        Filed plain = filed("salarie", channel, LocalDate.of(2026, 8, 1), "38");
        Optional<Held> inHand = plain.held()
                .filter(it -> !held.equals("-"))
                .map(it -> new Held(
                        it.number(), it.permit(), List.of(held), it.from(), it.until(), true, it.inHandFrom()));
        Filed said = new Filed(
                plain.number(),
                channel,
                plain.permit(),
                List.of("L. 421-1"),
                plain.at(),
                "38",
                Optional.empty(),
                true,
                inHand,
                plain.birth(),
                false);

        assertThat(said.restsOnAWord()).isEqualTo(rests);
    }

    @ParameterizedTest
    @CsvSource({
        // R. 431-14: L. 426-13 works after one year of residence, L. 426-12 does not
        "L. 426-13, 2025-01-10, true",
        "L. 426-13, -, false",
        "L. 426-12, 2025-01-10, false",
    })
    void an_agent_looks_first_at_the_entry_that_lets_work_after_a_year(String article, String entry, boolean rests) {
        Filed plain = first("vpf_famille_rldue", article, Optional.empty());
        Filed said = new Filed(
                plain.number(),
                "COUNTER",
                plain.permit(),
                plain.articles(),
                plain.at(),
                "38",
                Optional.of(entry).filter(it -> !it.equals("-")).map(LocalDate::parse),
                false,
                Optional.empty(),
                plain.birth(),
                false);

        assertThat(said.restsOnAWord()).isEqualTo(rests);
    }

    @ParameterizedTest
    @CsvSource({
        // L. 426-4: of right from the second renewal of a resident card
        "resident_permanent, L. 426-4, carte_resident, RENEWAL",
        "resident_permanent, L. 426-4, visiteur, CHANGE",
        // R. 423-1: a request under L. 423-6 counts as a renewal
        "carte_resident, L. 423-6, vpf_conjoint_francais, RENEWAL",
        "carte_resident, L. 426-2, vpf_conjoint_francais, CHANGE",
    })
    void a_resident_card_may_go_on_from_another_card(String asked, String article, String held, Filed.Nature nature) {
        Filed first = first(asked, article, Optional.empty());

        assertThat(new Filed(
                                first.number(),
                                first.channel(),
                                first.permit(),
                                first.articles(),
                                first.at(),
                                first.prefecture(),
                                first.entry(),
                                false,
                                filed(held, "ONLINE", LocalDate.of(2026, 8, 1), "38")
                                        .held(),
                                first.birth(),
                                false)
                        .nature())
                .isEqualTo(nature);
    }

    private static Filed filed(String permit, String channel, LocalDate on, String prefecture) {
        Held held = new Held(
                "T1",
                CATALOGUE.permit(permit),
                CATALOGUE.permit(permit).kinds(),
                UNTIL.plusDays(1).minusMonths(CATALOGUE.permit(permit).months()),
                UNTIL,
                true,
                Instant.MIN);
        return new Filed(
                "1",
                channel,
                CATALOGUE.permit(permit),
                CATALOGUE.permit(permit).articles(),
                on.atTime(12, 0).atZone(Places.zone(prefecture)).toInstant(),
                prefecture,
                Optional.empty(),
                false,
                Optional.of(held),
                LocalDate.of(1990, 1, 1),
                false);
    }

    private static Filed first(String permit, String article, Optional<LocalDate> entry) {
        return new Filed(
                "1",
                "COUNTER",
                CATALOGUE.permit(permit),
                List.of(article),
                Instant.parse("2026-08-01T10:00:00Z"),
                "38",
                entry,
                false,
                Optional.empty(),
                LocalDate.of(1990, 1, 1),
                false);
    }

    @ParameterizedTest
    @CsvSource({
        // where the filing came to, who issued it, who has the case, when 24:00 of 30 November is: La Réunion is at
        // UTC+4, Martinique at -4
        "974, 974, 974, 2026-11-30T20:00:00Z",
        "974, 974, 972, 2026-12-01T04:00:00Z",
        "974, 974, 75, 2026-11-30T23:00:00Z",
        "972, 972, 974, 2026-12-01T04:00:00Z",
        "974, 972, 974, 2026-12-01T04:00:00Z",
        "974, 75, 972, 2026-12-01T04:00:00Z",
    })
    void after_a_transfer_the_later_end_of_the_last_day_counts(
            String filedIn, String issuedBy, String inCharge, Instant end) {
        Paper paper = new Paper(
                "1",
                "RECEPISSE",
                "p",
                "c",
                issuedBy,
                LocalDate.of(2026, 9, 1),
                Optional.of(LocalDate.of(2026, 11, 30)),
                Places.zone(filedIn),
                Optional.of("PROVEN"),
                Work.NONE,
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2026-08-25T08:00:00Z"),
                false,
                Optional.empty(),
                Optional.empty());

        assertThat(paper.runsOut(inCharge)).contains(end);
    }
}
