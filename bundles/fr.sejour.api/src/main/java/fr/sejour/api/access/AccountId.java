package fr.sejour.api.access;

/** The opaque identifier of a login. */
public record AccountId(String value) {

    /** @throws IllegalArgumentException when it is not 1 to 64 characters */
    public AccountId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("An account identifier has 1 to 64 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
