package fr.sejour.lives;

import java.util.Optional;

/** When a house falls in the midst of a step. */
interface Kills {

    Kills NONE = new Kills() {
        @Override
        public boolean next(Step step) {
            return false;
        }

        @Override
        public Optional<Answer> kill(String line) {
            throw new UnsupportedOperationException();
        }
    };

    boolean next(Step step);

    /** Asks a house that may fall before it answers, and stands again afterwards. */
    Optional<Answer> kill(String line);
}
