package fr.sejour.core.internal.record;

import fr.sejour.core.port.JournalHead;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
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

    /** The digests, from the leaf up, with which the root is worked out from one head (RFC 6962, 2.1.1), hexadecimal. */
    static List<String> path(List<JournalHead> heads, int leaf) {
        List<String> path = new ArrayList<>();
        List<JournalHead> tree = heads;
        int at = leaf;
        while (tree.size() > 1) {
            int left = Integer.highestOneBit(tree.size() - 1);
            boolean onTheLeft = at < left;
            List<JournalHead> other = onTheLeft ? tree.subList(left, tree.size()) : tree.subList(0, left);
            path.add(0, HexFormat.of().formatHex(node(other)));
            tree = onTheLeft ? tree.subList(0, left) : tree.subList(left, tree.size());
            at = onTheLeft ? at : at - left;
        }
        return path;
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
