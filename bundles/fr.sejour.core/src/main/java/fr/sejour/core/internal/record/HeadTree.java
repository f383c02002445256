package fr.sejour.core.internal.record;

import fr.sejour.core.port.JournalHead;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The heads of journals under one digest, as RFC 6962 (2.1) makes a tree: SHA-256, a zero byte before a leaf and a one byte before a
 * node; of n leaves the left side takes the largest power of two below n. A leaf is the case number, the number of lines and the
 * digest, each behind a line feed but the first.
 */
final class HeadTree {

    private HeadTree() {}

    /** The root of the tree, hexadecimal. */
    static String root(List<JournalHead> heads) {
        if (heads.isEmpty()) {
            throw new IllegalArgumentException("A tree has at least one leaf");
        }
        return HexFormat.of().formatHex(node(heads));
    }

    private static byte[] node(List<JournalHead> heads) {
        MessageDigest digest = sha256();
        if (heads.size() == 1) {
            JournalHead head = heads.get(0);
            digest.update((byte) 0);
            String leaf = head.number().value() + "\n" + head.lines() + "\n" + head.digest();
            return digest.digest(leaf.getBytes(StandardCharsets.US_ASCII));
        }
        int left = Integer.highestOneBit(heads.size() - 1);
        digest.update((byte) 1);
        digest.update(node(heads.subList(0, left)));
        digest.update(node(heads.subList(left, heads.size())));
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
