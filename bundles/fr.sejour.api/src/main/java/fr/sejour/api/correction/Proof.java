package fr.sejour.api.correction;

import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.ScanState;

/**
 * The file that shows why somebody is to be known otherwise; kept like the pieces of a case.
 *
 * @param mediaType told by its content
 * @param size in bytes
 */
public record Proof(EvidenceId file, String mediaType, long size, ScanState scan) {

    /** The largest that is taken whatever the installation takes as pieces, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;
}
