package fr.sejour.store.jpa.internal;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.right.Right;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One right of a paper: its code, or the question that stands in its place. */
@Embeddable
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class RightColumns {

    @Nullable
    String code;

    @Nullable
    String token;

    @Nullable
    String question;

    @Nullable
    String basis;

    static <T> RightColumns of(Right<T> right, Function<T, String> code) {
        RightColumns columns = new RightColumns();
        columns.code = right.value().ifSettled().map(code).orElse(null);
        columns.token = right.value().<@Nullable String>fold(settled -> null, Reading.Undetermined::token);
        columns.question = right.value().<@Nullable String>fold(settled -> null, Reading.Undetermined::question);
        columns.basis = articles(right.basis());
        return columns;
    }

    <T> Right<T> value(Function<String, T> known) {
        Reading<T> reading = code != null
                ? Reading.settled(known.apply(code))
                : Reading.undetermined(token == null ? "" : token, question == null ? "" : question);
        return new Right<>(reading, articles(basis));
    }

    static @Nullable String articles(List<Article> articles) {
        return TextList.joined(articles.stream().map(Article::reference).toList());
    }

    static List<Article> articles(@Nullable String text) {
        return TextList.split(text).stream().map(Article::new).toList();
    }
}
