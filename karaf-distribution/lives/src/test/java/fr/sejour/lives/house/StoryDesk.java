package fr.sejour.lives.house;

import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CourtOrder.Ordered;
import fr.sejour.api.cases.CourtOrder.OrderedPaper;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingBuilder;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FilingReceipt;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.port.PersonRecordBuilder;
import fr.sejour.oracle.Oracle;
import fr.sejour.oracle.Verdict;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Serves the long lives: days are said as days, everything that is sent twice is done once, and the oracle may look. */
final class StoryDesk {

    private final House house;
    private final Ground ground;

    StoryDesk(House house, Ground ground) {
        this.house = house;
        this.ground = ground;
    }

    String serve(String[] words, List<String> rows) {
        return switch (words[0]) {
            case "born" -> born(words);
            case "holds" -> holds(words);
            case "ask" -> ask(words);
            case "do" -> act(words);
            case "papers" -> papers(words, rows);
            case "judge" ->
                judged(words[1], rows, (oracle, tables) -> oracle.ofPapers(tables, Instant.parse(words[2]), now()));
            case "tasks" -> judged(words[1], rows, (oracle, tables) -> oracle.ofTasks(tables, now()));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    /** Known to the register with their birth, and with the protection they were granted. */
    private String born(String[] words) {
        house.store.write(records -> {
            records.people()
                    .add(PersonRecordBuilder.builder()
                            .id(new PersonId(words[1]))
                            .civilStatus(new CivilStatus("Exemple", "Amina", LocalDate.parse(words[2]), "MA"))
                            .civilStatusLevel(FactLevel.VERIFIED)
                            .contact(new Contact(Optional.of("amina@example.org"), Optional.empty(), "fr"))
                            .protection(said(words[3]).map(PermitCode::new))
                            .build());
            return words;
        });
        return "";
    }

    /** The register says that they hold this permit. */
    private String holds(String[] words) {
        house.store.write(records -> {
            records.people()
                    .keep(
                            new PersonId(words[1]),
                            new HeldPermitFact(words[2], permit(words, 2), FactLevel.VERIFIED, house.clock.instant()));
            return words;
        });
        return "";
    }

    /** Number, permit, kind, first and last day. */
    private static HeldPermit permit(String[] words, int at) {
        return new HeldPermit(
                new PermitCode(words[at + 1]),
                words[at],
                Optional.of(DocumentKind.valueOf(words[at + 2])),
                LocalDate.parse(words[at + 3]),
                LocalDate.parse(words[at + 4]));
    }

    private String ask(String[] words) {
        Filing filing = FilingBuilder.builder()
                .person(new PersonId(words[3]))
                .channel(FilingChannel.valueOf(words[4]))
                .permit(new PermitCode(words[5]))
                .residence(new Residence("1 rue de l'Exemple", new CommuneCode(words[7])))
                .workAuthorisation(Boolean.parseBoolean(words[9]))
                .employed(false)
                .article(said(words[6]).map(Article::new))
                .entryDate(said(words[8]).map(LocalDate::parse))
                .heldPermit(words.length > 10 ? Optional.of(permit(words, 10)) : Optional.empty())
                .build();
        FilingReceipt receipt = house.filings.file(Counter.caller(words[1]), new IdempotencyKey(words[2]), filing);
        return receipt.caseFile().number() + "\t"
                + receipt.caseFile().pieces().stream()
                        .map(it -> it.type().value())
                        .collect(Collectors.joining(","));
    }

    private String act(String[] words) {
        LocalDate today = LocalDate.parse(words[5]);
        ActKind kind = ActKind.valueOf(words[4]);
        List<String> said = Arrays.asList(words).subList(6, words.length);
        return Counter.standing(house.review.act(
                Counter.caller(words[1]),
                new CaseNumber(words[3]),
                OptionalLong.empty(),
                act(kind, said, today),
                new IdempotencyKey(words[2])));
    }

    private static Act act(ActKind kind, List<String> words, LocalDate today) {
        return switch (kind) {
            case GRANT ->
                new Act.Grant(LocalDate.parse(words.get(0)), LocalDate.parse(words.get(1)), Counter.DELEGATION);
            case RECORD_COURT_ORDER ->
                new Act.RecordCourtOrder(
                        "tribunal administratif",
                        today,
                        today.plusDays(15),
                        Ordered.valueOf(words.get(0)),
                        Optional.of(new OrderedPaper(
                                PaperKind.valueOf(words.get(1)),
                                LocalDate.parse(words.get(2)),
                                Boolean.parseBoolean(words.get(3)))),
                        "référé");
            default -> Counter.act(kind, words, today);
        };
    }

    private String papers(String[] words, List<String> rows) {
        rows.addAll(
                ground.rows("SELECT kind, first_day, last_day, zone, issued_at, ended_at, end_reason, stay, work_code,"
                        + " case_number FROM attestation WHERE person_id = '" + words[1]
                        + "' ORDER BY issued_at, first_day"));
        return "";
    }

    @FunctionalInterface
    private interface Judging {
        Verdict judge(Oracle oracle, Connection tables) throws SQLException;
    }

    private String judged(String story, List<String> rows, Judging judging) {
        try (Connection tables = ground.open.source().getConnection()) {
            Verdict verdict = judging.judge(new Oracle(Path.of(story)), tables);
            verdict.findings().forEach(found -> rows.add(found.fault() + "\t" + found.person() + "\t" + found.how()));
            return verdict.figures().entrySet().stream()
                    .map(figure -> figure.getKey() + "=" + figure.getValue())
                    .collect(Collectors.joining("\t"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Instant now() {
        return house.clock.instant();
    }

    private static Optional<String> said(String word) {
        return Optional.of(word).filter(it -> !it.equals("-"));
    }
}
