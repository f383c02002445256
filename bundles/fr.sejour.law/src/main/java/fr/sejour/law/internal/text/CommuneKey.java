package fr.sejour.law.internal.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a place is searched by: small letters without accents, a space before each word, then a tab and in the same way its
 * postcodes and its département.
 */
public final class CommuneKey {

    private static final int LONGEST = 100;

    private CommuneKey() {}

    public static String of(String name, String postcodes, String departement) {
        return " " + plain(name) + "\t " + (postcodes + " " + departement).strip();
    }

    /** What somebody typed, ready to be compared with the keys. */
    public static Search search(String typed) {
        String plain = plain(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        return new Search(plain);
    }

    private static String plain(String said) {
        StringBuilder plain = new StringBuilder(said.length());
        for (char sign : said.toLowerCase(Locale.ROOT).toCharArray()) {
            if (sign < 128) {
                append(plain, sign);
            } else {
                bare(sign).chars().forEach(part -> append(plain, (char) part));
            }
        }
        return plain.toString().strip();
    }

    /** One letter or digit, or one space for any run of other signs; an accent beside its letter is nothing. */
    private static void append(StringBuilder plain, char sign) {
        if ((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9')) {
            plain.append(sign);
        } else if (Character.getType(sign) != Character.NON_SPACING_MARK
                && plain.length() > 0
                && plain.charAt(plain.length() - 1) != ' ') {
            plain.append(' ');
        }
    }

    private static String bare(char sign) {
        return switch (sign) {
            case 'œ' -> "oe";
            case 'æ' -> "ae";
            default -> Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFD);
        };
    }

    /** A search, word by word. */
    public static final class Search {

        /** The rank of what is not meant. */
        public static final int NO_HIT = -1;

        /** Of each word the ways to begin a word with it. */
        private final List<List<byte[]>> words;

        private final byte[] whole;
        private final byte[] squeezed;

        private Search(String plain) {
            this.words = Arrays.stream(plain.split(" ", -1))
                    .filter(word -> !word.isEmpty())
                    .map(Search::ways)
                    .toList();
            this.whole = bytes(" " + saints(plain));
            this.squeezed = bytes(saints(plain).replace(" ", ""));
        }

        public boolean isEmpty() {
            return words.isEmpty();
        }

        /** 0 when the place is named just so, 1 when its name begins so, 2 for every other hit. */
        public int rank(byte[] keys, int from, int to) {
            int nameEnd = from;
            while (keys[nameEnd] != '\t') {
                nameEnd++;
            }
            if (startsAt(keys, from, nameEnd, whole)) {
                return nameEnd - from == whole.length ? 0 : 1;
            }
            return hasEveryWord(keys, from, to) || beginsSqueezed(keys, from, nameEnd) ? 2 : NO_HIT;
        }

        private boolean hasEveryWord(byte[] keys, int from, int to) {
            for (List<byte[]> ways : words) {
                boolean any = false;
                for (byte[] way : ways) {
                    any = any || isIn(keys, from, to, way);
                }
                if (!any) {
                    return false;
                }
            }
            return true;
        }

        private static List<byte[]> ways(String word) {
            Stream<String> ways = switch (word) {
                case "st" -> Stream.of("st", "saint");
                case "ste" -> Stream.of("ste", "sainte");
                case "sts" -> Stream.of("sts", "saints");
                case "stes" -> Stream.of("stes", "saintes");
                default -> Stream.of(word);
            };
            return ways.map(way -> bytes(" " + way)).toList();
        }

        private static String saints(String plain) {
            return Arrays.stream(plain.split(" ", -1))
                    .map(word -> switch (word) {
                        case "st" -> "saint";
                        case "ste" -> "sainte";
                        default -> word;
                    })
                    .reduce((one, other) -> one + " " + other)
                    .orElse("");
        }

        private static boolean isIn(byte[] keys, int from, int to, byte[] way) {
            for (int at = from; at + way.length <= to; at++) {
                if (keys[at] == ' ' && startsAt(keys, at, to, way)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean startsAt(byte[] keys, int from, int to, byte[] way) {
            return from + way.length <= to && Arrays.equals(keys, from, from + way.length, way, 0, way.length);
        }

        /** Whether the name begins so when nobody minds the spaces, as in lhay for L'Haÿ. */
        private boolean beginsSqueezed(byte[] keys, int from, int nameEnd) {
            int typed = 0;
            for (int at = from; at < nameEnd && typed < squeezed.length; at++) {
                if (keys[at] != ' ' && keys[at] != squeezed[typed++]) {
                    return false;
                }
            }
            return typed == squeezed.length;
        }

        private static byte[] bytes(String ascii) {
            return ascii.getBytes(StandardCharsets.US_ASCII);
        }
    }
}
