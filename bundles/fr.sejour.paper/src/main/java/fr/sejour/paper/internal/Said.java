package fr.sejour.paper.internal;

/**
 * The same in French and in the language of the second reading.
 *
 * @param second empty where the second reading would say nothing else
 */
record Said(String french, String second) {

    static Said once(String text) {
        return new Said(text, "");
    }
}
