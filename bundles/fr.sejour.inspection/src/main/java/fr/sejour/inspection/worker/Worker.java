package fr.sejour.inspection.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/** Looks at one file after the other, as the platform sends them, until nobody sends any more. */
public final class Worker {

    private Worker() {}

    /** Reads the most pages, the size and the bytes of each file; answers with its media type, or with a code and a bang. */
    public static void main(String[] none) throws IOException {
        DataInputStream files = new DataInputStream(new BufferedInputStream(System.in, 64 * 1024));
        DataOutputStream answers = new DataOutputStream(new BufferedOutputStream(System.out));
        Look look = new Look();
        while (true) {
            int mostPages;
            try {
                mostPages = files.readInt();
            } catch (EOFException nobodyAsks) {
                return;
            }
            byte[] file = new byte[files.readInt()];
            files.readFully(file);
            answers.writeUTF(look.at(file, mostPages));
            answers.flush();
        }
    }
}
