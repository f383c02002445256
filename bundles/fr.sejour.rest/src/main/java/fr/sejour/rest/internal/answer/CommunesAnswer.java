package fr.sejour.rest.internal.answer;

import fr.sejour.api.prefecture.Commune;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.List;
import java.util.function.Function;

/** The places that a search means, the best first. */
public record CommunesAnswer(List<PlaceAnswer> communes) {

    /**
     * A place of the official list.
     *
     * @param partOf the commune it belongs to; its own code when it is a commune by itself
     * @param residence the code that a filing or an address keeps for it
     */
    public record PlaceAnswer(
            String code,
            String name,
            String kind,
            String partOf,
            String partOfName,
            String residence,
            List<String> postcodes,
            String prefecture,
            String departement) {

        static PlaceAnswer of(Commune commune, String departement) {
            return new PlaceAnswer(
                    commune.code().value(),
                    commune.name(),
                    Codes.of(commune.kind()),
                    commune.partOf().value(),
                    commune.whole(),
                    commune.residence().value(),
                    commune.postcodes(),
                    commune.prefecture().value(),
                    departement);
        }
    }

    /** @param departement the name of the département of a préfecture */
    public static CommunesAnswer of(List<Commune> found, Function<PrefectureCode, String> departement) {
        return new CommunesAnswer(found.stream()
                .map(it -> PlaceAnswer.of(it, departement.apply(it.prefecture())))
                .toList());
    }
}
