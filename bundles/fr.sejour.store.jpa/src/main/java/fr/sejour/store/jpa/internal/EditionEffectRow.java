package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.edition.EditionEffect;
import fr.sejour.api.edition.EditionEffect.Change;
import fr.sejour.api.edition.EditionEffect.Next;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.RightsCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the last rehearsal of an edition found of a case. */
@Entity
@Table(name = "edition_effect")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class EditionEffectRow {

    @Id
    @Column(name = "effect_id")
    String id;

    @Column(name = "edition_name")
    String edition;

    @Column(name = "case_number")
    String caseNumber;

    String prefecture;

    @Enumerated(EnumType.STRING)
    @Column(name = "effect")
    Change change;

    @Enumerated(EnumType.STRING)
    @Column(name = "before_kind")
    @Nullable
    PaperKind beforeKind;

    @Column(name = "before_rights")
    @Nullable
    String beforeRights;

    @Column(name = "before_last_day")
    @Nullable
    LocalDate beforeLastDay;

    @Enumerated(EnumType.STRING)
    @Column(name = "after_kind")
    @Nullable
    PaperKind afterKind;

    @Column(name = "after_rights")
    @Nullable
    String afterRights;

    @Column(name = "after_last_day")
    @Nullable
    LocalDate afterLastDay;

    static EditionEffectRow of(String edition, EditionEffect effect) {
        EditionEffectRow row = new EditionEffectRow();
        row.id = edition + " " + effect.caseNumber().value();
        row.edition = edition;
        row.caseNumber = effect.caseNumber().value();
        row.prefecture = effect.prefecture().value();
        row.change = effect.change();
        row.beforeKind = effect.before().map(Next::kind).orElse(null);
        row.beforeRights = effect.before().map(it -> it.rights().value()).orElse(null);
        row.beforeLastDay = effect.before().flatMap(Next::lastDay).orElse(null);
        row.afterKind = effect.after().map(Next::kind).orElse(null);
        row.afterRights = effect.after().map(it -> it.rights().value()).orElse(null);
        row.afterLastDay = effect.after().flatMap(Next::lastDay).orElse(null);
        return row;
    }

    EditionEffect value() {
        return new EditionEffect(
                new CaseNumber(caseNumber),
                new PrefectureCode(prefecture),
                change,
                next(beforeKind, beforeRights, beforeLastDay),
                next(afterKind, afterRights, afterLastDay));
    }

    private static Optional<Next> next(@Nullable PaperKind kind, @Nullable String rights, @Nullable LocalDate lastDay) {
        return kind == null || rights == null
                ? Optional.empty()
                : Optional.of(new Next(kind, new RightsCode(rights), Optional.ofNullable(lastDay)));
    }
}
