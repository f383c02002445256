package fr.sejour.store.jpa.internal;

import java.util.List;
import java.util.Map;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** What EclipseLink has to be told beyond {@code persistence.xml}. It makes one of these when the unit opens. */
public final class SessionSettings implements SessionCustomizer {

    /** Rows that must stand before others, because a foreign key says so. */
    private static final Map<Class<?>, List<Class<?>>> STAND_ON = Map.ofEntries(
            Map.entry(HeldPermitRow.class, List.of(PersonRow.class)),
            Map.entry(RegisterRow.class, List.of(PersonRow.class)),
            Map.entry(AccountRow.class, List.of(PersonRow.class)),
            Map.entry(AccountPrefectureRow.class, List.of(AccountRow.class)),
            Map.entry(SessionRow.class, List.of(AccountRow.class)),
            Map.entry(CaseRow.class, List.of(PersonRow.class)),
            Map.entry(PieceRow.class, List.of(CaseRow.class)),
            Map.entry(EvidenceRow.class, List.of(PersonRow.class)),
            Map.entry(PersonKeyRow.class, List.of(PersonRow.class)),
            Map.entry(PieceVersionRow.class, List.of(CaseRow.class, EvidenceRow.class)),
            Map.entry(UploadRow.class, List.of(CaseRow.class)),
            Map.entry(ClockRow.class, List.of(CaseRow.class)),
            Map.entry(TaskRow.class, List.of(CaseRow.class)),
            Map.entry(DecisionRow.class, List.of(CaseRow.class)),
            Map.entry(CollectionRow.class, List.of(CaseRow.class)),
            Map.entry(JournalRow.class, List.of(CaseRow.class)),
            Map.entry(AttestationRow.class, List.of(CaseRow.class, PersonRow.class)),
            Map.entry(UncoveredDayRow.class, List.of(CaseRow.class, PersonRow.class)),
            Map.entry(NoticeRow.class, List.of(CaseRow.class, PersonRow.class)),
            Map.entry(DeliveryRow.class, List.of(NoticeRow.class, ConsumerRow.class)));

    @Override
    public void customize(Session session) {
        DatabaseLogin login = (DatabaseLogin) session.getDatasourceLogin();
        login.setPlatform(UtcInstants.in(login.getPlatform()));
        // A lost database is told at once: EclipseLink's own way is three more tries, five seconds apart.
        login.setQueryRetryAttemptCount(0);
        login.setConnectionHealthValidatedOnError(false);
        STAND_ON.forEach((row, needed) ->
                needed.forEach(first -> session.getDescriptor(row).addConstraintDependencies(first)));
    }
}
