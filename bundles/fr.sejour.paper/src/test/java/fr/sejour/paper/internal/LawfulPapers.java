package fr.sejour.paper.internal;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.StatusIndex;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
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
import fr.sejour.law.Edition;
import fr.sejour.law.Editions;
import fr.sejour.law.PaperCell;
import fr.sejour.law.PaperGrant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every paper that the law's table gives to anybody. */
public final class LawfulPapers implements Prefectures {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    static final CivilStatus AMINA = new CivilStatus("El Idrissi", "Amina", LocalDate.of(1996, 3, 10), "MA");

    static final Edition LAW = new Editions().inForce(TODAY);

    private static final List<PrintedPaper> ALL = distinct();

    /** One paper for each kind, set of rights and sort of end, and one more for each reason that those of its kind do not give. */
    public static List<PrintedPaper> all() {
        return ALL;
    }

    private static List<PrintedPaper> distinct() {
        Map<String, PrintedPaper> distinct = new TreeMap<>();
        Set<String> given = new HashSet<>();
        List<PaperCell> cells = LAW.papers().cells(TODAY);
        for (PaperCell cell : cells) {
            cell.paper().ifSettled().ifPresent(grant -> {
                String key = grant.kind() + " " + RightsCode.of(grant.rights()) + " "
                        + grant.validity().lastDay().isPresent();
                if (!distinct.containsKey(key)) {
                    distinct.put(key, paper(grant, cell.facts().asked()));
                    given.addAll(reasons(grant));
                }
            });
        }
        for (PaperCell cell : cells) {
            cell.paper()
                    .ifSettled()
                    .filter(grant -> given.addAll(reasons(grant)))
                    .ifPresent(grant -> distinct.put(
                            grant.kind() + " " + grant.because(),
                            paper(grant, cell.facts().asked())));
        }
        return List.copyOf(distinct.values());
    }

    private static List<String> reasons(PaperGrant grant) {
        return grant.because().stream().map(code -> grant.kind() + " " + code).toList();
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

    @Override
    public Prefecture prefecture(PrefectureCode code) {
        return LAW.prefecture(code).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    @Override
    public PrefectureProfile find(PrefectureCode code) {
        throw new CaseException(ErrorCode.NOT_FOUND);
    }
}
