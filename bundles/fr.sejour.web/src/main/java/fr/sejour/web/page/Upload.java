package fr.sejour.web.page;

/** A file sent with a form. Its name is a claim, and only good for being compared with what the content is. */
@SuppressWarnings("ArrayRecordComponent") // bytes travel once from the browser to a desk; nobody compares them
public record Upload(String name, byte[] bytes) {

    /** The largest file that a form takes, in bytes; larger ones come in parts. */
    public static final int LARGEST = 10 * 1024 * 1024;
}
