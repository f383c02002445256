package fr.sejour.core.internal.paper;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.cases.Duplicates;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.law.Edition;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The papers of a person with their days as they count now. The printed days stand; the last of them ends where it ends later, where the
 * paper was issued or where its case is now. It begins where the filing came to, so that no two that follow one another leave a hole,
 * wherever the case has gone meanwhile and comes back to.
 */
public final class PaperDays {

    private final Edition edition;
    private final List<CaseRecord> cases;

    /** @param cases those of the person, the ones that another took over included */
    public PaperDays(Edition edition, List<CaseRecord> cases) {
        this.edition = edition;
        this.cases = List.copyOf(cases);
    }

    public List<Attestation> of(List<Attestation> papers) {
        return papers.stream().map(this::of).toList();
    }

    public Attestation of(Attestation paper) {
        Attestation counted = in(paper, paper.prefecture());
        for (CaseRecord record : cases) {
            if (Duplicates.numbers(record).contains(paper.caseNumber())) {
                counted = in(counted, record.standing().prefecture());
            }
        }
        return counted;
    }

    /** A paper of somebody whose case is in that zone now. */
    public static Attestation of(Attestation paper, Edition edition, ZoneId here) {
        return new PaperDays(edition, List.of()).of(paper).lastingIn(here);
    }

    private Attestation in(Attestation paper, PrefectureCode prefecture) {
        Optional<ZoneId> there = edition.prefecture(prefecture).map(Prefecture::zone);
        return there.map(paper::lastingIn).orElse(paper);
    }
}
