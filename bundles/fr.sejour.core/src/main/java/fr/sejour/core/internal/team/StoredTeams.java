package fr.sejour.core.internal.team;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.bulk.BulkAct;
import fr.sejour.api.bulk.BulkActId;
import fr.sejour.api.bulk.Selection;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.QueueFilter;
import fr.sejour.api.cases.QueueFilterBuilder;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.team.CasePlace;
import fr.sejour.api.team.Colleague;
import fr.sejour.api.team.Leave;
import fr.sejour.api.team.Roster;
import fr.sejour.api.team.Team;
import fr.sejour.api.team.TeamCode;
import fr.sejour.api.team.Teams;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.BulkRecord;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecords.QueueKey;
import fr.sejour.core.port.QueueRow;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.StaffRecord;
import fr.sejour.core.port.Store;
import fr.sejour.core.port.TeamOf;
import fr.sejour.law.Edition;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The teams as the store keeps them. */
@Component
public final class StoredTeams implements Teams {

    private static final int PAGE = 200;

    private final Store store;
    private final Upkeep upkeep;
    private final Clock clock;

    @Activate
    public StoredTeams(@Reference Store store, @Reference Upkeep upkeep, @Reference Clock clock) {
        this.store = store;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    @Override
    public Roster roster(Caller caller, PrefectureCode prefecture) {
        refuseTheStranger(caller, prefecture);
        return store.read(records -> roster(records, prefecture));
    }

    @Override
    public Roster keep(Caller caller, Team team) {
        PrefectureCode prefecture = team.prefecture();
        refuseTheStranger(caller, prefecture);
        return store.write(records -> {
            refuseWhoDoesNotLead(records, caller, prefecture);
            refuseWhen(team.code().equals(TeamCode.GENERAL), "team");
            refuseWhen(!serving(records, prefecture).containsAll(team.members()), "members");
            Edition edition = edition();
            team.permits().stream()
                    .filter(permit -> edition.permit(permit).isEmpty())
                    .sorted()
                    .findFirst()
                    .ifPresent(permit -> {
                        throw new CaseException(ErrorCode.UNKNOWN_PERMIT, Map.of("permit", permit.value()));
                    });
            records.teams().ofPrefecture(prefecture).stream()
                    .filter(other -> !other.code().equals(team.code()))
                    .filter(other -> !Collections.disjoint(TeamOf.grounds(other), TeamOf.grounds(team)))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new CaseException(
                                ErrorCode.GROUND_TAKEN,
                                Map.of("team", other.code().value(), "grounds", shared(other, team)));
                    });
            records.teams().keep(team);
            return roster(records, prefecture);
        });
    }

    private static List<String> shared(Team one, Team other) {
        return TeamOf.grounds(one).stream()
                .filter(TeamOf.grounds(other)::contains)
                .map(ground -> ground.permit().map(PermitCode::value).orElse("*")
                        + ground.point().map(it -> " @ " + it).orElse(""))
                .sorted()
                .toList();
    }

    @Override
    public Roster dissolve(Caller caller, PrefectureCode prefecture, TeamCode team) {
        refuseTheStranger(caller, prefecture);
        return store.write(records -> {
            refuseWhoDoesNotLead(records, caller, prefecture);
            if (records.teams().ofPrefecture(prefecture).stream()
                    .noneMatch(it -> it.code().equals(team))) {
                throw new CaseException(ErrorCode.NOT_FOUND);
            }
            records.teams().remove(prefecture, team);
            return roster(records, prefecture);
        });
    }

    @Override
    public Roster appointChiefs(Caller caller, PrefectureCode prefecture, Set<AccountId> chiefs) {
        refuseTheStranger(caller, prefecture);
        refuseAllButNational(caller);
        return store.write(records -> {
            refuseWhen(!serving(records, prefecture).containsAll(chiefs), "chiefs");
            records.teams().appoint(prefecture, chiefs);
            return roster(records, prefecture);
        });
    }

    @Override
    public void writeLeave(Caller caller, AccountId agent, Optional<Leave> leave) {
        refuseThePerson(caller);
        store.write(records -> {
            Caller away = agent(records, caller, agent);
            boolean leads = caller.role() == Role.NATIONAL
                    || away.prefectures().stream().anyMatch(it -> leads(records, caller, it));
            if (!caller.account().equals(agent) && !leads) {
                throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
            }
            leave.flatMap(Leave::standIn)
                    .ifPresent(standIn -> refuseWhen(
                            standIn.equals(agent)
                                    || away.prefectures().stream()
                                            .noneMatch(
                                                    it -> serving(records, it).contains(standIn)),
                            "standIn"));
            records.teams().keepLeave(agent, leave);
            return agent;
        });
    }

    @Override
    public void close(Caller caller, AccountId agent) {
        refuseAllButNational(caller);
        store.write(records -> {
            agent(records, caller, agent);
            records.accounts().close(agent, clock.instant());
            List<BulkAct.Line> theirs = theirs(records, agent);
            if (!theirs.isEmpty()) {
                records.bulk()
                        .add(
                                new BulkRecord(
                                        new BulkActId(
                                                UUID.randomUUID().toString().replace("-", "")),
                                        new AccountId(Upkeep.PLATFORM),
                                        new Act.GiveBack(Optional.empty()),
                                        BulkAct.State.RUNNING,
                                        clock.instant()),
                                theirs);
            }
            return agent;
        });
    }

    /** Whatever has their name on it. It is the teams' already; what is left to do is to say so on each case. */
    private List<BulkAct.Line> theirs(Records records, AccountId agent) {
        QueueFilter filter =
                QueueFilterBuilder.builder().assignee(Optional.of(agent)).build();
        // a case that falls back in the queue meanwhile stands on two pages
        Set<BulkAct.Line> lines = new LinkedHashSet<>();
        Optional<QueueKey> after = Optional.empty();
        List<QueueRow> page;
        do {
            page = records.cases()
                    .queue(Upkeep.READS_ALL, List.of(), filter, Prefecture.nationalDay(clock.instant()), after, PAGE);
            for (QueueRow row : page) {
                lines.add(
                        new BulkAct.Line(row.number(), ANY_VERSION, BulkAct.Outcome.READY, Optional.empty(), Map.of()));
                after = Optional.of(row.key());
            }
        } while (page.size() == PAGE && lines.size() < Selection.MOST);
        return List.copyOf(lines);
    }

    /** Of a case that is given back whatever became of it since. */
    private static final long ANY_VERSION = 0;

    @Override
    public CasePlace place(Caller caller, CaseNumber number) {
        refuseThePerson(caller);
        return store.read(records -> {
            CaseRecord record =
                    records.cases().find(caller, number).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
            PrefectureCode prefecture = record.standing().prefecture();
            List<Colleague> colleagues = records.teams().colleagues(prefecture);
            LocalDate today = today(prefecture);
            Optional<Team> team = TeamOf.theCase(record, records.teams().ofPrefecture(prefecture), colleagues);
            Optional<Colleague> assignee = record.standing().assignee().flatMap(account -> among(colleagues, account));
            Optional<Leave> away = assignee.flatMap(Colleague::leave).filter(leave -> leave.covers(today));
            Optional<Colleague> standIn = away.flatMap(Leave::standIn)
                    .flatMap(account -> among(colleagues, account))
                    .filter(it ->
                            it.leave().filter(leave -> leave.covers(today)).isEmpty());
            return new CasePlace(
                    number,
                    prefecture,
                    team.map(Team::code).orElse(TeamCode.GENERAL),
                    team.map(Team::name).orElse(""),
                    assignee,
                    standIn,
                    away.isPresent() && standIn.isEmpty());
        });
    }

    private static Optional<Colleague> among(List<Colleague> colleagues, AccountId account) {
        return colleagues.stream().filter(it -> it.account().equals(account)).findFirst();
    }

    private static Roster roster(Records records, PrefectureCode prefecture) {
        return new Roster(
                prefecture,
                records.teams().ofPrefecture(prefecture),
                records.teams().colleagues(prefecture));
    }

    private static Set<AccountId> serving(Records records, PrefectureCode prefecture) {
        return records.teams().colleagues(prefecture).stream()
                .map(Colleague::account)
                .collect(Collectors.toSet());
    }

    /** An agent with an open account, of a préfecture that the caller serves. */
    private static Caller agent(Records records, Caller caller, AccountId agent) {
        return records.teams()
                .staff(agent)
                .filter(it -> !it.closed())
                .map(StaffRecord::caller)
                .filter(it -> it.role() == Role.AGENT)
                .filter(it -> it.prefectures().stream().anyMatch(caller::serves))
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    private static boolean leads(Records records, Caller caller, PrefectureCode prefecture) {
        return records.teams().colleagues(prefecture).stream()
                .anyMatch(it -> it.chief() && it.account().equals(caller.account()));
    }

    private static void refuseWhoDoesNotLead(Records records, Caller caller, PrefectureCode prefecture) {
        if (caller.role() != Role.NATIONAL && !leads(records, caller, prefecture)) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
    }

    private static void refuseThePerson(Caller caller) {
        if (!caller.isStaff()) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
    }

    private static void refuseAllButNational(Caller caller) {
        if (caller.role() != Role.NATIONAL) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
    }

    /** What is out of scope reads like a préfecture that there is not. */
    private void refuseTheStranger(Caller caller, PrefectureCode prefecture) {
        refuseThePerson(caller);
        if (!caller.serves(prefecture) || edition().prefecture(prefecture).isEmpty()) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
    }

    private static void refuseWhen(boolean contradicts, String field) {
        if (contradicts) {
            throw new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", field));
        }
    }

    private LocalDate today(PrefectureCode prefecture) {
        return edition().dayAt(Optional.of(prefecture), clock.instant());
    }

    private Edition edition() {
        return upkeep.law().at(clock.instant());
    }
}
