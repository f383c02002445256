package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.aCase;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;
import static fr.sejour.store.jpa.internal.Situations.waking;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.catalogue.EditionStamp;
import fr.sejour.api.edition.ArrivedEdition.Rehearsal;
import fr.sejour.api.edition.ArrivedEdition.State;
import fr.sejour.api.edition.EditionEffect;
import fr.sejour.api.edition.EditionEffect.Change;
import fr.sejour.api.edition.EditionEffect.Next;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.RightsCode;
import fr.sejour.core.port.EditionRecord;
import fr.sejour.core.port.EditionRecord.Trial;
import fr.sejour.core.port.EditionRecord.Waking;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Editions of the law that arrive. */
abstract class EditionsContract extends ShelfContract {

    private static final AccountId NATIONAL_IT = new AccountId("national-it");

    EditionsContract(StoreContract contract) {
        super(contract);
    }

    @Test
    void an_edition_comes_back_with_every_step_and_its_file() {
        byte[] jar = new byte[100_000];
        jar[99_999] = 7;
        EditionRecord fresh = edition("2026-06-01", MORNING);
        write(records -> records.editions().add(fresh, jar));
        write(records -> records.editions().add(edition("2026-07-01", MORNING.plusSeconds(1)), new byte[] {1}));

        EditionRecord first = found("2026-06-01");
        assertThat(first).isEqualTo(fresh.withVersion(1));
        assertThat(store.<byte[]>read(records -> records.editions().jar("2026-06-01")))
                .isEqualTo(jar);
        assertThat(store.<List<EditionRecord>>read(records -> records.editions().all()))
                .extracting(EditionRecord::name)
                .containsExactly("2026-06-01", "2026-07-01");

        Rehearsal found = new Rehearsal(MORNING, Optional.of(MORNING.plusSeconds(9)), 7, 1, 2, 3);
        EditionRecord moved = first.moved(State.REHEARSED, NATIONAL_IT, MORNING.plusSeconds(9))
                .withTrial(Optional.of(new Trial(found, 3, Optional.of(caseNumber(4)))))
                .withWaking(Optional.of(new Waking(Optional.empty())));
        assertThat(changed(moved)).isTrue();
        assertThat(found("2026-06-01")).isEqualTo(moved.withVersion(2));
        assertThat(changed(moved)).isFalse();
        EditionRecord told = moved.withVersion(2).withWaking(Optional.of(new Waking(Optional.of(caseNumber(9)))));
        assertThat(changed(told)).isTrue();
        assertThat(found("2026-06-01")).isEqualTo(told.withVersion(3));
    }

    @Test
    void whoever_holds_the_editions_sees_them_as_they_are() {
        write(records -> records.editions().add(edition("2026-06-01", MORNING), new byte[] {1}));

        boolean changed = store.write(records -> {
            EditionRecord before = records.editions().find("2026-06-01").orElseThrow();
            records.editions().hold();
            return records.editions().change(before.moved(State.APPLIES, NATIONAL_IT, MORNING));
        });

        assertThat(changed).isTrue();
        assertThat(found("2026-06-01").state()).isEqualTo(State.APPLIES);
    }

    @Test
    void what_a_rehearsal_found_is_read_by_the_numbers_of_the_cases() {
        EditionEffect gain = effect(1, Change.MORE, Optional.empty());
        EditionEffect loss = effect(
                2,
                Change.FEWER,
                Optional.of(new Next(PaperKind.RECEPISSE, new RightsCode("SP WN T0 CM"), Optional.empty())));
        EditionEffect other = effect(3, Change.MORE, loss.before());
        write(records -> {
            records.editions().add(edition("2026-06-01", MORNING), new byte[] {1});
            records.editions().found("2026-06-01", List.of(other, loss));
            records.editions().found("2026-06-01", List.of(gain));
        });

        assertThat(effects(Optional.empty(), 0)).containsExactly(gain, loss, other);
        assertThat(effects(Optional.of(Change.MORE), 1)).containsExactly(other);
        write(records -> records.editions().forget("2026-06-01"));
        assertThat(effects(Optional.empty(), 0)).isEmpty();
    }

    @Test
    void the_clock_looks_at_a_case_sooner_and_never_later() {
        keep(
                waking(aCase(1, 1), MORNING.plusSeconds(5)),
                waking(aCase(2, 1), MORNING.plusSeconds(60)),
                aCase(3, 1).withStanding(aCase(3, 1).standing().withWakeAt(Optional.empty())));

        write(records ->
                records.cases().wake(List.of(caseNumber(1), caseNumber(2), caseNumber(3)), MORNING.plusSeconds(30)));

        assertThat(List.of(wakeAt(1), wakeAt(2), wakeAt(3)))
                .containsExactly(MORNING.plusSeconds(5), MORNING.plusSeconds(30), MORNING.plusSeconds(30));
    }

    @Test
    void a_case_rests_under_the_version_that_its_readers_know() {
        keep(waking(aCase(1, 1), MORNING.plusSeconds(5)), waking(aCase(2, 1), MORNING.plusSeconds(5)));

        write(records -> {
            records.cases().rest(caseNumber(1), Optional.of(MORNING.plusSeconds(60)), Optional.empty());
            records.cases().rest(caseNumber(2), Optional.empty(), Optional.of(MORNING));
        });

        assertThat(found(1)).isEqualTo(waking(aCase(1, 1), MORNING.plusSeconds(60)));
        assertThat(found(2).standing().wakeAt()).isEmpty();
        assertThat(found(2).standing().uncoveredAt()).contains(MORNING);
        assertThat(found(2).version()).isEqualTo(1);
    }

    private Instant wakeAt(long number) {
        return found(number).standing().wakeAt().orElseThrow();
    }

    private static EditionRecord edition(String name, Instant at) {
        return new EditionRecord(
                        new EditionStamp(name, LocalDate.of(2026, 5, 2), LocalDate.of(2026, 6, 1)),
                        "ab".repeat(32),
                        "CN=national IT; division 1",
                        at,
                        State.RECEIVED,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        0)
                .moved(State.RECEIVED, NATIONAL_IT, at);
    }

    private static EditionEffect effect(long number, Change change, Optional<Next> before) {
        Next after = new Next(
                PaperKind.ATTESTATION_DE_PROLONGATION,
                new RightsCode("SX WH964 T0 CM"),
                Optional.of(LocalDate.of(2026, 12, 1)));
        return new EditionEffect(caseNumber(number), new PrefectureCode("38"), change, before, Optional.of(after));
    }

    private boolean changed(EditionRecord changed) {
        return store.write(records -> records.editions().change(changed));
    }

    private EditionRecord found(String name) {
        return store.read(records -> records.editions().find(name)).orElseThrow();
    }

    private List<EditionEffect> effects(Optional<Change> only, long after) {
        return store.read(records -> records.editions()
                .effects("2026-06-01", only, after == 0 ? Optional.empty() : Optional.of(caseNumber(after)), 10));
    }
}
