package fr.sejour.lives;

import java.util.Optional;

/** A house that can fall, and stands again on what is left. */
interface MortalHouse extends AskedHouse {

    /** Asks a house that may fall while it serves; empty when it falls before it answers. */
    Optional<Answer> askUntilItFalls(String line);

    void standAgain();
}
