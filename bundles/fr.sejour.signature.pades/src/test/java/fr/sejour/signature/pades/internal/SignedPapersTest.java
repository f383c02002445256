package fr.sejour.signature.pades.internal;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.paper.PaperSigner.Authority;
import fr.sejour.api.paper.PrintedPaper;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.RightsCode;
import fr.sejour.law.Editions;
import fr.sejour.law.internal.NationalCatalogue;
import fr.sejour.paper.internal.LawfulPapers;
import fr.sejour.paper.internal.PdfPress;
import fr.sejour.text.internal.PropertiesTexts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The papers that the law gives, pressed and signed, before judges that know nothing of the platform: DSS's validator and veraPDF. */
class SignedPapersTest {

    private static final String SEAL = "DC04FRS101232B1C2B1C0D01FR6J26K0380000000000000017".repeat(5);

    @TempDir
    private Path etc;

    @Test
    void each_kind_and_each_set_of_rights_is_accepted_once_signed_and_once_completed() throws Exception {
        PadesSigner signer = new PadesSigner(etc, "", "sejour", Optional.empty(), "", Clock.systemUTC());
        Authority authority = signer.ownAuthority().orElseThrow();
        PdfPress press = new PdfPress(
                new NationalCatalogue(new Editions()),
                new LawfulPapers(),
                PropertiesTexts.onClassPath(),
                "https://sejour.example");
        Set<PaperKind> kinds = EnumSet.noneOf(PaperKind.class);
        Set<String> rights = new TreeSet<>();

        for (PrintedPaper paper : LawfulPapers.all()) {
            Attestation attestation = paper.attestation();
            boolean newKind = kinds.add(attestation.kind());
            boolean newRights = rights.add(RightsCode.of(attestation.rights()).value());
            if (newKind || newRights) {
                byte[] signed = signer.sign(press.print(paper, SEAL, "ar"));
                byte[] complete = signer.complete(signed);

                assertThat(Validated.of(
                                signed,
                                authority.certificate(),
                                authority.revoked().orElseThrow()))
                        .as(attestation.toString())
                        .extracting(Validated::indication, Validated::level)
                        .containsExactly(Indication.TOTAL_PASSED, SignatureLevel.PAdES_BASELINE_T);
                assertThat(Validated.of(complete, authority.certificate()))
                        .as(attestation.toString())
                        .extracting(Validated::indication, Validated::level)
                        .containsExactly(Indication.TOTAL_PASSED, SignatureLevel.PAdES_BASELINE_LT);
                assertThat(Pages.faults(complete)).as(attestation.toString()).isEmpty();
            }
        }

        assertThat(kinds).containsExactlyInAnyOrder(PaperKind.values());
        System.out.println(
                "DSS and veraPDF accept " + kinds.size() + " kinds and " + rights.size() + " sets of rights");
    }
}
