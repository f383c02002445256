package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The interim papers of one edition. */
public record PapersText(
        List<Article> depositBasis,
        Prolongation prolongation,
        Protection protection,
        List<Article> decisionBasis,
        Recepisse recepisse,
        Extension extension,
        String travelQuestion,
        String socialQuestion) {

    public PapersText {
        depositBasis = List.copyOf(depositBasis);
        decisionBasis = List.copyOf(decisionBasis);
    }

    /** The attestation de prolongation of the general case. */
    public record Prolongation(
            int months, List<Article> renewalBasis, List<Article> youngAdultBasis, String earlyFilingQuestion) {

        public Prolongation {
            renewalBasis = List.copyOf(renewalBasis);
            youngAdultBasis = List.copyOf(youngAdultBasis);
        }
    }

    /** The attestation de prolongation of recognised protection. */
    public record Protection(int months, Map<PermitCode, Article> permits, Article workBasis) {

        public Protection {
            permits = Map.copyOf(permits);
        }
    }

    /** The récépissé. */
    public record Recepisse(int firstMonths, int renewalMonths, int minMonths, List<Article> basis) {

        public Recepisse {
            basis = List.copyOf(basis);
        }
    }

    /** The legal extension. */
    public record Extension(
            int months,
            int multiYearCardMonths,
            int bilateralOverMonths,
            List<Article> basis,
            List<Article> residentBasis,
            String afterExpiryQuestion,
            String changeOfGroundQuestion,
            Set<DocumentKind> listedDepartementsKinds,
            String listedDepartementsQuestion) {

        public Extension {
            basis = List.copyOf(basis);
            residentBasis = List.copyOf(residentBasis);
            listedDepartementsKinds = Set.copyOf(listedDepartementsKinds);
        }
    }
}
