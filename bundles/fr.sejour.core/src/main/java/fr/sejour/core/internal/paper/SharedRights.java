package fr.sejour.core.internal.paper;

import fr.sejour.api.attestation.ShareCode.Purpose;
import fr.sejour.api.right.HeldRights;
import java.util.List;
import java.util.Optional;

/** What of somebody's rights a purpose needs. Pure. */
final class SharedRights {

    private SharedRights() {}

    static HeldRights of(Purpose purpose, HeldRights held) {
        return switch (purpose) {
            case WORK -> new HeldRights(held.stay(), held.work(), Optional.empty(), Optional.empty(), held.open());
            case HOUSING, BANK -> new HeldRights(held.stay(), List.of(), Optional.empty(), Optional.empty(), false);
            case SOCIAL -> new HeldRights(held.stay(), List.of(), Optional.empty(), held.social(), false);
        };
    }
}
