package fr.sejour.api.prefecture;

import java.util.List;

/**
 * A counter of a préfecture.
 *
 * @param id short and stable within the préfecture, for example {@code grenoble}
 * @param address as it is written on a letter, in one line
 * @param collectionHours when cards are handed over there without appointment, one line per span, in French; empty when
 *     cards are handed over by appointment
 */
public record ServicePoint(String id, String name, String address, List<String> collectionHours) {

    /** @throws IllegalArgumentException when the identifier or the name is blank */
    public ServicePoint {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("A service point has an identifier and a name");
        }
        collectionHours = List.copyOf(collectionHours);
    }
}
