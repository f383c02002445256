package fr.sejour.web.internal;

/** A form with more text in it than any page asks for. */
final class FormTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
