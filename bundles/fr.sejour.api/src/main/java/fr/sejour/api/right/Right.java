package fr.sejour.api.right;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.Reading;
import java.util.List;

/**
 * One right of a paper with the articles it rests on.
 *
 * @param <T> the right's code
 */
public record Right<T>(Reading<T> value, List<Article> basis) {

    public Right {
        basis = List.copyOf(basis);
    }

    public static <T> Right<T> settled(T value, Article... basis) {
        return new Right<>(Reading.settled(value), List.of(basis));
    }
}
