package fr.sejour.api.cases;

import java.time.Instant;

/**
 * An upload that comes in parts.
 *
 * @param length what its sender announced, in bytes
 * @param offset how much of it stands on this side
 * @param expiresAt when it is forgotten unless it has been finished
 */
public record UploadFile(UploadId id, long length, long offset, Instant expiresAt) {}
