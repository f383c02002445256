package fr.sejour.store.jpa.internal;

import fr.sejour.api.prefecture.PrefectureCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A préfecture that had a case, or keyed it, and reads it still. */
@Entity
@Table(name = "former_prefecture")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class FormerPrefectureRow implements ListedRow<PrefectureCode> {

    @Id
    @Column(name = "case_number")
    String caseNumber;

    @Id
    String prefecture;

    @Column(name = "list_position")
    int position;

    static FormerPrefectureRow of(String caseNumber, PrefectureCode prefecture, int position) {
        FormerPrefectureRow row = new FormerPrefectureRow();
        row.caseNumber = caseNumber;
        row.prefecture = prefecture.value();
        row.take(prefecture, position);
        return row;
    }

    @Override
    public void take(PrefectureCode same, int place) {
        position = place;
    }

    PrefectureCode value() {
        return new PrefectureCode(prefecture);
    }

    @Override
    public Object key() {
        return prefecture;
    }
}
