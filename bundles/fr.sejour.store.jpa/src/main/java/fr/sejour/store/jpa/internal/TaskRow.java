package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.prefecture.PrefectureCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An act that a team owes now. */
@Entity
@Table(name = "task")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class TaskRow implements ListedRow<Task> {

    @Id
    @Column(name = "task_id")
    String id;

    @Column(name = "case_number")
    String caseNumber;

    @Column(name = "list_position")
    int position;

    @Enumerated(EnumType.STRING)
    Task.Kind kind;

    @Nullable
    String owner;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    Task.Escalation escalation;

    @Nullable
    String question;

    static TaskRow of(Task task, int position) {
        TaskRow row = new TaskRow();
        row.id = task.id();
        row.caseNumber = task.caseNumber().value();
        row.take(task, position);
        return row;
    }

    @Override
    public void take(Task task, int place) {
        position = place;
        kind = task.kind();
        owner = task.owner().map(PrefectureCode::value).orElse(null);
        dueOn = task.dueOn();
        escalation = task.escalation();
        question = task.question().orElse(null);
    }

    Task value() {
        return new Task(
                id,
                new CaseNumber(caseNumber),
                kind,
                Optional.ofNullable(owner).map(PrefectureCode::new),
                dueOn,
                escalation,
                Optional.ofNullable(question));
    }

    @Override
    public Object key() {
        return id;
    }
}
