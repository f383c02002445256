package fr.sejour.rest.internal.answer;

import fr.sejour.api.correction.Correction;
import fr.sejour.api.correction.Proof;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A correction as it stands.
 *
 * @param register what the register says of the person
 * @param proof the file that came with it
 * @param owner the préfecture that owes the answer; {@code national} for the national services
 * @param steps left out of lists
 */
public record CorrectionAnswer(
        String number,
        String personId,
        Instant at,
        CivilStatusSaid before,
        CivilStatusSaid proposed,
        @Nullable CivilStatusSaid register,
        boolean againstRegister,
        @Nullable ProofAnswer proof,
        String owner,
        LocalDate dueOn,
        String escalation,
        String state,
        @Nullable List<StepAnswer> steps) {

    /** Who somebody is, as it was said. */
    public record CivilStatusSaid(String familyName, String givenNames, LocalDate birthDate, String nationality) {

        static CivilStatusSaid of(CivilStatus person) {
            return new CivilStatusSaid(
                    person.familyName(), person.givenNames(), person.birthDate(), person.nationality());
        }
    }

    /** A file, its size in bytes. */
    public record ProofAnswer(String mediaType, long size, String scan) {

        static ProofAnswer of(Proof proof) {
            return new ProofAnswer(proof.mediaType(), proof.size(), Codes.of(proof.scan()));
        }
    }

    /** One thing that happened on it. */
    public record StepAnswer(
            long sequence,
            Instant at,
            String by,
            String what,
            @Nullable String words) {}

    /** The correction with its steps. */
    public static CorrectionAnswer of(Correction correction) {
        return of(
                correction,
                correction.steps().stream()
                        .map(step -> new StepAnswer(
                                step.sequence(),
                                step.at(),
                                step.by().value(),
                                Codes.of(step.what()),
                                step.words().orElse(null)))
                        .toList());
    }

    /** The correction as a row of a list. */
    static CorrectionAnswer row(Correction correction) {
        return of(correction, null);
    }

    private static CorrectionAnswer of(Correction correction, @Nullable List<StepAnswer> steps) {
        return new CorrectionAnswer(
                correction.number().value(),
                correction.person().value(),
                correction.at(),
                CivilStatusSaid.of(correction.before()),
                CivilStatusSaid.of(correction.proposed()),
                correction.register().map(CivilStatusSaid::of).orElse(null),
                correction.againstRegister(),
                correction.proof().map(ProofAnswer::of).orElse(null),
                correction.owner().map(PrefectureCode::value).orElse("national"),
                correction.dueOn(),
                Codes.of(correction.escalation()),
                Codes.of(correction.state()),
                steps);
    }
}
