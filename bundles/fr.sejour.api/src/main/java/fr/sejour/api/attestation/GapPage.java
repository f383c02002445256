package fr.sejour.api.attestation;

import java.util.List;
import java.util.Optional;

/**
 * A page of gaps of coverage, the one that began first first.
 *
 * @param next the key of the next page; empty on the last
 */
public record GapPage(List<CoverageGap> gaps, Optional<String> next) {

    public GapPage {
        gaps = List.copyOf(gaps);
    }
}
