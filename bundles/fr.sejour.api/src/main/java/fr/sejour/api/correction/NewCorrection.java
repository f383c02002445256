package fr.sejour.api.correction;

import fr.sejour.api.cases.SentFile;
import fr.sejour.api.person.CivilStatus;
import java.util.Optional;

/**
 * What somebody proposes.
 *
 * @param words why, 1 to 2,000 characters
 * @param proof a file that shows it, when there is one
 */
public record NewCorrection(CivilStatus proposed, String words, Optional<SentFile> proof) {

    /** @throws IllegalArgumentException when the words are none, too long, or hold what no keyboard types */
    public NewCorrection {
        words = Correction.inWords(words);
    }
}
