package fr.sejour.web.page;

/** A file sent with a form. Neither its name nor the media type that the browser claims is kept: neither can be trusted. */
@SuppressWarnings("ArrayRecordComponent") // bytes travel once from the browser to a desk; nobody compares them
public record Upload(byte[] bytes) {}
