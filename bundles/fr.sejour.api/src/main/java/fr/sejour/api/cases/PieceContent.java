package fr.sejour.api.cases;

/** The bytes of a piece with the media type found in them. */
@SuppressWarnings("ArrayRecordComponent") // bytes travel once from the edge to the store; nobody compares them
public record PieceContent(String mediaType, byte[] bytes) {

    /** The largest piece accepted, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;
}
