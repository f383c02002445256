package fr.sejour.core.internal.notice;

import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.CheckDesk.CheckAnswer;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.RightsCode;
import fr.sejour.api.right.Validity;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.law.Edition;
import fr.sejour.law.Editions;
import fr.sejour.law.PaperCell;
import fr.sejour.law.PaperGrant;
import fr.sejour.text.internal.PropertiesTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every cell of the papers' table, as it is told to its holder and to whoever checks it. */
class EveryCellToldTest {

    private static final Edition LAW = new Editions().inForce(LocalDate.of(2026, 6, 15));
    private static final List<PaperGrant> CELLS = LAW.papers().cells(LocalDate.of(2026, 6, 15)).stream()
            .map(PaperCell::paper)
            .flatMap(paper -> paper.ifSettled().stream())
            .toList();

    private final PropertiesTexts texts = PropertiesTexts.onClassPath();
    private final Platform platform = new Platform("2026-06-15T07:00:00Z");
    private final PersonId student = platform.aStudent();
    private final CaseNumber number =
            platform.file(student, "etudiant", GRENOBLE).caseFile().number();

    @Test
    void every_cell_is_told_in_each_language_of_messages_by_the_sentences_of_the_catalogue() {
        NoticeWriter writer = new NoticeWriter(texts);
        CaseRecord record = platform.store.read(
                records -> records.cases().find(NATIONAL, number).orElseThrow());
        PersonRecord person = platform.store.read(
                records -> records.people().find(NATIONAL, student).orElseThrow());
        int messages = 0;
        for (String language : texts.languages()) {
            PersonRecord reader = person.withContact(new Contact(Optional.empty(), Optional.empty(), language));
            for (PaperGrant cell : CELLS) {
                String body = writer.write(
                                NoticeWriter.paperIssued(paper(cell, 0)), reader, record, LAW, platform.clock.instant())
                        .body();

                assertThat(body).contains(said(language, cell.rights()));
                assertThat(body)
                        .contains(cell.because().stream()
                                .map(code -> texts.say(language, "because." + code))
                                .toList());
                messages++;
            }
        }
        System.out.println(messages + " messages tell " + CELLS.size() + " cells in " + texts.languages());
    }

    @Test
    void whoever_checks_a_paper_of_any_set_of_rights_reads_its_very_code() {
        Set<String> codes = new TreeSet<>();
        int count = 0;
        for (PaperGrant cell : CELLS) {
            if (codes.add(RightsCode.of(cell.rights()).value())) {
                Attestation paper = paper(cell, ++count);
                platform.store.write(records -> {
                    records.papers().add(paper);
                    return paper;
                });

                CheckAnswer answer = platform.checks.check(
                        paper.checkCode(),
                        platform.store
                                .read(records -> records.people().find(NATIONAL, student))
                                .orElseThrow()
                                .civilStatus()
                                .birthDate());

                assertThat(RightsCode.of(answer.rights().orElseThrow())).isEqualTo(RightsCode.of(cell.rights()));
                assertThat(answer.kind()).isEqualTo(cell.kind());
            }
        }
        assertThat(codes).hasSizeGreaterThan(20);
    }

    /** By hand from the codes: a sentence that named another right would not be found. */
    private List<String> said(String language, Rights rights) {
        List<String> said = new ArrayList<>();
        said.add(rights.stay()
                .value()
                .fold(
                        stay -> texts.say(language, "right.stay." + kebab(stay)),
                        open -> texts.say(language, "right.undetermined")));
        said.add(rights.work()
                .value()
                .fold(
                        work -> {
                            Map<String, Object> places = new HashMap<>();
                            work.hoursPerYear().ifPresent(hours -> places.put("hours", hours));
                            work.limit()
                                    .ifPresent(limit -> places.put(
                                            "limit", texts.say(language, "right.limit." + limit.replace('_', '-'))));
                            return texts.say(language, "right.work." + kebab(work.code()), places);
                        },
                        open -> texts.say(language, "right.undetermined")));
        said.add(rights.social()
                .value()
                .fold(
                        social -> texts.say(language, "right.social." + kebab(social)),
                        open -> texts.say(language, "right.undetermined")));
        return said;
    }

    private static String kebab(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Attestation paper(PaperGrant cell, int count) {
        String letters = "%04d".formatted(count);
        return new Attestation(
                new AttestationNumber("SJ-7K3M-9QXA-" + letters),
                cell.kind(),
                student,
                number,
                new PrefectureCode("38"),
                Validity.from(
                        cell.validity().firstDay().plusDays(count),
                        cell.validity().zone()),
                cell.rights(),
                cell.basis(),
                cell.because(),
                LAW.stamp().name(),
                Instant.parse("2026-06-15T08:30:00Z"),
                new CheckCode("7K3M9QXA" + letters),
                Optional.empty());
    }
}
