package fr.sejour.api.catalogue;

/** How far a catalogue entry was compared with its sources; a jurist reviews from low to high. */
public enum Confidence {
    /** Read in the code, and the channel confirmed by an order or an official sheet. */
    HIGH,
    /** The code was read, but the channel or one rule is not confirmed. */
    MEDIUM,
    /** The main rule was not read. */
    LOW
}
