package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.CaseLinks.Standing;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.Task;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.FollowedCase;
import fr.sejour.core.port.Records;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How cases of several people hang together, as each reader may know it: the person sees the number that they typed, an agent
 * what they may read.
 */
public final class Links {

    /** No family is a longer chain; a longer one is a mistake. */
    private static final int LONGEST_CHAIN = 20;

    private Links() {}

    static CaseLinks of(Records records, Caller caller, CaseRecord record) {
        if (!caller.isStaff()) {
            return new CaseLinks(
                    record.follows()
                            .flatMap(FollowedCase::typed)
                            .map(typed -> new CaseLinks.Followed(
                                    typed, Optional.empty(), Optional.empty(), Optional.empty())),
                    List.of());
        }
        return new CaseLinks(
                record.follows()
                        .map(it -> new CaseLinks.Followed(
                                it.number(),
                                Optional.of(it.standing()),
                                records.cases()
                                        .find(caller, it.number())
                                        .map(known -> known.standing().status()),
                                it.lookSince())),
                records.cases().following(caller, record.number()).stream()
                        .map(it -> new CaseLinks.Follower(
                                it.number(),
                                it.follows().orElseThrow().standing(),
                                it.standing().status()))
                        .toList());
    }

    /**
     * An agent confirms a case that they may read, and answers the same for one that they may not and for none. A case follows one
     * other, never itself, and never one that follows it.
     */
    static void refuseWhatContradicts(Records records, Caller caller, CaseRecord before, Act act) {
        if (!(act instanceof Act.Follow follow)) {
            return;
        }
        Optional<FollowedCase> present = before.follows();
        boolean same =
                present.filter(it -> it.number().equals(follow.followed())).isPresent();
        Optional<Standing> standing = present.map(FollowedCase::standing);
        boolean saysNothingNew = follow.holds()
                ? same
                        && standing.equals(Optional.of(Standing.CONFIRMED))
                        && present.flatMap(FollowedCase::lookSince).isEmpty()
                : !same || standing.equals(Optional.of(Standing.REFUSED));
        boolean followsAnother = follow.holds()
                && !same
                && standing.filter(it -> it != Standing.REFUSED).isPresent();
        boolean cannotBe = follow.holds()
                && (records.cases().find(caller, follow.followed()).isEmpty()
                        || leadsTo(records, follow.followed(), before.number()));
        if (saysNothingNew || followsAnother || cannotBe) {
            throw new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", "followed"));
        }
    }

    private static boolean leadsTo(Records records, CaseNumber from, CaseNumber to) {
        Optional<CaseNumber> at = Optional.of(from);
        for (int step = 0; step < LONGEST_CHAIN && at.isPresent(); step++) {
            if (at.get().equals(to)) {
                return true;
            }
            at = at.flatMap(number -> records.cases().find(Upkeep.READS_ALL, number))
                    .flatMap(CaseRecord::follows)
                    .filter(it -> it.standing() != Standing.REFUSED)
                    .map(FollowedCase::number);
        }
        return at.isPresent();
    }

    /** What is owed because of the case of somebody else is for agents: the person would read in it how that one ended. */
    static List<Task> shown(Caller caller, List<Task> tasks) {
        return caller.isStaff()
                ? tasks
                : tasks.stream()
                        .filter(task -> task.kind() != Task.Kind.LOOK_AGAIN)
                        .toList();
    }

    /** Whether what a line of a journal says is for that reader. */
    public static boolean showsDetail(Caller caller, String what, String detail) {
        boolean ofSomebodyElse = what.equals(ActTraces.code(ActKind.FOLLOW))
                || detail.startsWith(ActTraces.code(Task.Kind.LOOK_AGAIN) + " ");
        return caller.isStaff() || !ofSomebodyElse;
    }

    /** The line stands for everybody; what it says of the case of somebody else does not. */
    static JournalLine shown(Caller caller, JournalLine line) {
        return !showsDetail(caller, line.what(), line.detail())
                ? new JournalLine(
                        line.sequence(),
                        line.at(),
                        line.actor(),
                        line.what(),
                        "",
                        line.basis(),
                        line.digest(),
                        Optional.empty())
                : line;
    }
}
