package fr.sejour.api.filing;

/** How a filing relates to what the person holds. */
public enum Nature {
    FIRST,
    RENEWAL,
    CHANGE_OF_GROUND
}
