package fr.sejour.core.port;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.HeldPermit;
import java.util.Optional;

/**
 * What the State knows of one person.
 *
 * @param letterCodeDigest the salted digest of the code of the letter; empty once no letter is out
 * @param protection the protection granted: {@code refugie} or {@code protection_subsidiaire}
 */
public record RegisterEntry(
        ForeignerNumber number,
        CivilStatus civilStatus,
        Optional<HeldPermit> heldPermit,
        Optional<PermitCode> protection,
        Optional<String> letterCodeDigest) {}
