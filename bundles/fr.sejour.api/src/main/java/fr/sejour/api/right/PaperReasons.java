package fr.sejour.api.right;

import java.util.List;
import java.util.Locale;

/**
 * Why a paper was given and why each of its rights stands there or does not, in the codes that the law's table gave: the same in the
 * JSON answer, on the paper, on its page and in the message. Each code has one sentence in every language of papers.
 *
 * @param codes in the order of the table: why there is a paper, then the rights in the order of {@link About}
 */
public record PaperReasons(List<String> codes) {

    public PaperReasons {
        codes = List.copyOf(codes);
    }

    /** What a reason tells. A code names it by its first word; one that names no right tells why there is a paper. */
    public enum About {
        PAPER,
        STAY,
        WORK,
        TRAVEL,
        SOCIAL;

        /** What a code tells. */
        public static About of(String code) {
            for (About about : values()) {
                if (about != PAPER && code.startsWith(about.name().toLowerCase(Locale.ROOT) + "-")) {
                    return about;
                }
            }
            return PAPER;
        }
    }

    /** The codes that tell that. Of a right that the law leaves open there is none. */
    public List<String> of(About about) {
        return codes.stream().filter(code -> About.of(code) == about).toList();
    }
}
