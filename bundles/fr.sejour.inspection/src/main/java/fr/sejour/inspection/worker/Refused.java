package fr.sejour.inspection.worker;

/** A file that cannot be taken, by the name of the error code that says why. */
final class Refused extends Exception {

    static final String NOT_ACCEPTED = "MEDIA_TYPE_NOT_ACCEPTED";
    static final String UNREADABLE = "FILE_UNREADABLE";
    static final String CUT_SHORT = "FILE_CUT_SHORT";
    static final String LOCKED = "FILE_LOCKED";
    static final String TOO_MANY_PAGES = "FILE_HAS_TOO_MANY_PAGES";
    static final String IMAGE_TOO_LARGE = "IMAGE_TOO_LARGE";
    static final String SWELLS = "FILE_SWELLS";

    private static final long serialVersionUID = 1L;

    Refused(String code) {
        super(code, null, false, false);
    }

    String code() {
        return String.valueOf(getMessage());
    }
}
