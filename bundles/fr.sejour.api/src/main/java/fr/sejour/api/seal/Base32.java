package fr.sejour.api.seal;

import java.io.ByteArrayOutputStream;

/** Bytes in capitals and digits (RFC 4648, 6), without the padding. */
final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte each : bytes) {
            held = ((held << Byte.SIZE) | (each & 0xFF)) & 0xFFFF;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(LETTERS.charAt((held >> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(LETTERS.charAt((held << (BITS - bits)) & 31));
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException when it is not exactly what some bytes are written as */
    static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            held = ((held << BITS) | LETTERS.indexOf(text.charAt(i))) & 0xFFFF;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(held >> bits);
            }
        }
        // the last letter has bits to spare: two texts may not stand for the same bytes
        if (!encode(bytes.toByteArray()).equals(text)) {
            throw new IllegalArgumentException("It is not written in Base32");
        }
        return bytes.toByteArray();
    }
}
