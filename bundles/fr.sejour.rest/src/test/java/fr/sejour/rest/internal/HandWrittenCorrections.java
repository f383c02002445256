package fr.sejour.rest.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.SentFile;
import fr.sejour.api.cases.Task;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.correction.CorrectionAct;
import fr.sejour.api.correction.CorrectionDesk;
import fr.sejour.api.correction.CorrectionNumber;
import fr.sejour.api.correction.NewCorrection;
import fr.sejour.api.correction.Proof;
import fr.sejour.api.correction.ProofReading;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One correction against the register, its proof, and the last act on it. */
final class HandWrittenCorrections implements CorrectionDesk {

    static final CorrectionNumber NUMBER = new CorrectionNumber("CO-4K7Q-9D2M-X6WP");

    final AtomicReference<NewCorrection> proposed = new AtomicReference<>();
    final AtomicReference<CorrectionAct> act = new AtomicReference<>();
    final AtomicReference<byte[]> proof = new AtomicReference<>();

    @Override
    public Correction propose(Caller caller, PersonId person, NewCorrection said) {
        if (proposed.getAndSet(said) != null) {
            throw new CaseException(ErrorCode.CORRECTION_OPEN);
        }
        return correction();
    }

    @Override
    public Correction find(Caller caller, CorrectionNumber number) {
        if (!number.equals(NUMBER)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return correction();
    }

    @Override
    public Correction giveProof(Caller caller, CorrectionNumber number, SentFile given) {
        if (!given.mediaType().equals(Optional.of("application/pdf"))) {
            throw new CaseException(ErrorCode.MEDIA_TYPE_NOT_ACCEPTED);
        }
        try {
            proof.set(given.content().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return find(caller, number);
    }

    @Override
    public ProofReading readProof(Caller caller, CorrectionNumber number) {
        find(caller, number);
        byte[] content = Optional.ofNullable(proof.get()).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        return new ProofReading(number, "application/pdf", content.length, new ByteArrayInputStream(content));
    }

    @Override
    public List<Correction> ofPerson(Caller caller, PersonId person) {
        return List.of(correction());
    }

    @Override
    public List<Correction> list(Caller caller) {
        return List.of(correction());
    }

    @Override
    public Correction act(Caller caller, CorrectionNumber number, CorrectionAct done) {
        act.set(done);
        return find(caller, number);
    }

    private static Correction correction() {
        LocalDate born = LocalDate.of(1999, 5, 17);
        return new Correction(
                NUMBER,
                Situations.AMINA,
                Situations.NOW,
                new CivilStatus("Benali", "Amina", born, "MA"),
                new CivilStatus("بن علي", "Amina", born, "MA"),
                Optional.of(new CivilStatus("BENALI", "Amina", born, "MA")),
                Optional.of(new Proof(
                        new EvidenceId("00000000-0000-0000-0000-0000000000e1"),
                        "application/pdf",
                        15,
                        ScanState.CLEAN)),
                Optional.of(new PrefectureCode("38")),
                LocalDate.of(2026, 6, 8),
                Task.Escalation.TEAM,
                Correction.State.PROPOSED,
                List.of(new Correction.Step(
                        1,
                        Situations.NOW,
                        Situations.AMINA_HERSELF.account(),
                        Correction.State.PROPOSED,
                        Optional.of("Une lettre manque"))));
    }
}
