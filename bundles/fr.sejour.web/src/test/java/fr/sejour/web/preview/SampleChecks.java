package fr.sejour.web.preview;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.CheckDesk;
import fr.sejour.api.attestation.Share;
import fr.sejour.api.attestation.ShareCode;
import fr.sejour.api.attestation.ShareCode.Purpose;
import fr.sejour.api.attestation.Shares;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.right.HeldRights;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.WorkRight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One paper to check, and what the sample person shares. */
public final class SampleChecks implements CheckDesk, Shares {

    /** The code that the sample person shares. */
    public static final ShareCode SHARED = new ShareCode("T-7KQ2-M9XD-4TBE");

    private final Platform platform;
    private final List<Share> given = new ArrayList<>();

    SampleChecks(Platform platform) {
        this.platform = platform;
    }

    @Override
    public CheckAnswer check(CheckCode code, LocalDate birthDate) {
        if (!code.equals(Platform.CODE) || !birthDate.equals(Platform.BIRTH_DATE)) {
            throw new CaseException(ErrorCode.CHECK_REFUSED);
        }
        Attestation paper = platform.issued.get(0);
        State state = paper.validAt(Platform.NOW) ? State.VALID : State.EXPIRED;
        return new CheckAnswer(
                Platform.NOW,
                state,
                paper.kind(),
                paper.number(),
                "A. B.",
                paper.validity(),
                state.over() ? Optional.empty() : Optional.of(paper.rights()),
                platform.moreRights,
                paper.end().map(Attestation.End::reason),
                Optional.of("paper.e30.c2ln"));
    }

    @Override
    public ShareAnswer check(ShareCode code, LocalDate birthDate) {
        if (!code.equals(SHARED) || !birthDate.equals(Platform.BIRTH_DATE)) {
            throw new CaseException(ErrorCode.CHECK_REFUSED);
        }
        return new ShareAnswer(
                Platform.NOW,
                Purpose.WORK,
                "A. B.",
                true,
                Optional.of(LocalDate.of(2027, 2, 28)),
                new HeldRights(
                        Optional.of(Right.settled(StayRight.PROVEN)),
                        List.of(
                                Right.settled(WorkRight.hoursPerYear(964)),
                                Right.settled(WorkRight.WITH_AUTHORISATION)),
                        Optional.empty(),
                        Optional.empty(),
                        platform.moreRights),
                Optional.of("share.e30.c2ln"));
    }

    @Override
    public Optional<CheckAnswer> paperProven(String proof) {
        return proof.startsWith("paper") ? Optional.of(check(Platform.CODE, Platform.BIRTH_DATE)) : Optional.empty();
    }

    @Override
    public Optional<ShareAnswer> shareProven(String proof) {
        return proof.startsWith("share") ? Optional.of(check(SHARED, Platform.BIRTH_DATE)) : Optional.empty();
    }

    @Override
    public Share give(Caller caller, PersonId person, Purpose purpose, LocalDate lastDay) {
        if (given.size() == 2) {
            throw new CaseException(ErrorCode.TOO_MANY_SHARES);
        }
        Share fresh = new Share(
                new ShareCode(purpose.letter() + SHARED.value().substring(1)),
                person,
                lastDay,
                Platform.NOW,
                Optional.empty());
        given.add(0, fresh);
        return fresh;
    }

    @Override
    public List<Share> ofPerson(Caller caller, PersonId person) {
        return List.copyOf(given);
    }

    @Override
    public void end(Caller caller, PersonId person, ShareCode code) {
        if (!given.removeIf(share -> share.code().equals(code))) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
    }
}
