package fr.sejour.web.internal;

/** A form that does not prove that it came from a page of this site: sent from elsewhere, or older than the browser's session. */
final class StaleFormException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
