package fr.sejour.web.internal;

/** A door as the first page shows it. */
public record DoorView(String path, String title, String about) {}
