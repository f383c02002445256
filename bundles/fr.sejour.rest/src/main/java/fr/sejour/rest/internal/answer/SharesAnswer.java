package fr.sejour.rest.internal.answer;

import fr.sejour.api.attestation.Share;
import java.util.List;

/** The codes of a person that are still answered. */
public record SharesAnswer(List<ShareAnswer> shares) {

    public static SharesAnswer of(List<Share> shares) {
        return new SharesAnswer(shares.stream().map(ShareAnswer::of).toList());
    }
}
