package fr.sejour.spi.channel;

/** A message that can never reach its address; it is not tried again. */
public final class UndeliverableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param reason one sentence without personal data */
    public UndeliverableException(String reason) {
        super(reason);
    }
}
