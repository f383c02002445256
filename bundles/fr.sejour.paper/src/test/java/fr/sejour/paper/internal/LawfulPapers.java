package fr.sejour.paper.internal;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.StatusIndex;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.paper.PrintedPaper;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.PrefectureProfile;
import fr.sejour.api.prefecture.Prefectures;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.RightsCode;
import fr.sejour.api.right.Validity;
import fr.sejour.law.Edition;
import fr.sejour.law.Editions;
import fr.sejour.law.FilingFacts;
import fr.sejour.law.HeldDocument;
import fr.sejour.law.PaperGrant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every paper that the law gives to anybody: each permit asked for, first or again, by each way, in each situation it asks for. */
final class LawfulPapers implements Prefectures {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    static final CivilStatus AMINA = new CivilStatus("El Idrissi", "Amina", LocalDate.of(1996, 3, 10), "MA");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Edition LAW = new Editions().inForce(TODAY);
    private static final List<Boolean> BOTH = List.of(true, false);

    /** One paper for each kind, set of rights and sort of end. */
    static List<PrintedPaper> all() {
        Map<String, PrintedPaper> distinct = new HashMap<>();
        for (PermitEntry permit : LAW.permits()) {
            for (FilingFacts facts : situations(permit)) {
                for (PaperGrant grant : grants(facts)) {
                    String key = grant.kind() + " " + RightsCode.of(grant.rights()) + " "
                            + grant.validity().lastDay().isPresent();
                    distinct.computeIfAbsent(key, it -> paper(grant, permit.code()));
                }
            }
        }
        for (boolean work : BOTH) {
            Validity ordered = Validity.between(TODAY, TODAY.plusMonths(3), PARIS);
            PaperGrant grant = LAW.papers().ordered(PaperKind.RECEPISSE, ordered, work);
            distinct.put("ordered " + work, paper(grant, new PermitCode("etudiant")));
        }
        return distinct.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The first of a kind. */
    static PrintedPaper a(PaperKind kind) {
        return all().stream()
                .filter(paper -> paper.attestation().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** The same paper of somebody else. */
    static PrintedPaper of(PrintedPaper paper, CivilStatus holder) {
        return new PrintedPaper(
                paper.attestation(), holder, paper.foreignerNumber(), paper.permit(), paper.filedOn(), paper.status());
    }

    /** The words of the codes that the law gives as its reasons, articles and work rights aside. */
    static List<String> reasons() {
        return all().stream()
                .flatMap(paper -> paper.attestation().because().stream())
                .filter(code -> code.matches("[a-z-]+"))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    static PrintedPaper paper(PaperGrant grant, PermitCode permit) {
        return new PrintedPaper(
                new Attestation(
                        new AttestationNumber("SJ-7K3M-9QXA-04TZ"),
                        grant.kind(),
                        new PersonId("person-1"),
                        new CaseNumber("0380000000000000017"),
                        new PrefectureCode("38"),
                        grant.validity(),
                        grant.rights(),
                        grant.basis(),
                        grant.because(),
                        LAW.stamp().name(),
                        Instant.parse("2026-06-15T08:30:00Z"),
                        new CheckCode("7K3M9QXA04TZ"),
                        Optional.empty()),
                AMINA,
                Optional.of(new ForeignerNumber("0380123456")),
                permit,
                TODAY,
                new StatusIndex(17));
    }

    private static List<FilingFacts> situations(PermitEntry permit) {
        List<FilingFacts> situations = new ArrayList<>();
        HeldDocument held = new HeldDocument(
                permit.code(),
                permit.documentKind().ifSettled(),
                LocalDate.of(2022, 8, 1),
                LocalDate.of(2026, 8, 31),
                Reading.settled(permit.workRight()));
        List<Optional<Article>> articles = new ArrayList<>(List.of(Optional.empty()));
        permit.legalBasis().forEach(article -> articles.add(Optional.of(article)));
        for (Optional<Article> article : articles) {
            for (FilingChannel channel : List.of(FilingChannel.ONLINE, FilingChannel.COUNTER)) {
                for (Optional<HeldDocument> document : List.of(Optional.<HeldDocument>empty(), Optional.of(held))) {
                    for (LocalDate birth : List.of(LocalDate.of(1996, 3, 10), LocalDate.of(2008, 3, 10))) {
                        for (boolean authorised : BOTH) {
                            for (boolean visa : BOTH) {
                                situations.add(new FilingFacts(
                                        permit.code(),
                                        article,
                                        document,
                                        channel,
                                        TODAY,
                                        birth,
                                        Optional.of(LocalDate.of(2020, 1, 1)),
                                        authorised,
                                        visa,
                                        visa,
                                        new PrefectureCode("38"),
                                        PARIS));
                            }
                        }
                    }
                }
            }
        }
        return situations;
    }

    private static List<PaperGrant> grants(FilingFacts facts) {
        List<PaperGrant> grants = new ArrayList<>(LAW.papers().onFiling(facts, true, TODAY));
        LAW.papers()
                .continuing(facts, Reading.settled(Timeliness.IN_TIME), true, LocalDate.of(2026, 9, 1))
                .ifSettled()
                .flatMap(it -> it)
                .ifPresent(grants::add);
        LAW.papers().onFavourableDecision(facts, TODAY).ifPresent(grants::add);
        return grants;
    }

    @Override
    public Prefecture prefecture(PrefectureCode code) {
        return LAW.prefecture(code).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    @Override
    public PrefectureProfile find(PrefectureCode code) {
        throw new CaseException(ErrorCode.NOT_FOUND);
    }
}
