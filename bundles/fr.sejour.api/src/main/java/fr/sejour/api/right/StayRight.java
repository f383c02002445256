package fr.sejour.api.right;

/** What a paper proves about the regularity of the stay. */
public enum StayRight {
    /** Nothing. */
    NOT_PROVEN,
    /** Regular stay, shown alone. */
    PROVEN,
    /** Regular stay, shown with the expired permit. */
    PROVEN_WITH_EXPIRED_PERMIT
}
