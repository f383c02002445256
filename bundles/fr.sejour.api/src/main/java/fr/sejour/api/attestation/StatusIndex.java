package fr.sejour.api.attestation;

/**
 * The place of a paper in the lists of states.
 *
 * @param value from 0 on, in the order of issue
 */
public record StatusIndex(long value) {

    /** How many papers one list holds. */
    public static final int PER_LIST = 1 << 20;

    /** @throws IllegalArgumentException when it is below 0 */
    public StatusIndex {
        if (value < 0) {
            throw new IllegalArgumentException("The place of a paper in the lists of states counts from 0");
        }
    }

    /** The list that it is in. */
    public int list() {
        return (int) (value / PER_LIST);
    }

    /** Its place in that list. */
    public int place() {
        return (int) (value % PER_LIST);
    }
}
