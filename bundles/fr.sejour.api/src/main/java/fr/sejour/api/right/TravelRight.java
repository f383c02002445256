package fr.sejour.api.right;

/** Whether the holder may leave France and come back with the paper. */
public enum TravelRight {
    NONE,
    RETURN_WITH_EXPIRED_PERMIT,
    RETURN
}
