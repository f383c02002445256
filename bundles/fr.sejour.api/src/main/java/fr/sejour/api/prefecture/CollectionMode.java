package fr.sejour.api.prefecture;

/** How a finished card reaches its holder's hand. */
public enum CollectionMode {
    APPOINTMENT,
    WALK_IN
}
