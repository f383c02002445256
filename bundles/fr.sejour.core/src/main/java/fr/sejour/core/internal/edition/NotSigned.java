package fr.sejour.core.internal.edition;

/** What came is not signed as it has to be. The message is one sentence for an operator. */
final class NotSigned extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSigned(String sentence) {
        super(sentence + ".");
    }
}
