package fr.sejour.api.right;

/** What the paper means for social rights. */
public enum SocialRight {
    /** The paper opens none by itself. */
    NONE,
    /** All social rights go on or open. */
    MAINTAINED
}
