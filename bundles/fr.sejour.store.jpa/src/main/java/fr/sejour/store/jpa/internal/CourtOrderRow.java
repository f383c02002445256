package fr.sejour.store.jpa.internal;

import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.CourtOrder.OrderedPaper;
import fr.sejour.api.right.PaperKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a judge ordered in a case. */
@Entity
@Table(name = "court_order")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class CourtOrderRow implements ListedRow<CourtOrder> {

    @Id
    @Column(name = "case_number")
    String caseNumber;

    @Id
    @Column(name = "list_position")
    int position;

    String court;

    @Column(name = "ordered_on")
    LocalDate orderedOn;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    CourtOrder.Ordered what;

    @Column(name = "paper_kind")
    @Enumerated(EnumType.STRING)
    @Nullable
    PaperKind paperKind;

    @Column(name = "paper_last_day")
    @Nullable
    LocalDate paperLastDay;

    @Column(name = "paper_work")
    @Nullable
    Boolean paperWork;

    @Column(name = "issued_as")
    @Nullable
    String issuedAs;

    @Column(name = "done_on")
    @Nullable
    LocalDate doneOn;

    static CourtOrderRow of(String caseNumber, CourtOrder order, int position) {
        CourtOrderRow row = new CourtOrderRow();
        row.caseNumber = caseNumber;
        row.take(order, position);
        return row;
    }

    @Override
    public void take(CourtOrder order, int place) {
        position = place;
        court = order.court();
        orderedOn = order.orderedOn();
        dueOn = order.dueOn();
        what = order.what();
        paperKind = order.paper().map(OrderedPaper::kind).orElse(null);
        paperLastDay = order.paper().map(OrderedPaper::lastDay).orElse(null);
        paperWork = order.paper().map(OrderedPaper::work).orElse(null);
        issuedAs = order.issued().map(AttestationNumber::value).orElse(null);
        doneOn = order.doneOn().orElse(null);
    }

    CourtOrder value() {
        return new CourtOrder(
                court,
                orderedOn,
                dueOn,
                what,
                paperKind == null || paperLastDay == null || paperWork == null
                        ? Optional.empty()
                        : Optional.of(new OrderedPaper(paperKind, paperLastDay, paperWork)),
                Optional.ofNullable(issuedAs).map(AttestationNumber::new),
                Optional.ofNullable(doneOn));
    }

    @Override
    public Object key() {
        return position;
    }
}
