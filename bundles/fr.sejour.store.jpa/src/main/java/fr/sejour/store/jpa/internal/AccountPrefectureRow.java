package fr.sejour.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A préfecture that an agent serves. */
@Entity
@Table(name = "account_prefecture")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class AccountPrefectureRow {

    @Id
    @Column(name = "account_id")
    String accountId;

    @Id
    String prefecture;

    static AccountPrefectureRow of(String account, String prefecture) {
        AccountPrefectureRow row = new AccountPrefectureRow();
        row.accountId = account;
        row.prefecture = prefecture;
        return row;
    }
}
