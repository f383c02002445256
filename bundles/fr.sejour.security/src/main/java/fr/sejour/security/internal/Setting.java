package fr.sejour.security.internal;

/** Refuses a setting in a sentence that names it. */
final class Setting {

    private Setting() {}

    /** @throws IllegalArgumentException when the value is out of bounds */
    static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw refused(LocalSignIn.PID, name + " is " + value + " but has to be between " + least + " and " + most);
        }
        return value;
    }

    static IllegalArgumentException refused(String pid, String sentence) {
        return new IllegalArgumentException("etc/" + pid + ".cfg: " + sentence);
    }
}
