package fr.sejour.portal.internal;

/**
 * A code for the counter as it is shown.
 *
 * @param until when it ends, in words
 */
public record DrawnCode(String code, String until) {

    /** Never the code. */
    @Override
    public String toString() {
        return "DrawnCode[hidden]";
    }
}
