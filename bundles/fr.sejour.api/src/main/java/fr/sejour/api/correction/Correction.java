package fr.sejour.api.correction;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.Task;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A proposed change of somebody's civil status, and all that followed from it.
 *
 * @param before what was known when it was proposed
 * @param proposed what it should be
 * @param register what the register says of the person, when they are linked to it; of a settled one, what it said then
 * @param proof the file that came with it
 * @param owner the préfecture that owes the answer; empty for the national services
 * @param dueOn the day by which it owes it
 * @param escalation who has been told that it is late
 * @param steps what happened on it, oldest first
 */
public record Correction(
        CorrectionNumber number,
        PersonId person,
        Instant at,
        CivilStatus before,
        CivilStatus proposed,
        Optional<CivilStatus> register,
        Optional<Proof> proof,
        Optional<PrefectureCode> owner,
        LocalDate dueOn,
        Task.Escalation escalation,
        State state,
        List<Step> steps) {

    private static final int LONGEST = 2000;

    public Correction {
        steps = List.copyOf(steps);
    }

    /** Whether the register says otherwise, so that an approval has to say why. */
    public boolean againstRegister() {
        return register.filter(said -> !said.equals(proposed)).isPresent();
    }

    /**
     * Whether an approval has nothing else to rest on than what its agent says to have seen: the register says otherwise, or nothing
     * and no file came that can be read.
     */
    public boolean restsOnWhatIsSaid() {
        boolean proven = proof.filter(file -> file.scan() != ScanState.INFECTED).isPresent();
        return againstRegister() || (register.isEmpty() && !proven);
    }

    /** The same correction, as late as it is. */
    public Correction escalated(Task.Escalation level) {
        return new Correction(number, person, at, before, proposed, register, proof, owner, dueOn, level, state, steps);
    }

    /** How far it has come; nothing follows the last three. */
    public enum State {
        PROPOSED,
        APPROVED,
        REFUSED,
        WITHDRAWN
    }

    /**
     * One thing that happened on it.
     *
     * @param by the account that did it
     * @param words what they said
     */
    public record Step(long sequence, Instant at, AccountId by, State what, Optional<String> words) {}

    /** @throws IllegalArgumentException when the words are none, too long, or hold what no keyboard types */
    static String inWords(String words) {
        String said = words.strip().replace("\r\n", "\n");
        if (said.isEmpty()
                || said.length() > LONGEST
                || said.codePoints().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n' && sign != '\t')) {
            throw new IllegalArgumentException("Words have 1 to 2,000 characters, on one line or several");
        }
        return said;
    }
}
