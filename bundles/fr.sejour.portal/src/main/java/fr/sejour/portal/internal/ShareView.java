package fr.sejour.portal.internal;

import fr.sejour.api.attestation.Share;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.web.page.Words;
import java.time.LocalDate;

/**
 * A code that a person shares, as they see it.
 *
 * @param shows what whoever checks it learns
 */
public record ShareView(
        String code, String purpose, String shows, LocalDate lastDay, LocalDate givenOn, String endPath) {

    static ShareView of(Words words, Share share) {
        return new ShareView(
                share.code().printed(),
                words.code("share.purpose", share.code().purpose()),
                words.code("shares.shows", share.code().purpose()),
                share.lastDay(),
                Prefecture.nationalDay(share.givenAt()),
                SharePages.HERE + "/" + share.code().printed() + "/end");
    }
}
