package fr.sejour.lives.house;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.Validity;
import fr.sejour.api.right.WorkRight;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonFile;
import fr.sejour.core.port.QueueRow;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.StandingBuilder;
import fr.sejour.core.port.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What a fault in the core or its store would do, each one at the ports. */
public enum Mutant {
    NONE {
        @Override
        Between.Hand on(Ground ground) {
            return new Between.Hand() {};
        }
    },

    /** The new owner is written first, whose turn it is in a transaction of its own. */
    OWNER_LOST_ON_A_CRASH {
        @Override
        Between.Hand on(Ground ground) {
            return new Between.Hand() {
                private Optional<CaseRecord> later = Optional.empty();

                @Override
                public Object pass(Between.Call call) throws Throwable {
                    if (!changes(call)) {
                        return call.goOn();
                    }
                    CaseRecord record = (CaseRecord) call.arguments().get(0);
                    if (stood(call)
                            .standing()
                            .prefecture()
                            .equals(record.standing().prefecture())) {
                        return call.goOn();
                    }
                    later = Optional.of(record.atNextVersion());
                    return call.goOn(nobodysTurn(record));
                }

                @Override
                public <T> T write(Store store, Function<Records, T> work) {
                    T answer = store.write(work);
                    later.ifPresent(record -> store.write(records -> {
                        records.cases().change(record);
                        return record;
                    }));
                    later = Optional.empty();
                    return answer;
                }
            };
        }
    },

    /** The receiver counts every delay from its own day. */
    CLOCK_RESET_ON_TRANSFER {
        @Override
        Between.Hand on(Ground ground) {
            return changing((before, after) ->
                    before.standing().prefecture().equals(after.standing().prefecture())
                            ? after
                            : after.withClocks(after.clocks().stream()
                                    .map(clock -> new ClockFile(
                                            clock.kind(),
                                            clock.startsOn().plusDays(1),
                                            clock.endsOn().map(end -> end.plusDays(1)),
                                            clock.state(),
                                            clock.meaning(),
                                            clock.basis(),
                                            clock.daysLeft()))
                                    .toList()));
        }
    },

    /** A case that takes over another keeps its own date. */
    MERGE_DROPS_THE_EARLIER_DATE {
        @Override
        Between.Hand on(Ground ground) {
            return changing((before, after) ->
                    before.filed().filedAt().isAfter(after.filed().filedAt())
                            ? after.withFiled(before.filed())
                            : after);
        }
    },

    /** What is offered stands in the queue of the receiver too. */
    TRANSFER_LEAVES_IT_IN_TWO_QUEUES {
        @Override
        Between.Hand on(Ground ground) {
            return calling("CaseRecords.queue", call -> {
                @SuppressWarnings("unchecked") // what the port returns
                List<Object> rows = new ArrayList<>((List<Object>) call.goOn());
                @SuppressWarnings("unchecked") // what the port asks for
                List<PrefectureCode> asked =
                        (List<PrefectureCode>) call.arguments().get(1);
                for (String sender : List.of("38", "69", "75", "971", "974", "976")) {
                    Object[] elsewhere = call.arguments().toArray();
                    elsewhere[1] = List.of(new PrefectureCode(sender));
                    elsewhere[0] = Upkeep.READS_ALL;
                    if (!asked.contains(new PrefectureCode(sender))) {
                        ((List<?>) call.goOn(elsewhere))
                                .stream()
                                        .filter(row -> offered(call.records(), row, asked))
                                        .forEach(rows::add);
                    }
                }
                return rows;
            });
        }

        private static boolean offered(Records records, Object row, List<PrefectureCode> to) {
            return records.cases()
                    .find(Upkeep.READS_ALL, ((QueueRow) row).number())
                    .flatMap(record -> record.standing().transfer())
                    .map(PendingTransfer::to)
                    .filter(to::contains)
                    .isPresent();
        }
    },

    /** Whoever offered a case has done with it, and whoever is offered it has not begun. */
    RECEIVER_SILENT_NOBODY_OWNS {
        @Override
        Between.Hand on(Ground ground) {
            return changing((before, after) -> after.standing().transfer().isPresent() ? nobodysTurn(after) : after);
        }
    },

    /** What waits for a silent receiver is never looked at again. */
    SILENCE_NEVER_COMPLETES {
        @Override
        Between.Hand on(Ground ground) {
            return changing((before, after) -> after.standing().transfer().isPresent()
                    ? after.withStanding(after.standing()
                            .withOutlook(
                                    after.standing().next(),
                                    Optional.empty(),
                                    after.standing().rightEndsOn()))
                    : after);
        }
    },

    /** One transaction in twenty is answered and rolled back. */
    ACKNOWLEDGED_ACT_NOT_WRITTEN {
        @Override
        Between.Hand on(Ground ground) {
            AtomicInteger written = new AtomicInteger();
            return new Between.Hand() {
                @Override
                public <T> T write(Store store, Function<Records, T> work) {
                    if (written.incrementAndGet() % 20 != 0) {
                        return store.write(work);
                    }
                    AtomicReference<T> answer = new AtomicReference<>();
                    try {
                        return store.write(records -> {
                            answer.set(work.apply(records));
                            throw new CancellationException();
                        });
                    } catch (CancellationException rolledBack) {
                        return answer.get();
                    }
                }
            };
        }
    },

    /** No key is remembered. */
    FILING_DONE_TWICE_ON_REPLAY {
        @Override
        Between.Hand on(Ground ground) {
            return new Between.Hand() {
                @Override
                public Object pass(Between.Call call) throws Throwable {
                    return switch (call.name()) {
                        case "CaseRecords.remember" -> null;
                        case "CaseRecords.remembered" -> Optional.empty();
                        default -> call.goOn();
                    };
                }
            };
        }
    },

    /** Somebody writes in a journal, past the platform. */
    JOURNAL_LINE_CHANGED_AFTERWARDS {
        @Override
        Between.Hand on(Ground ground) {
            return new Between.Hand() {
                @Override
                public <T> T write(Store store, Function<Records, T> work) {
                    T answer = store.write(work);
                    ground.run("UPDATE journal SET detail = 'else' WHERE line_number = 2");
                    return answer;
                }
            };
        }
    },

    /** The sweep takes files that pieces refer to. */
    PIECE_FILE_DELETED {
        @Override
        Between.Hand on(Ground ground) {
            return calling(
                    "PieceVault.sweep",
                    call -> call.goOn(call.arguments().get(0), call.arguments().get(1), (UnaryOperator<Set<String>>)
                            names -> Set.of()));
        }
    },

    /** The sweep takes nothing, and content is kept that no piece came to refer to. */
    FILE_LEFT_BEHIND {
        @Override
        Between.Hand on(Ground ground) {
            return new Between.Hand() {
                @Override
                public Object pass(Between.Call call) throws Throwable {
                    return switch (call.name()) {
                        case "PieceVault.sweep" -> 0;
                        case "PieceVault.discard" -> null;
                        default -> call.goOn();
                    };
                }
            };
        }
    },

    /** One case at a time. */
    SECOND_GROUND_REFUSED {
        @Override
        Between.Hand on(Ground ground) {
            return calling("CaseRecords.add", call -> {
                CaseRecord fresh = (CaseRecord) call.arguments().get(0);
                boolean open = call
                        .records()
                        .cases()
                        .ofPerson(Upkeep.READS_ALL, fresh.filed().person())
                        .stream()
                        .anyMatch(record -> record.standing().status().isOpen());
                if (open) {
                    throw new CaseException(ErrorCode.CONTRADICTORY_INPUT);
                }
                return call.goOn();
            });
        }
    },

    /** A new filing takes the place of what the one before gave. */
    ADDING_A_GROUND_ENDS_THE_PAPER {
        @Override
        Between.Hand on(Ground ground) {
            return calling("CaseRecords.add", call -> {
                CaseRecord fresh = (CaseRecord) call.arguments().get(0);
                Instant now = fresh.filed().filedAt();
                for (Attestation paper : call.records()
                        .papers()
                        .ofPerson(Upkeep.READS_ALL, fresh.filed().person())) {
                    if (paper.end().isEmpty()) {
                        call.records().papers().end(paper.number(), new Attestation.End(now, "replaced"));
                    }
                }
                return call.goOn();
            });
        }
    },

    /** An ended case that is taken up again stands in no queue. */
    NEXT_DATE_DROPPED_ON_REOPEN {
        @Override
        Between.Hand on(Ground ground) {
            return changing((before, after) -> !before.standing().status().isOpen()
                            && after.standing().status().isOpen()
                    ? nobodysTurn(after)
                    : after);
        }
    },

    /** Whoever asks is read for as the platform itself. */
    SCOPE_FORGOTTEN {
        @Override
        Between.Hand on(Ground ground) {
            return calling(
                    "CaseRecords.find",
                    call -> call.goOn(Upkeep.READS_ALL, call.arguments().get(1)));
        }
    },

    /** A correction that waits is nobody's task. */
    CORRECTION_IS_NOBODYS_TASK {
        @Override
        Between.Hand on(Ground ground) {
            return calling(
                    "DueRecords.files",
                    call -> ((List<?>) call.goOn())
                            .stream()
                                    .map(file -> ((PersonFile) file).withCorrection(Optional.empty()))
                                    .toList());
        }
    },

    /** A mandate goes on though its person has ended it. */
    MANDATE_OUTLIVES_ITS_END {
        @Override
        Between.Hand on(Ground ground) {
            return calling("MandateRecords.end", call -> null);
        }
    },

    /** A mandate of one person is read as that of another. */
    MANDATE_OF_SOMEBODY_ELSE {
        @Override
        Between.Hand on(Ground ground) {
            return calling(
                    "MandateRecords.between",
                    call -> call.records().mandates().ofMandatary((AccountId)
                            call.arguments().get(0)));
        }
    },

    /** Whoever is given a case does not get it, and the one who has it keeps it. */
    HANDED_OVER_TO_NOBODY {
        @Override
        Between.Hand on(Ground ground) {
            return changing((before, after) -> after.withStanding(StandingBuilder.builder(after.standing())
                    .assignee(before.standing().assignee())
                    .build()));
        }
    },

    /** A refusal comes after something was written. */
    REFUSED_AND_WRITTEN {
        @Override
        Between.Hand on(Ground ground) {
            return new Between.Hand() {
                @Override
                public <T> T write(Store store, Function<Records, T> work) {
                    try {
                        return store.write(work);
                    } catch (CaseException refused) {
                        ground.run("UPDATE permit_case SET version = version + 1");
                        throw refused;
                    }
                }
            };
        }
    },

    // ---- those that only the law tells: see the rehearsal

    /** The last day of the window counts no more. */
    WINDOW_OFF_BY_ONE {
        @Override
        Between.Hand on(Ground ground) {
            return droppingPapers((call, paper) -> ofTheChain(paper)
                    && caseOf(call, paper)
                            .filed()
                            .held()
                            .filter(held -> held.validUntil()
                                    .minusDays(60)
                                    .equals(caseOf(call, paper).filed().filedOn()))
                            .isPresent());
        }
    },

    /** A day begins in Mayotte when it begins in Paris. */
    PARIS_MIDNIGHT_IN_MAYOTTE {
        @Override
        Between.Hand on(Ground ground) {
            return changingPapers((call, paper) -> with(
                    paper,
                    new Validity(paper.validity().firstDay(), paper.validity().lastDay(), ZoneId.of("Europe/Paris")),
                    paper.rights()));
        }
    },

    /** A paper issued at once has the day of where the filing came to, though it is still the day before where the case has gone. */
    DAY_OF_THE_ZONE_AHEAD {
        @Override
        Between.Hand on(Ground ground) {
            return changingPapers((call, paper) -> {
                LocalDate ahead =
                        paper.issuedAt().atZone(paper.validity().zone()).toLocalDate();
                boolean dayBefore = paper.validity().firstDay().plusDays(1).equals(ahead);
                return ofTheChain(paper) && dayBefore
                        ? with(paper, paper.validity().since(ahead), paper.rights())
                        : paper;
            });
        }
    },

    /** What ends in summer ends by the clock of winter. */
    SUMMER_TIME_HOUR {
        @Override
        Between.Hand on(Ground ground) {
            ZoneId paris = ZoneId.of("Europe/Paris");
            return calling("PaperRecords.end", call -> {
                Attestation.End end = (Attestation.End) call.arguments().get(1);
                boolean summer = paris.getRules().isDaylightSavings(end.at());
                return call.goOn(
                        call.arguments().get(0),
                        summer ? new Attestation.End(end.at().plus(Duration.ofHours(1)), end.reason()) : end);
            });
        }
    },

    /** Of two cases neither is renewed, for the other one will be. */
    RENEWAL_SKIPPED_WITH_TWO_GROUNDS {
        @Override
        Between.Hand on(Ground ground) {
            return droppingPapers((call, paper) -> ofTheChain(paper)
                    && call.records().cases().ofPerson(Upkeep.READS_ALL, paper.person()).stream()
                                    .filter(record -> record.standing().status().isOpen())
                                    .count()
                            > 1);
        }
    },

    /** A process that begins issues the paper once more that the one before it had issued. */
    DOUBLED_AFTER_A_KILL {
        @Override
        Between.Hand on(Ground ground) {
            AtomicInteger papers = new AtomicInteger();
            return calling("PaperRecords.add", call -> {
                Attestation paper = (Attestation) call.arguments().get(0);
                Object answer = call.goOn();
                if (ofTheChain(paper) && papers.incrementAndGet() == 1) {
                    LocalDate next = paper.validity().firstDay().plusDays(1);
                    Numbers numbers = new Numbers();
                    call.goOn(paper.again(
                            numbers.attestationNumber(), numbers.checkCode(), next, paper.issuedAt(), "again"));
                }
                return answer;
            });
        }
    },

    /** Silence has ruled, and nothing is renewed any more. */
    SILENT_REFUSAL_STOPS_PAPERS {
        @Override
        Between.Hand on(Ground ground) {
            return droppingPapers((call, paper) ->
                    ofTheChain(paper) && caseOf(call, paper).standing().status() == CaseStatus.SILENTLY_REFUSED);
        }
    },

    /** Whoever does not collect their card in two months has no paper any more. */
    UNCOLLECTED_CARD_ENDS_TOO_EARLY {
        @Override
        Between.Hand on(Ground ground) {
            return changingPapers((call, paper) -> paper.kind() == PaperKind.ATTESTATION_DE_DECISION_FAVORABLE
                    ? with(paper, lasting(paper.validity(), 60), paper.rights())
                    : paper);
        }
    },

    /** A month has thirty days. */
    NINETY_DAYS_FOR_THREE_MONTHS {
        @Override
        Between.Hand on(Ground ground) {
            return changingPapers((call, paper) ->
                    ofTheChain(paper) ? with(paper, lasting(paper.validity(), 90), paper.rights()) : paper);
        }
    },

    /** The pass does what was due nine days ago. */
    LATE_PASS {
        @Override
        Between.Hand on(Ground ground) {
            return calling(
                    "DueRecords.claim",
                    call -> call.goOn(
                            ((Instant) call.arguments().get(0)).minus(Duration.ofDays(9)),
                            call.arguments().get(1),
                            call.arguments().get(2)));
        }
    },

    /** A first application lets everybody work. */
    WORK_AT_A_FIRST_APPLICATION {
        @Override
        Between.Hand on(Ground ground) {
            return changingPapers((call, paper) -> paper.because().contains("first-application")
                    ? with(paper, paper.validity(), working(paper.rights()))
                    : paper);
        }
    },

    /** What R. 431-15-2 says of the mainland is said everywhere. */
    MAINLAND_WORK_OVERSEAS {
        @Override
        Between.Hand on(Ground ground) {
            return changingPapers((call, paper) -> paper.kind() == PaperKind.ATTESTATION_DE_PROLONGATION
                            && !paper.rights().work().value().isSettled()
                    ? with(paper, paper.validity(), working(paper.rights()))
                    : paper);
        }
    },

    /** What is overdue stays with the team. */
    TASK_NOT_ESCALATED {
        @Override
        Between.Hand on(Ground ground) {
            return changing((before, after) -> after.withTasks(after.tasks().stream()
                    .map(task -> new Task(
                            task.id(),
                            task.caseNumber(),
                            task.kind(),
                            task.owner(),
                            task.dueOn(),
                            Task.Escalation.TEAM,
                            task.question()))
                    .toList()));
        }
    },

    /** A refusal ends the papers when it is signed, before anybody is told. */
    REFUSAL_ENDS_PAPERS_UNTOLD {
        @Override
        Between.Hand on(Ground ground) {
            return calling("CaseRecords.change", call -> {
                CaseRecord after = (CaseRecord) call.arguments().get(0);
                boolean refused = after.standing().status() == CaseStatus.REFUSED
                        && stood(call).standing().status() != CaseStatus.REFUSED;
                Object answer = call.goOn();
                if (refused) {
                    Instant now = lastIssued(call, after);
                    papersOf(call, after)
                            .forEach(paper ->
                                    call.records().papers().end(paper.number(), new Attestation.End(now, "refused")));
                }
                return answer;
            });
        }
    },

    /** Whoever has a card to collect files nothing before. */
    UNCOLLECTED_CARD_LOCKS_OUT {
        @Override
        Between.Hand on(Ground ground) {
            return calling("CaseRecords.add", call -> {
                CaseRecord fresh = (CaseRecord) call.arguments().get(0);
                boolean waits = call
                        .records()
                        .cases()
                        .ofPerson(Upkeep.READS_ALL, fresh.filed().person())
                        .stream()
                        .anyMatch(record -> record.standing().status() == CaseStatus.CARD_READY);
                if (waits) {
                    throw new CaseException(ErrorCode.CONTRADICTORY_INPUT);
                }
                return call.goOn();
            });
        }
    },

    /** A renewal is judged by the permit before the one that was granted and never collected. */
    UNCOLLECTED_CARD_IS_NOT_HELD {
        @Override
        Between.Hand on(Ground ground) {
            return calling("CaseRecords.add", call -> {
                CaseRecord fresh = (CaseRecord) call.arguments().get(0);
                Optional<HeldPermit> inHand = call
                        .records()
                        .people()
                        .find(Upkeep.READS_ALL, fresh.filed().person())
                        .orElseThrow()
                        .heldPermits()
                        .stream()
                        .map(HeldPermitFact::permit)
                        .max(Comparator.comparing(HeldPermit::validUntil));
                boolean granted = fresh.filed()
                        .held()
                        .filter(held -> inHand.filter(held::equals).isEmpty())
                        .isPresent();
                return granted ? call.goOn(fresh.withFiled(fresh.filed().withHeld(inHand))) : call.goOn();
            });
        }
    },

    /** Whatever ends a case, its papers go on. */
    PAPERS_OUTLIVE_THE_CASE {
        @Override
        Between.Hand on(Ground ground) {
            return calling("PaperRecords.end", call -> null);
        }
    };

    abstract Between.Hand on(Ground ground);

    @FunctionalInterface
    private interface Change {
        CaseRecord of(CaseRecord before, CaseRecord after);
    }

    @FunctionalInterface
    private interface Answering {
        Object answer(Between.Call call) throws Throwable;
    }

    private static Between.Hand changing(Change change) {
        return calling("CaseRecords.change", call -> {
            CaseRecord after = (CaseRecord) call.arguments().get(0);
            return call.goOn(change.of(stood(call), after));
        });
    }

    private static Between.Hand calling(String name, Answering answering) {
        return new Between.Hand() {
            @Override
            public Object pass(Between.Call call) throws Throwable {
                return call.name().equals(name) ? answering.answer(call) : call.goOn();
            }
        };
    }

    private static boolean changes(Between.Call call) {
        return call.name().equals("CaseRecords.change");
    }

    private static CaseRecord stood(Between.Call call) {
        CaseRecord after = (CaseRecord) call.arguments().get(0);
        return call.records().cases().find(Upkeep.READS_ALL, after.number()).orElseThrow();
    }

    private static CaseRecord nobodysTurn(CaseRecord record) {
        return record.withStanding(record.standing()
                .withOutlook(
                        Optional.empty(),
                        record.standing().wakeAt(),
                        record.standing().rightEndsOn()));
    }

    @FunctionalInterface
    private interface PaperChange {
        Attestation of(Between.Call call, Attestation paper);
    }

    private static Between.Hand changingPapers(PaperChange change) {
        return calling(
                "PaperRecords.add",
                call -> call.goOn(change.of(call, (Attestation) call.arguments().get(0))));
    }

    private static Between.Hand droppingPapers(BiPredicate<Between.Call, Attestation> which) {
        return calling(
                "PaperRecords.add",
                call -> which.test(call, (Attestation) call.arguments().get(0)) ? null : call.goOn());
    }

    private static boolean ofTheChain(Attestation paper) {
        return paper.kind() == PaperKind.ATTESTATION_DE_PROLONGATION || paper.kind() == PaperKind.RECEPISSE;
    }

    private static CaseRecord caseOf(Between.Call call, Attestation paper) {
        return call.records().cases().find(Upkeep.READS_ALL, paper.caseNumber()).orElseThrow();
    }

    private static List<Attestation> papersOf(Between.Call call, CaseRecord record) {
        return call.records().papers().ofPerson(Upkeep.READS_ALL, record.filed().person()).stream()
                .filter(paper -> paper.caseNumber().equals(record.number()))
                .filter(paper -> ofTheChain(paper) && paper.end().isEmpty())
                .toList();
    }

    /** Some instant at which they stood. */
    private static Instant lastIssued(Between.Call call, CaseRecord record) {
        return papersOf(call, record).stream()
                .map(Attestation::issuedAt)
                .max(Comparator.naturalOrder())
                .orElse(record.filed().filedAt());
    }

    private static Validity lasting(Validity validity, int days) {
        LocalDate last = validity.firstDay().plusDays(days - 1L);
        return Validity.between(validity.firstDay(), last, validity.zone());
    }

    private static Rights working(Rights rights) {
        return new Rights(
                rights.stay(),
                new Right<>(Reading.settled(WorkRight.ANY), rights.work().basis()),
                rights.travel(),
                rights.social());
    }

    private static Attestation with(Attestation paper, Validity validity, Rights rights) {
        return new Attestation(
                paper.number(),
                paper.kind(),
                paper.person(),
                paper.caseNumber(),
                paper.prefecture(),
                validity,
                rights,
                paper.basis(),
                paper.because(),
                paper.edition(),
                paper.issuedAt(),
                paper.checkCode(),
                paper.end());
    }
}
