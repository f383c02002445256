package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.team.Leave;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When an agent is away. */
@Entity
@Table(name = "agent_leave")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class LeaveRow {

    @Id
    @Column(name = "account_id")
    String accountId;

    @Column(name = "first_day")
    LocalDate firstDay;

    @Column(name = "last_day")
    LocalDate lastDay;

    @Column(name = "stand_in")
    @Nullable
    String standIn;

    static LeaveRow of(AccountId agent, Leave leave) {
        LeaveRow row = new LeaveRow();
        row.accountId = agent.value();
        row.firstDay = leave.from();
        row.lastDay = leave.until();
        row.standIn = leave.standIn().map(AccountId::value).orElse(null);
        return row;
    }

    Leave value() {
        return new Leave(firstDay, lastDay, Optional.ofNullable(standIn).map(AccountId::new));
    }
}
