package fr.sejour.rest.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.CheckDesk;
import fr.sejour.api.attestation.Share;
import fr.sejour.api.attestation.ShareCode;
import fr.sejour.api.attestation.ShareCode.Purpose;
import fr.sejour.api.attestation.Shares;
import fr.sejour.api.attestation.StatusLists;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One paper that anybody checks, one code that a person shares, and one list of states. */
final class HandWrittenChecks implements CheckDesk, Shares, StatusLists {

    static final ShareCode CODE = new ShareCode("T-7TQ2-K0MX-31WD");
    static final String PROOF_OF_A_PAPER = "paper.e30.c2ln";
    static final String PROOF_OF_A_SHARE = "share.e30.c2ln";

    final AtomicReference<Optional<Share>> given = new AtomicReference<>(Optional.empty());

    final AtomicReference<State> state = new AtomicReference<>(State.VALID);

    @Override
    public CheckAnswer check(CheckCode code, LocalDate birthDate) {
        return Situations.check(state.get());
    }

    @Override
    public ShareAnswer check(ShareCode code, LocalDate birthDate) {
        if (!code.equals(CODE)) {
            throw new CaseException(ErrorCode.CHECK_REFUSED);
        }
        return Situations.shared();
    }

    @Override
    public Optional<CheckAnswer> paperProven(String proof) {
        return proof.equals(PROOF_OF_A_PAPER) ? Optional.of(Situations.check(state.get())) : Optional.empty();
    }

    @Override
    public Optional<ShareAnswer> shareProven(String proof) {
        return proof.equals(PROOF_OF_A_SHARE) ? Optional.of(Situations.shared()) : Optional.empty();
    }

    @Override
    public Share give(Caller caller, PersonId person, Purpose purpose, LocalDate lastDay) {
        if (given.get().isPresent()) {
            throw new CaseException(ErrorCode.TOO_MANY_SHARES);
        }
        Share fresh = new Share(CODE, person, lastDay, Situations.NOW, Optional.empty());
        given.set(Optional.of(fresh));
        return fresh;
    }

    @Override
    public List<Share> ofPerson(Caller caller, PersonId person) {
        return given.get().stream().toList();
    }

    @Override
    public void end(Caller caller, PersonId person, ShareCode code) {
        if (!code.equals(CODE)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        given.set(Optional.empty());
    }

    @Override
    public String list(int number) {
        if (number > 0) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return "header.claims.signature";
    }

    @Override
    public int count() {
        return 1;
    }
}
