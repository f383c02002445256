package fr.sejour.core.internal;

import fr.sejour.api.access.AccessLine;
import fr.sejour.api.access.Account;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.Role;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.Share;
import fr.sejour.api.attestation.ShareCode;
import fr.sejour.api.attestation.StatusIndex;
import fr.sejour.api.attestation.UncoveredMonth;
import fr.sejour.api.bulk.BulkAct.Line;
import fr.sejour.api.bulk.BulkAct.Outcome;
import fr.sejour.api.bulk.BulkAct.State;
import fr.sejour.api.bulk.BulkActId;
import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.Held;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.LocalDelay;
import fr.sejour.api.cases.PieceVersion;
import fr.sejour.api.cases.QueueFilter;
import fr.sejour.api.cases.RelatedCase;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.TaskQuery;
import fr.sejour.api.cases.UploadId;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.correction.CorrectionNumber;
import fr.sejour.api.correction.Proof;
import fr.sejour.api.edition.EditionEffect;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.filing.Received;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.mandate.Mandate;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.Mandates;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.operation.Deliveries.Delivery;
import fr.sejour.api.operation.Watchdog.Fault;
import fr.sejour.api.operation.Watchdog.Stray;
import fr.sejour.api.paper.PaperSigner.Level;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.DeclaredResidence;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.LookAlike;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.report.Report;
import fr.sejour.api.report.ReportNumber;
import fr.sejour.api.team.Colleague;
import fr.sejour.api.team.Leave;
import fr.sejour.api.team.Team;
import fr.sejour.api.team.TeamCode;
import fr.sejour.core.port.AccountRecords;
import fr.sejour.core.port.AttemptRecords;
import fr.sejour.core.port.BulkRecord;
import fr.sejour.core.port.BulkRecords;
import fr.sejour.core.port.CaseGlance;
import fr.sejour.core.port.CasePlace;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecords;
import fr.sejour.core.port.ClaimedDelivery;
import fr.sejour.core.port.CopyRecord;
import fr.sejour.core.port.CopyRecords;
import fr.sejour.core.port.CorrectionRecords;
import fr.sejour.core.port.DelayRecords;
import fr.sejour.core.port.DueRecords;
import fr.sejour.core.port.EarlierPaper;
import fr.sejour.core.port.EditionRecord;
import fr.sejour.core.port.EditionRecords;
import fr.sejour.core.port.EvidenceRecord;
import fr.sejour.core.port.EvidenceRecords;
import fr.sejour.core.port.FollowedCase;
import fr.sejour.core.port.GapRow;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.JournalRecords;
import fr.sejour.core.port.LookAlikeRecords;
import fr.sejour.core.port.MandateRecords;
import fr.sejour.core.port.NameWords;
import fr.sejour.core.port.NoticeRecords;
import fr.sejour.core.port.OfferedRow;
import fr.sejour.core.port.PaperFile;
import fr.sejour.core.port.PaperRecords;
import fr.sejour.core.port.PersonFile;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PersonRecords;
import fr.sejour.core.port.PieceRecord;
import fr.sejour.core.port.PlannedGap;
import fr.sejour.core.port.QueueRow;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.RegisterEntry;
import fr.sejour.core.port.RegisterRecords;
import fr.sejour.core.port.ReportRecord;
import fr.sejour.core.port.ReportRecords;
import fr.sejour.core.port.ShareRecords;
import fr.sejour.core.port.StaffRecord;
import fr.sejour.core.port.Standing;
import fr.sejour.core.port.Statement;
import fr.sejour.core.port.StockRecords;
import fr.sejour.core.port.Store;
import fr.sejour.core.port.StrayRecords;
import fr.sejour.core.port.TeamOf;
import fr.sejour.core.port.TeamRecords;
import fr.sejour.core.port.TraceRecords;
import fr.sejour.core.port.UncoveredDay;
import fr.sejour.core.port.UncoveredRecords;
import fr.sejour.core.port.UncoveredRecords.WithoutProof;
import fr.sejour.core.port.UploadRecord;
import fr.sejour.core.port.WrappedKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The records in memory: one transaction at a time, all or nothing, scope as the port promises. */
public final class InMemoryStore implements Store {

    private Shelves shelves = new Shelves();

    @Override
    public synchronized <T> T write(Function<Records, T> work) {
        Shelves draft = shelves.copy();
        T result = work.apply(draft);
        shelves = draft;
        return result;
    }

    @Override
    public synchronized <T> T read(Function<Records, T> work) {
        return work.apply(shelves.copy());
    }

    private static final class Shelves implements Records {

        private final Map<CaseNumber, CaseRecord> cases = new LinkedHashMap<>();
        private final Map<PersonId, WrappedKey> personKeys = new HashMap<>();
        private final Map<EvidenceId, EvidenceRecord> evidence = new LinkedHashMap<>();
        private final Map<CaseNumber, List<PieceVersion>> versions = new HashMap<>();
        private final Map<UploadId, UploadRecord> uploads = new HashMap<>();
        private final Map<CaseNumber, List<JournalLine>> journals = new HashMap<>();
        private final Map<String, CaseRecords.RememberedFiling> keys = new HashMap<>();
        private final Map<PersonId, PersonRecord> people = new LinkedHashMap<>();
        private final Map<PersonId, DeclaredResidence> residences = new HashMap<>();
        private final Map<AttestationNumber, Attestation> papers = new LinkedHashMap<>();
        private final Map<PersonId, List<Notice>> notices = new HashMap<>();
        private final Map<String, Owed> deliveries = new LinkedHashMap<>();
        private final Map<String, Until> untils = new HashMap<>();
        private final Set<String> consumers = new LinkedHashSet<>();
        private final Map<Login, Account> accounts = new HashMap<>();
        private final Map<String, Session> sessions = new HashMap<>();
        private final Map<ForeignerNumber, RegisterEntry> register = new HashMap<>();
        private final Map<ForeignerNumber, PersonId> links = new HashMap<>();
        private final Map<String, List<Instant>> attempts = new HashMap<>();
        private final Map<AttemptNumber, Attempt> traces = new LinkedHashMap<>();
        private final Map<ReportNumber, ReportRecord> reports = new LinkedHashMap<>();
        private final Map<CorrectionNumber, Correction> corrections = new LinkedHashMap<>();
        private final Map<Set<PersonId>, LookAlike.KeptApart> apart = new LinkedHashMap<>();
        private final Map<PersonId, KeptCode> recoveries = new HashMap<>();
        private final Map<PersonId, KeptCode> counterCodes = new HashMap<>();
        private final Map<PersonId, List<AccessLine>> access = new HashMap<>();
        private final Map<CaseNumber, Stray> strays = new LinkedHashMap<>();
        private final List<UncoveredDay> uncovered = new ArrayList<>();
        private final Map<PrefectureCode, Map<TeamCode, Team>> teams = new HashMap<>();
        private final Map<PrefectureCode, Set<AccountId>> chiefs = new HashMap<>();
        private final Map<AccountId, Leave> leaves = new HashMap<>();
        private final Set<AccountId> closed = new HashSet<>();
        private final Map<BulkActId, BulkRecord> bulk = new LinkedHashMap<>();
        private final Map<BulkActId, List<Line>> lines = new HashMap<>();
        private final Map<DelayRecords.Ground, LocalDelay> delays = new HashMap<>();
        private final Map<String, StockRecords.TakenOver> stock = new HashMap<>();
        private final Map<MandataryCode, Mandatary> mandataries = new HashMap<>();
        private final Map<MandateNumber, Mandate> mandates = new LinkedHashMap<>();
        private final Map<ShareCode, Share> shares = new LinkedHashMap<>();
        private final Map<String, CopyRecord> copies = new LinkedHashMap<>();
        private final Map<String, EditionRecord> editions = new LinkedHashMap<>();
        private final Map<String, byte[]> jars = new HashMap<>();
        private final Map<String, List<EditionEffect>> effects = new HashMap<>();

        Shelves copy() {
            Shelves copy = new Shelves();
            copy.cases.putAll(cases);
            copy.editions.putAll(editions);
            copy.jars.putAll(jars);
            effects.forEach((name, found) -> copy.effects.put(name, new ArrayList<>(found)));
            copy.personKeys.putAll(personKeys);
            copy.evidence.putAll(evidence);
            versions.forEach((number, given) -> copy.versions.put(number, new ArrayList<>(given)));
            copy.uploads.putAll(uploads);
            journals.forEach((number, lines) -> copy.journals.put(number, new ArrayList<>(lines)));
            copy.keys.putAll(keys);
            copy.people.putAll(people);
            copy.residences.putAll(residences);
            copy.papers.putAll(papers);
            notices.forEach((person, told) -> copy.notices.put(person, new ArrayList<>(told)));
            copy.deliveries.putAll(deliveries);
            copy.untils.putAll(untils);
            copy.consumers.addAll(consumers);
            copy.accounts.putAll(accounts);
            copy.sessions.putAll(sessions);
            copy.register.putAll(register);
            copy.links.putAll(links);
            copy.traces.putAll(traces);
            copy.reports.putAll(reports);
            copy.corrections.putAll(corrections);
            copy.apart.putAll(apart);
            copy.recoveries.putAll(recoveries);
            copy.counterCodes.putAll(counterCodes);
            access.forEach((person, lines) -> copy.access.put(person, new ArrayList<>(lines)));
            attempts.forEach((subject, at) -> copy.attempts.put(subject, new ArrayList<>(at)));
            copy.strays.putAll(strays);
            copy.uncovered.addAll(uncovered);
            teams.forEach((prefecture, made) -> copy.teams.put(prefecture, new TreeMap<>(made)));
            copy.chiefs.putAll(chiefs);
            copy.leaves.putAll(leaves);
            copy.closed.addAll(closed);
            copy.bulk.putAll(bulk);
            lines.forEach((id, of) -> copy.lines.put(id, new ArrayList<>(of)));
            copy.delays.putAll(delays);
            copy.stock.putAll(stock);
            copy.mandataries.putAll(mandataries);
            copy.mandates.putAll(mandates);
            copy.shares.putAll(shares);
            copy.copies.putAll(copies);
            return copy;
        }

        boolean mayRead(Caller caller, CaseRecord record) {
            Standing standing = record.standing();
            return caller.role() == Role.NATIONAL
                    || caller.speaksFor(record.filed().person())
                    || caller.prefectures().contains(standing.prefecture())
                    || standing.formerPrefectures().stream().anyMatch(caller.prefectures()::contains)
                    || standing.transfer()
                            .map(offer -> caller.prefectures().contains(offer.to()))
                            .orElse(false);
        }

        boolean mayRead(Caller caller, PersonId person) {
            return caller.role() == Role.NATIONAL
                    || caller.speaksFor(person)
                    || cases.values().stream()
                            .anyMatch(record -> record.filed().person().equals(person) && mayRead(caller, record));
        }

        @Override
        public CaseRecords cases() {
            return new Cases();
        }

        @Override
        public PersonRecords people() {
            return new People();
        }

        @Override
        public LookAlikeRecords lookAlikes() {
            return new Alike();
        }

        @Override
        public EvidenceRecords evidence() {
            return new Files();
        }

        @Override
        public PaperRecords papers() {
            return new Papers();
        }

        @Override
        public NoticeRecords notices() {
            return new Notices();
        }

        @Override
        public AccountRecords accounts() {
            return new Accounts();
        }

        @Override
        public RegisterRecords register() {
            return new Register();
        }

        /** Chains are the tables': what verifies and seals them is tried on those. */
        @Override
        public JournalRecords journals() {
            throw new UnsupportedOperationException("not chained in memory");
        }

        @Override
        public StrayRecords strays() {
            return new Strays();
        }

        @Override
        public StockRecords stock() {
            return new StockRecords() {
                @Override
                public Optional<TakenOver> find(String reference) {
                    return Optional.ofNullable(stock.get(reference));
                }

                @Override
                public void add(TakenOver row) {
                    stock.put(row.reference(), row);
                }
            };
        }

        @Override
        public CopyRecords copies() {
            return new CopyRecords() {

                @Override
                public void add(CopyRecord made) {
                    copies.put(made.paper() + made.language(), made);
                }

                @Override
                public void change(CopyRecord changed) {
                    copies.put(changed.paper() + changed.language(), changed);
                }

                @Override
                public Optional<CopyRecord> find(AttestationNumber paper, String language) {
                    return Optional.ofNullable(copies.get(paper + language));
                }

                @Override
                public List<CopyRecord> incomplete(Instant now, int limit) {
                    return copies.values().stream()
                            .filter(it ->
                                    it.level() != Level.LT && !it.nextTryAt().isAfter(now))
                            .limit(limit)
                            .toList();
                }

                @Override
                public long unstamped() {
                    return copies.values().stream()
                            .filter(it -> it.level() == Level.B)
                            .count();
                }

                @Override
                public Set<String> known(Set<String> names) {
                    return copies.values().stream()
                            .map(it -> it.file().name())
                            .filter(names::contains)
                            .collect(Collectors.toSet());
                }
            };
        }

        @Override
        public EditionRecords editions() {
            return new EditionRecords() {

                @Override
                public void add(EditionRecord fresh, byte[] jar) {
                    editions.put(fresh.name(), fresh);
                    jars.put(fresh.name(), jar);
                }

                @Override
                public Optional<EditionRecord> find(String name) {
                    return Optional.ofNullable(editions.get(name));
                }

                @Override
                public List<EditionRecord> all() {
                    return List.copyOf(editions.values());
                }

                @Override
                public void hold() {
                    // one transaction at a time runs here
                }

                @Override
                public byte[] jar(String name) {
                    return jars.get(name);
                }

                @Override
                public boolean change(EditionRecord changed) {
                    boolean present = editions.get(changed.name()).version() == changed.version();
                    if (present) {
                        editions.put(changed.name(), changed.withVersion(changed.version() + 1));
                    }
                    return present;
                }

                @Override
                public void found(String name, List<EditionEffect> found) {
                    effects.computeIfAbsent(name, it -> new ArrayList<>()).addAll(found);
                }

                @Override
                public void forget(String name) {
                    effects.remove(name);
                }

                @Override
                public List<EditionEffect> effects(
                        String name, Optional<EditionEffect.Change> only, Optional<CaseNumber> after, int limit) {
                    return effects.getOrDefault(name, List.of()).stream()
                            .filter(effect -> only.isEmpty() || only.get() == effect.change())
                            .filter(effect ->
                                    after.isEmpty() || effect.caseNumber().compareTo(after.get()) > 0)
                            .sorted(Comparator.comparing(EditionEffect::caseNumber))
                            .limit(limit)
                            .toList();
                }
            };
        }

        @Override
        public ShareRecords shares() {
            return new ShareRecords() {

                @Override
                public void add(Share fresh) {
                    shares.put(fresh.code(), fresh);
                }

                @Override
                public void end(Share ended) {
                    shares.put(ended.code(), ended);
                }

                @Override
                public Optional<Share> find(ShareCode code) {
                    return Optional.ofNullable(shares.get(code));
                }

                @Override
                public List<Share> ofPerson(PersonId person) {
                    return shares.values().stream()
                            .filter(it ->
                                    it.person().equals(person) && it.endedAt().isEmpty())
                            .sorted(Comparator.comparing(Share::givenAt).reversed())
                            .toList();
                }
            };
        }

        @Override
        public MandateRecords mandates() {
            return new MandateRecords() {
                @Override
                public void add(Mandatary fresh) {
                    mandataries.put(fresh.code(), fresh);
                }

                @Override
                public Optional<Mandatary> mandatary(MandataryCode code) {
                    return Optional.ofNullable(mandataries.get(code));
                }

                @Override
                public void add(Mandate fresh) {
                    mandates.put(fresh.number(), fresh);
                }

                @Override
                public void end(Mandate ended) {
                    mandates.put(ended.number(), ended);
                }

                @Override
                public List<Mandate> ofPerson(PersonId person) {
                    return newestFirst(it -> it.person().equals(person));
                }

                @Override
                public List<Mandate> ofMandatary(AccountId account) {
                    return newestFirst(it -> it.mandatary().account().equals(account)
                            && it.ended().isEmpty());
                }

                @Override
                public Optional<Mandate> find(MandateNumber number) {
                    return Optional.ofNullable(mandates.get(number));
                }

                @Override
                public List<Mandate> between(AccountId account, PersonId person) {
                    return ofMandatary(account).stream()
                            .filter(it -> it.person().equals(person))
                            .toList();
                }

                @Override
                public List<Mandates.Helped> helped(
                        AccountId account, LocalDate day, Optional<Mandates.Helped> after, int limit) {
                    Comparator<Mandates.Helped> byName = Comparator.comparing(Mandates.Helped::familyName)
                            .thenComparing(Mandates.Helped::givenNames)
                            .thenComparing(it -> it.mandate().number().value());
                    return ofMandatary(account).stream()
                            .filter(it -> it.standsOn(day))
                            .map(it -> {
                                CivilStatus known = people.get(it.person()).civilStatus();
                                return new Mandates.Helped(it, known.familyName(), known.givenNames());
                            })
                            .filter(it -> after.map(last -> byName.compare(it, last) > 0)
                                    .orElse(true))
                            .sorted(byName)
                            .limit(limit)
                            .toList();
                }

                private List<Mandate> newestFirst(Predicate<Mandate> kept) {
                    return mandates.values().stream()
                            .filter(kept)
                            .sorted(Comparator.<Mandate, Instant>comparing(
                                            it -> it.given().at())
                                    .reversed())
                            .toList();
                }
            };
        }

        @Override
        public AttemptRecords attempts() {
            return new Attempts();
        }

        @Override
        public TeamRecords teams() {
            return new TeamShelf();
        }

        @Override
        public BulkRecords bulk() {
            return new BulkShelf();
        }

        private final class TeamShelf implements TeamRecords {

            @Override
            public List<Team> ofNobody() {
                return teams.values().stream()
                        .flatMap(made -> made.values().stream())
                        .filter(team -> !TeamOf.grounds(team).isEmpty())
                        .filter(team -> colleagues(team.prefecture()).stream()
                                .noneMatch(it -> team.members().contains(it.account())))
                        .sorted(Comparator.comparing(Team::prefecture).thenComparing(Team::code))
                        .toList();
            }

            @Override
            public List<Team> ofPrefecture(PrefectureCode prefecture) {
                return List.copyOf(teams.getOrDefault(prefecture, Map.of()).values());
            }

            @Override
            public void keep(Team team) {
                teams.computeIfAbsent(team.prefecture(), first -> new TreeMap<>())
                        .put(team.code(), team);
            }

            @Override
            public void remove(PrefectureCode prefecture, TeamCode team) {
                teams.getOrDefault(prefecture, Map.of()).remove(team);
            }

            @Override
            public List<Colleague> colleagues(PrefectureCode prefecture) {
                return accounts.values().stream()
                        .filter(it -> it.caller().prefectures().contains(prefecture))
                        .filter(it -> !closed.contains(it.caller().account()))
                        .map(it -> new Colleague(
                                it.caller().account(),
                                it.login(),
                                chiefs.getOrDefault(prefecture, Set.of())
                                        .contains(it.caller().account()),
                                Optional.ofNullable(leaves.get(it.caller().account()))))
                        .sorted(Comparator.comparing(it -> it.login().value()))
                        .toList();
            }

            @Override
            public Optional<StaffRecord> staff(AccountId account) {
                return accounts.values().stream()
                        .filter(it -> it.caller().account().equals(account))
                        .filter(it -> it.caller().isStaff())
                        .map(it -> new StaffRecord(it.caller(), it.login(), closed.contains(account)))
                        .findFirst();
            }

            @Override
            public void appoint(PrefectureCode prefecture, Set<AccountId> named) {
                chiefs.put(prefecture, named);
            }

            @Override
            public void keepLeave(AccountId agent, Optional<Leave> leave) {
                leaves.remove(agent);
                leave.ifPresent(it -> leaves.put(agent, it));
            }

            boolean there(AccountId account, PrefectureCode prefecture, LocalDate day) {
                return colleagues(prefecture).stream()
                        .filter(it -> it.account().equals(account))
                        .anyMatch(it ->
                                it.leave().filter(leave -> leave.covers(day)).isEmpty());
            }

            /** Who works on the case on a day; nobody when it is the team's. */
            Optional<AccountId> holder(CaseRecord record, LocalDate day) {
                PrefectureCode prefecture = record.standing().prefecture();
                return record.standing()
                        .assignee()
                        .filter(account -> colleagues(prefecture).stream()
                                .anyMatch(it -> it.account().equals(account)))
                        .flatMap(account -> there(account, prefecture, day)
                                ? Optional.of(account)
                                : Optional.ofNullable(leaves.get(account))
                                        .flatMap(Leave::standIn)
                                        .filter(it -> there(it, prefecture, day)));
            }

            boolean holds(CaseRecord record, Held held, Caller caller, LocalDate day) {
                if (held == Held.NOBODY) {
                    return holder(record, day).isEmpty();
                }
                if (held == Held.MINE) {
                    return record.standing().assignee().equals(Optional.of(caller.account()))
                            || holder(record, day).equals(Optional.of(caller.account()));
                }
                List<Team> made = ofPrefecture(record.standing().prefecture());
                return TeamOf.theCase(record, made, colleagues(record.standing().prefecture()))
                        .map(team -> team.members().contains(caller.account()))
                        .orElseGet(() ->
                                made.stream().noneMatch(team -> team.members().contains(caller.account())));
            }
        }

        private final class BulkShelf implements BulkRecords {

            @Override
            public void add(BulkRecord fresh, List<Line> ofIt) {
                bulk.put(fresh.id(), fresh);
                lines.put(fresh.id(), new ArrayList<>(ofIt));
            }

            @Override
            public Optional<BulkRecord> find(BulkActId id) {
                return Optional.ofNullable(bulk.get(id));
            }

            @Override
            public List<Line> lines(BulkActId id) {
                return List.copyOf(lines.get(id));
            }

            @Override
            public List<Line> ready(BulkActId id, int limit) {
                return lines.get(id).stream()
                        .filter(it -> it.outcome() == Outcome.READY)
                        .limit(limit)
                        .toList();
            }

            @Override
            public List<BulkActId> running(int limit) {
                return bulk.values().stream()
                        .filter(it -> it.state() == State.RUNNING)
                        .limit(limit)
                        .map(BulkRecord::id)
                        .toList();
            }

            @Override
            public boolean move(BulkActId id, State from, State to) {
                BulkRecord it = bulk.get(id);
                if (it.state() != from) {
                    return false;
                }
                bulk.put(id, new BulkRecord(id, it.by(), it.act(), to, it.preparedAt()));
                return true;
            }

            @Override
            public boolean settle(BulkActId id, Line settled) {
                if (bulk.get(id).state() != State.RUNNING) {
                    return false;
                }
                boolean waits = lines.get(id).stream()
                        .anyMatch(it -> it.number().equals(settled.number()) && it.outcome() == Outcome.READY);
                lines.get(id).replaceAll(it -> waits && it.number().equals(settled.number()) ? settled : it);
                return waits;
            }

            @Override
            public void sweep(Instant before) {
                bulk.values().removeIf(it -> it.preparedAt().isBefore(before) && it.state() != State.RUNNING);
                lines.keySet().retainAll(bulk.keySet());
            }
        }

        private final class Files implements EvidenceRecords {

            @Override
            public Optional<WrappedKey> key(PersonId person) {
                return Optional.ofNullable(personKeys.get(person));
            }

            @Override
            public void keepKey(PersonId person, WrappedKey key) {
                personKeys.put(person, key);
            }

            @Override
            public void add(EvidenceRecord fresh) {
                evidence.put(fresh.id(), fresh);
            }

            @Override
            public Optional<EvidenceRecord> find(EvidenceId id) {
                return Optional.ofNullable(evidence.get(id));
            }

            @Override
            public Optional<EvidenceRecord> named(PersonId person, String name) {
                return ofPerson(person).stream()
                        .filter(kept -> kept.name().equals(name))
                        .findFirst();
            }

            @Override
            public List<EvidenceRecord> ofPerson(PersonId person) {
                return evidence.values().stream()
                        .filter(kept -> kept.person().equals(person))
                        .toList();
            }

            @Override
            public List<EvidenceRecord> waiting(int limit) {
                return evidence.values().stream()
                        .filter(kept -> kept.scan() == ScanState.WAITING)
                        .limit(limit)
                        .toList();
            }

            @Override
            public void judge(EvidenceId id, ScanState scan) {
                evidence.computeIfPresent(
                        id,
                        (same, kept) -> new EvidenceRecord(
                                id,
                                kept.person(),
                                kept.name(),
                                kept.mediaType(),
                                kept.size(),
                                kept.digest(),
                                scan,
                                kept.keptAt()));
                versions.values()
                        .forEach(given -> given.replaceAll(it -> it.evidence().equals(id)
                                ? new PieceVersion(
                                        it.type(),
                                        it.version(),
                                        id,
                                        it.mediaType(),
                                        it.size(),
                                        it.digest(),
                                        scan,
                                        it.givenAt(),
                                        it.by(),
                                        it.end())
                                : it));
                cases.replaceAll((number, record) -> record.withPieces(record.pieces().stream()
                        .map(piece -> new PieceRecord(
                                piece.type(),
                                piece.state(),
                                piece.given()
                                        .map(it -> it.evidence().equals(id)
                                                ? new PieceRecord.Given(
                                                        it.version(),
                                                        id,
                                                        it.mediaType(),
                                                        it.size(),
                                                        it.digest(),
                                                        it.at(),
                                                        scan)
                                                : it),
                                piece.finding()))
                        .toList()));
            }

            @Override
            public void addVersion(CaseNumber number, PieceVersion fresh) {
                versions.computeIfAbsent(number, first -> new ArrayList<>()).add(fresh);
            }

            @Override
            public void endVersion(CaseNumber number, PieceType type, int version, PieceVersion.End end) {
                versions.get(number)
                        .replaceAll(it -> it.type().equals(type) && it.version() == version
                                ? new PieceVersion(
                                        type,
                                        version,
                                        it.evidence(),
                                        it.mediaType(),
                                        it.size(),
                                        it.digest(),
                                        it.scan(),
                                        it.givenAt(),
                                        it.by(),
                                        Optional.of(end))
                                : it);
            }

            @Override
            public List<PieceVersion> versions(CaseNumber number) {
                return versions.getOrDefault(number, List.of()).stream()
                        .sorted(Comparator.comparing(PieceVersion::type).thenComparing(PieceVersion::version))
                        .toList();
            }

            @Override
            public List<CaseNumber> uses(EvidenceId id) {
                return versions.entrySet().stream()
                        .filter(of -> of.getValue().stream()
                                .anyMatch(it -> it.evidence().equals(id)))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
            }

            @Override
            public Set<String> known(Set<String> names) {
                return evidence.values().stream()
                        .map(EvidenceRecord::name)
                        .filter(names::contains)
                        .collect(Collectors.toSet());
            }

            @Override
            public void begin(UploadRecord fresh) {
                uploads.put(fresh.id(), fresh);
            }

            @Override
            public Optional<UploadRecord> upload(UploadId id) {
                return Optional.ofNullable(uploads.get(id));
            }

            @Override
            public void finish(UploadId id) {
                uploads.computeIfPresent(
                        id,
                        (same, it) -> new UploadRecord(
                                id,
                                it.account(),
                                it.caseNumber(),
                                it.type(),
                                it.length(),
                                it.ending(),
                                it.expiresAt(),
                                true));
            }

            @Override
            public void forget(UploadId id) {
                uploads.remove(id);
            }

            @Override
            public void sweepUploads(Instant before) {
                uploads.values().removeIf(it -> it.expiresAt().isBefore(before));
            }
        }

        @Override
        public TraceRecords traces() {
            return new Traces();
        }

        @Override
        public ReportRecords reports() {
            return new Reports();
        }

        @Override
        public CorrectionRecords corrections() {
            return new Corrections();
        }

        @Override
        public DelayRecords delays() {
            return new Delays();
        }

        @Override
        public DueRecords due() {
            return new Dues();
        }

        @Override
        public UncoveredRecords uncovered() {
            return new Uncovered();
        }

        private final class Uncovered implements UncoveredRecords {

            @Override
            public void keep(PersonId person, List<UncoveredDay> days) {
                Set<LocalDate> known = new HashSet<>();
                ofPerson(person).forEach(day -> known.add(day.day()));
                days.stream().filter(day -> known.add(day.day())).forEach(uncovered::add);
            }

            @Override
            public List<WithoutProof> begun(Instant now, int limit) {
                return cases.values().stream()
                        .sorted(Comparator.<CaseRecord, Instant>comparing(
                                        record -> record.filed().filedAt())
                                .thenComparing(CaseRecord::number))
                        .flatMap(record -> record.standing().uncoveredAt().stream()
                                .filter(at -> !at.isAfter(now))
                                .filter(at -> record.standing()
                                        .wakeAt()
                                        .filter(wake -> !wake.isAfter(now))
                                        .isEmpty())
                                .map(at -> new WithoutProof(
                                        record.number(),
                                        record.filed().person(),
                                        record.standing().prefecture(),
                                        record.filed().zone(),
                                        record.standing().gap(),
                                        at,
                                        record.standing().wakeAt())))
                        .sorted(Comparator.comparing(WithoutProof::dayAt))
                        .limit(limit)
                        .toList();
            }

            @Override
            public List<UncoveredDay> ofPerson(PersonId person) {
                return uncovered.stream()
                        .filter(day -> day.person().equals(person))
                        .sorted(Comparator.comparing(UncoveredDay::day))
                        .toList();
            }

            @Override
            public Map<PrefectureCode, Long> countByPrefecture() {
                return uncovered.stream()
                        .collect(Collectors.groupingBy(UncoveredDay::prefecture, Collectors.counting()));
            }

            @Override
            public List<UncoveredMonth> count(List<PrefectureCode> prefectures, YearMonth month) {
                return uncovered.stream()
                        .filter(day -> YearMonth.from(day.day()).equals(month))
                        .filter(day -> prefectures.isEmpty() || prefectures.contains(day.prefecture()))
                        .collect(Collectors.groupingBy(UncoveredDay::prefecture, TreeMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(of -> new UncoveredMonth(
                                of.getKey(),
                                month,
                                of.getValue().size(),
                                of.getValue().stream()
                                        .map(UncoveredDay::person)
                                        .distinct()
                                        .count()))
                        .toList();
            }

            @Override
            public List<GapRow> gaps(
                    List<PrefectureCode> prefectures,
                    LocalDate until,
                    boolean needingSomebody,
                    Optional<GapKey> after,
                    int limit) {
                return cases.values().stream()
                        .filter(record -> prefectures.isEmpty()
                                || prefectures.contains(record.standing().prefecture()))
                        .flatMap(record -> record.standing().gap().map(gap -> row(record, gap)).stream())
                        .filter(row -> !row.gap().from().isAfter(until))
                        .filter(row -> !needingSomebody || row.gap().closing().isEmpty())
                        .filter(row -> after.filter(last -> key(row).compareTo(last) <= 0)
                                .isEmpty())
                        .sorted(Comparator.comparing(this::key))
                        .limit(limit)
                        .toList();
            }

            private GapKey key(GapRow row) {
                return new GapKey(row.gap().from(), row.number());
            }

            private GapRow row(CaseRecord record, PlannedGap gap) {
                PersonRecord person = people.get(record.filed().person());
                return new GapRow(
                        record.number(),
                        record.standing().prefecture(),
                        person.civilStatus().familyName(),
                        person.civilStatus().givenNames(),
                        gap,
                        record.tasks(),
                        (int) ofPerson(person.id()).stream()
                                .filter(day -> !day.day().isBefore(gap.from()))
                                .count());
            }
        }

        private final class Dues implements DueRecords {

            @Override
            public List<Due> claim(Instant now, Optional<Due> after, int limit) {
                Comparator<Due> order = Comparator.comparing(Due::at).thenComparing(Due::number);
                return cases.values().stream()
                        .flatMap(record -> record.standing().wakeAt().stream()
                                .map(at ->
                                        new Due(record.number(), record.filed().person(), at)))
                        .filter(due -> !due.at().isAfter(now))
                        .filter(due -> after.filter(last -> order.compare(due, last) <= 0)
                                .isEmpty())
                        .sorted(order)
                        .limit(limit)
                        .toList();
            }

            @Override
            public boolean passesOver() {
                return false;
            }

            @Override
            public List<PersonFile> files(List<PersonId> wanted) {
                return wanted.stream()
                        .flatMap(id -> people().find(Caller.national(new AccountId("platform")), id).stream())
                        .map(this::file)
                        .toList();
            }

            private PersonFile file(PersonRecord person) {
                Caller platform = Caller.national(new AccountId("platform"));
                List<CaseRecord> theirs = cases().ofPerson(platform, person.id());
                Map<CaseNumber, CaseStatus> followed = new HashMap<>();
                theirs.stream()
                        .flatMap(record -> record.follows().stream())
                        .filter(it -> it.standing() == CaseLinks.Standing.CONFIRMED)
                        .filter(it -> cases.containsKey(it.number()))
                        .forEach(it -> followed.put(
                                it.number(), cases.get(it.number()).standing().status()));
                return new PersonFile(
                        person,
                        people().residence(person.id()),
                        theirs,
                        papers().ofPerson(platform, person.id()),
                        corrections().waiting(person.id()),
                        followed);
            }
        }

        private final class Cases implements CaseRecords {

            @Override
            public void add(CaseRecord fresh) {
                cases.put(fresh.number(), fresh);
            }

            @Override
            public void change(CaseRecord changed) {
                if (cases.get(changed.number()).version() != changed.version()) {
                    throw new CaseException(ErrorCode.CASE_CHANGED);
                }
                cases.put(changed.number(), changed.atNextVersion());
            }

            @Override
            public Optional<CaseRecord> find(Caller caller, CaseNumber number) {
                return Optional.ofNullable(cases.get(number)).filter(record -> mayRead(caller, record));
            }

            @Override
            public Optional<CasePlace> place(Caller caller, CaseNumber number) {
                return find(caller, number).map(CasePlace::of);
            }

            @Override
            public Optional<CaseNumber> ofForm(FormSerial form) {
                return cases.values().stream()
                        .filter(record -> record.filed()
                                .received()
                                .flatMap(Received::form)
                                .filter(form::equals)
                                .isPresent())
                        .map(CaseRecord::number)
                        .findFirst();
            }

            @Override
            public List<CaseRecord> ofPerson(Caller caller, PersonId person) {
                List<CaseRecord> found = new ArrayList<>(cases.values().stream()
                        .filter(record -> record.filed().person().equals(person) && mayRead(caller, record))
                        .toList());
                found.sort(Comparator.comparing(
                                (CaseRecord record) -> record.filed().filedAt())
                        .thenComparing(CaseRecord::number)
                        .reversed());
                return found;
            }

            @Override
            public boolean searchesText() {
                return false;
            }

            @Override
            public List<QueueRow> queue(
                    Caller caller,
                    List<PrefectureCode> prefectures,
                    QueueFilter filter,
                    LocalDate today,
                    Optional<QueueKey> after,
                    int limit) {
                if (filter.text().isPresent()) {
                    throw new CaseException(ErrorCode.FULL_TEXT_UNAVAILABLE);
                }
                return cases.values().stream()
                        .filter(record -> record.standing().next().isPresent())
                        .filter(record -> prefectures.isEmpty()
                                || prefectures.contains(record.standing().prefecture()))
                        .filter(record -> wanted(record, filter, today))
                        .filter(record -> filter.held().isEmpty()
                                || new TeamShelf().holds(record, filter.held().get(), caller, today))
                        .filter(record -> filter.assignee().isEmpty()
                                || record.standing().assignee().equals(filter.assignee()))
                        .map(this::row)
                        .filter(row -> after.isEmpty() || row.key().compareTo(after.get()) > 0)
                        .sorted(Comparator.comparing(QueueRow::key))
                        .limit(limit)
                        .toList();
            }

            private boolean wanted(CaseRecord record, QueueFilter filter, LocalDate today) {
                Standing standing = record.standing();
                CivilStatus person = people.get(record.filed().person()).civilStatus();
                Set<String> names = NameWords.of(person.familyName(), person.givenNames());
                return (filter.statuses().isEmpty() || filter.statuses().contains(standing.status()))
                        && same(filter.permit(), record.filed().permit())
                        && same(filter.channel(), record.filed().channel())
                        && same(filter.complete(), standing.completeOn().isPresent())
                        && same(filter.facts(), standing.facts())
                        && same(filter.employed(), record.filed().employed())
                        && filter.filedFrom().stream()
                                .noneMatch(day -> record.filed().filedOn().isBefore(day))
                        && filter.filedUntil().stream()
                                .noneMatch(day -> record.filed().filedOn().isAfter(day))
                        && filter.rightEndsUntil().stream()
                                .noneMatch(day -> standing.rightEndsOn()
                                        .orElse(LocalDate.MAX)
                                        .isAfter(day))
                        && same(filter.nextAct(), standing.next().orElseThrow().what())
                        && same(
                                filter.overdue(),
                                standing.next().orElseThrow().by().isBefore(today))
                        && filter.task().stream()
                                .allMatch(kind -> record.tasks().stream().anyMatch(task -> task.kind() == kind))
                        && same(
                                filter.duplicate(),
                                record.related().stream()
                                        .anyMatch(it -> it.link() == RelatedCase.Link.LIKELY_DUPLICATE))
                        && same(filter.transfer(), standing.transfer().isPresent())
                        && same(filter.number(), record.number())
                        && filter.name().map(NameWords::typed).stream()
                                .allMatch(typed -> !typed.isEmpty()
                                        && typed.stream()
                                                .allMatch(word -> names.stream().anyMatch(it -> it.startsWith(word))));
            }

            private static <T> boolean same(Optional<T> wanted, T found) {
                return wanted.isEmpty() || wanted.get().equals(found);
            }

            private QueueRow row(CaseRecord record) {
                PersonRecord person = people.get(record.filed().person());
                return new QueueRow(
                        record.number(),
                        record.standing().status(),
                        record.filed().permit(),
                        person.civilStatus().familyName(),
                        person.civilStatus().givenNames(),
                        record.standing().prefecture(),
                        record.filed().filedOn(),
                        record.standing().completeOn().isPresent(),
                        record.standing().rightEndsOn(),
                        record.filed().employed(),
                        record.standing().practice().priority(),
                        record.standing().next().orElseThrow());
            }

            @Override
            public Overtaken overtaken(Caller platform, Optional<CaseNumber> after, int followers) {
                List<CaseNumber> followed = cases.values().stream()
                        .flatMap(record -> record.follows().stream())
                        .map(FollowedCase::number)
                        .filter(number ->
                                after.filter(it -> it.compareTo(number) >= 0).isEmpty())
                        .sorted()
                        .limit(followers)
                        .toList();
                List<CaseNumber> overtaken = cases.values().stream()
                        .filter(record -> record.follows()
                                .map(FollowedCase::number)
                                .filter(followed::contains)
                                .isPresent())
                        .filter(record -> record.standing().next().isPresent()
                                || record.standing().wakeAt().isPresent())
                        .filter(record -> record.follows()
                                .filter(it -> it.standing() == CaseLinks.Standing.CONFIRMED)
                                .filter(it -> cases.containsKey(it.number()))
                                .filter(it -> !it.end()
                                        .equals(Optional.of(cases.get(it.number())
                                                        .standing()
                                                        .status())
                                                .filter(CaseStatus::endsAgainstThePerson)))
                                .isPresent())
                        .map(CaseRecord::number)
                        .sorted()
                        .toList();
                return new Overtaken(
                        overtaken,
                        followed.size() < followers
                                ? Optional.empty()
                                : Optional.of(followed.get(followed.size() - 1)));
            }

            @Override
            public List<CaseRecord> following(Caller caller, CaseNumber followed) {
                return cases.values().stream()
                        .filter(record -> mayRead(caller, record))
                        .filter(record -> record.follows()
                                .filter(it -> it.number().equals(followed))
                                .isPresent())
                        .sorted(Comparator.comparing(CaseRecord::number))
                        .toList();
            }

            @Override
            public void rest(CaseNumber number, Optional<Instant> wakeAt, Optional<Instant> uncoveredAt) {
                cases.computeIfPresent(
                        number,
                        (same, record) -> record.withStanding(record.standing()
                                .with()
                                .wakeAt(wakeAt)
                                .uncoveredAt(uncoveredAt)
                                .build()));
            }

            @Override
            public void wake(List<CaseNumber> numbers, Instant at) {
                numbers.forEach(number -> cases.computeIfPresent(
                        number,
                        (same, record) -> record.standing()
                                        .wakeAt()
                                        .filter(set -> !set.isAfter(at))
                                        .isPresent()
                                ? record
                                : record.withStanding(record.standing().withWakeAt(Optional.of(at)))));
            }

            @Override
            public List<CaseGlance> glance(Caller platform, Optional<CaseNumber> after, int limit) {
                return cases.values().stream()
                        .filter(record -> after.isEmpty() || record.number().compareTo(after.get()) > 0)
                        .sorted(Comparator.comparing(CaseRecord::number))
                        .limit(limit)
                        .map(Cases::seen)
                        .toList();
            }

            @Override
            public Optional<CaseGlance> glance(Caller platform, CaseNumber number) {
                return Optional.ofNullable(cases.get(number)).map(Cases::seen);
            }

            /** Queues are sorted when they are read here, so every case stands where its days put it. */
            private static CaseGlance seen(CaseRecord record) {
                Standing standing = record.standing();
                return new CaseGlance(
                        record.number(),
                        Optional.of(new CaseGlance.Seen(
                                standing.status(),
                                record.decision()
                                        .flatMap(DecisionFile::notification)
                                        .isPresent(),
                                record.filed().zone(),
                                standing.prefecture(),
                                standing.transfer(),
                                standing.next(),
                                standing.wakeAt(),
                                true)));
            }

            @Override
            public List<Task> openTasks(
                    Caller caller,
                    List<PrefectureCode> prefectures,
                    TaskQuery.Filter filter,
                    LocalDate today,
                    Optional<TaskKey> after,
                    int limit) {
                Comparator<Task> order = Comparator.comparing(Task::dueOn).thenComparing(Task::id);
                return cases.values().stream()
                        .filter(record -> filter.held().isEmpty()
                                || new TeamShelf().holds(record, filter.held().get(), caller, today))
                        .flatMap(record -> record.tasks().stream())
                        .filter(task -> task.owner().map(caller::serves).orElse(caller.role() == Role.NATIONAL))
                        .filter(task -> prefectures.isEmpty()
                                || task.owner().filter(prefectures::contains).isPresent())
                        .filter(task -> same(filter.kind(), task.kind()))
                        .filter(task -> same(filter.late(), task.dueOn().isBefore(today)))
                        .filter(task -> same(filter.escalation(), task.escalation()))
                        .filter(task -> after.isEmpty()
                                || task.dueOn().isAfter(after.get().dueOn())
                                || (task.dueOn().equals(after.get().dueOn())
                                        && task.id().compareTo(after.get().id()) > 0))
                        .sorted(order)
                        .limit(limit)
                        .toList();
            }

            @Override
            public List<CaseRecord> find(Caller caller, List<CaseNumber> numbers) {
                return numbers.stream()
                        .flatMap(number -> find(caller, number).stream())
                        .toList();
            }

            @Override
            public List<OfferedRow> offered(Caller caller, int limit) {
                return cases.values().stream()
                        .filter(record -> record.standing()
                                .transfer()
                                .filter(offer -> caller.serves(offer.to()))
                                .isPresent())
                        .map(record -> {
                            CivilStatus person =
                                    people.get(record.filed().person()).civilStatus();
                            return new OfferedRow(
                                    record.number(),
                                    record.filed().permit(),
                                    person.familyName(),
                                    person.givenNames(),
                                    record.filed().filedOn(),
                                    record.standing().prefecture(),
                                    record.standing().transfer().orElseThrow());
                        })
                        .sorted(Comparator.comparing(
                                        (OfferedRow row) -> row.offer().completesOn())
                                .thenComparing(OfferedRow::number))
                        .limit(limit)
                        .toList();
            }

            @Override
            public Map<CaseStatus, Long> countByStatus() {
                return cases.values().stream()
                        .collect(Collectors.groupingBy(
                                record -> record.standing().status(), Collectors.counting()));
            }

            @Override
            public long countTasksDueBefore(LocalDate day) {
                return cases.values().stream()
                        .flatMap(record -> record.tasks().stream())
                        .filter(task -> task.dueOn().isBefore(day))
                        .count();
            }

            @Override
            public void write(CaseNumber number, JournalEntry entry) {
                List<JournalLine> lines = journals.computeIfAbsent(number, it -> new ArrayList<>());
                lines.add(new JournalLine(
                        lines.size() + 1L,
                        entry.at(),
                        entry.actor(),
                        entry.what(),
                        entry.detail(),
                        entry.basis(),
                        "not chained in memory",
                        entry.statement().map(Statement::words)));
            }

            @Override
            public List<JournalLine> journal(CaseNumber number) {
                return List.copyOf(journals.getOrDefault(number, List.of()));
            }

            @Override
            public void remember(AccountId account, IdempotencyKey key, String digest, CaseNumber number) {
                keys.put(account + "/" + key.value(), new RememberedFiling(digest, number));
            }

            @Override
            public Optional<RememberedFiling> remembered(AccountId account, IdempotencyKey key) {
                return Optional.ofNullable(keys.get(account + "/" + key.value()));
            }
        }

        private final class Delays implements DelayRecords {

            @Override
            public List<DecidedCase> decidedSince(LocalDate day, Optional<CaseNumber> after, int limit) {
                return cases.values().stream()
                        .filter(record -> after.isEmpty() || record.number().compareTo(after.get()) > 0)
                        .sorted(Comparator.comparing(CaseRecord::number))
                        .flatMap(record -> record
                                .decision()
                                .flatMap(Delays::toldOn)
                                .filter(on -> !on.isBefore(day))
                                .map(on -> new DecidedCase(
                                        record.number(),
                                        Optional.of(new Told(
                                                record.filed(),
                                                record.standing().prefecture(),
                                                on))))
                                .stream())
                        .limit(limit)
                        .toList();
            }

            private static Optional<LocalDate> toldOn(DecisionFile decision) {
                Optional<LocalDate> notified = decision.notification().map(DecisionFile.NotificationFile::day);
                return switch (decision.outcome()) {
                    case GRANTED -> notified.or(() -> Optional.of(decision.decidedOn()));
                    case REFUSED -> notified;
                    case SILENTLY_REFUSED, REGISTRATION_REFUSED -> Optional.empty();
                };
            }

            @Override
            public LocalDelay of(Ground ground) {
                return delays.getOrDefault(ground, LocalDelay.UNKNOWN);
            }

            @Override
            public void keep(Map<Ground, LocalDelay> counted) {
                delays.clear();
                delays.putAll(counted);
            }
        }

        private final class Strays implements StrayRecords {

            @Override
            public void keep(CaseNumber number, Set<Fault> faults, Instant now) {
                Instant since = strays.containsKey(number) ? strays.get(number).since() : now;
                strays.put(number, new Stray(number, faults, since));
            }

            @Override
            public void settle(CaseNumber number) {
                strays.remove(number);
            }

            @Override
            public List<Stray> waiting(int limit) {
                return strays.values().stream().limit(limit).toList();
            }

            @Override
            public long count() {
                return strays.size();
            }
        }

        private final class People implements PersonRecords {

            @Override
            public void add(PersonRecord fresh) {
                people.put(fresh.id(), fresh);
            }

            @Override
            public void change(PersonRecord changed) {
                PersonRecord before = people.get(changed.id());
                people.put(changed.id(), changed.withEarlierPapers(before.earlierPapers()));
            }

            @Override
            public void hold(PersonId person) {
                // one transaction at a time
            }

            @Override
            public void hold(CaseNumber number) {
                // one transaction at a time
            }

            @Override
            public Optional<PersonRecord> find(Caller caller, PersonId person) {
                return Optional.ofNullable(people.get(person)).filter(it -> mayRead(caller, person));
            }

            @Override
            public List<PersonRecord> named(Caller caller, String name, LocalDate birthDate, int limit) {
                Set<String> typed = NameWords.typed(name);
                return people.values().stream()
                        .filter(it -> !typed.isEmpty() && mayRead(caller, it.id()))
                        .filter(it -> it.civilStatus().birthDate().equals(birthDate))
                        .filter(it -> {
                            CivilStatus said = it.civilStatus();
                            Set<String> words = NameWords.of(said.familyName(), said.givenNames());
                            return typed.stream()
                                    .allMatch(begin -> words.stream().anyMatch(word -> word.startsWith(begin)));
                        })
                        .sorted(Comparator.comparing(it -> it.civilStatus().familyName()))
                        .limit(limit)
                        .toList();
            }

            @Override
            public Optional<DeclaredResidence> residence(PersonId person) {
                return Optional.ofNullable(residences.get(person));
            }

            @Override
            public void keepResidence(PersonId person, DeclaredResidence residence) {
                residences.put(person, residence);
            }

            @Override
            public void forget(PersonId person, String reference) {
                PersonRecord before = people.get(person);
                people.put(
                        person,
                        before.withHeldPermits(before.heldPermits().stream()
                                .filter(fact -> !fact.reference().equals(reference))
                                .toList()));
            }

            @Override
            public void keep(PersonId person, EarlierPaper paper) {
                PersonRecord before = people.get(person);
                List<EarlierPaper> papers = new ArrayList<>(before.earlierPapers());
                papers.removeIf(paper::isSameAs);
                papers.add(paper);
                people.put(person, before.withEarlierPapers(papers));
            }

            @Override
            public void keep(PersonId person, HeldPermitFact fact) {
                PersonRecord before = people.get(person);
                List<HeldPermitFact> facts = new ArrayList<>(before.heldPermits());
                facts.removeIf(it -> it.reference().equals(fact.reference()));
                facts.add(fact);
                people.put(person, before.withHeldPermits(facts));
            }
        }

        private final class Papers implements PaperRecords {

            @Override
            public void add(Attestation issued) {
                boolean doubled = papers.values().stream()
                        .anyMatch(paper -> paper.caseNumber().equals(issued.caseNumber())
                                && paper.kind() == issued.kind()
                                && paper.isOfTheCommission() == issued.isOfTheCommission()
                                && paper.isOrdered() == issued.isOrdered()
                                && paper.end().isEmpty()
                                && paper.validity()
                                        .firstDay()
                                        .equals(issued.validity().firstDay()));
                if (doubled) {
                    throw new IllegalStateException("Two papers for one interval: " + issued);
                }
                papers.put(issued.number(), issued);
            }

            @Override
            public void end(AttestationNumber number, Attestation.End end) {
                papers.computeIfPresent(number, (it, paper) -> paper.ended(end));
            }

            @Override
            public Optional<Attestation> find(Caller caller, AttestationNumber number) {
                return Optional.ofNullable(papers.get(number)).filter(paper -> mayRead(caller, paper.person()));
            }

            @Override
            public List<Attestation> ofPerson(Caller caller, PersonId person) {
                return papers.values().stream()
                        .filter(paper -> paper.person().equals(person) && mayRead(caller, person))
                        .sorted(ORDER)
                        .toList();
            }

            @Override
            public StatusIndex statusIndex(AttestationNumber number) {
                return new StatusIndex(new ArrayList<>(papers.keySet()).indexOf(number));
            }

            @Override
            public long statusIndices() {
                return papers.size();
            }

            @Override
            public List<Stopped> stopped(int list, LocalDate on) {
                return papers.values().stream()
                        .filter(paper -> paper.end().isPresent())
                        .filter(paper -> paper.validity()
                                .lastDay()
                                .filter(last -> last.isBefore(on))
                                .isEmpty())
                        .map(paper -> new Stopped(
                                statusIndex(paper.number()), paper.end().orElseThrow()))
                        .filter(stopped -> stopped.index().list() == list)
                        .toList();
            }

            @Override
            public Optional<PaperFile> byCheckCode(CheckCode code, String subject, Instant since) {
                return papers.values().stream()
                        .filter(paper -> paper.checkCode().equals(code))
                        .findFirst()
                        .map(paper -> new PaperFile(
                                paper,
                                people.get(paper.person()),
                                papers.values().stream()
                                        .filter(other -> other.person().equals(paper.person()))
                                        .sorted(ORDER)
                                        .toList(),
                                attempts().failures(subject, since)));
            }
        }

        private record Owed(
                ClaimedDelivery delivery, Instant owedSince, Instant dueAt, boolean settled, Optional<String> fault) {}

        /** From when on a notice goes to the person. */
        private record Until(PersonId person, Instant at) {}

        private final class Notices implements NoticeRecords {

            @Override
            public void know(String consumer) {
                consumers.add(consumer);
            }

            @Override
            public Set<String> known() {
                return Set.copyOf(consumers);
            }

            @Override
            public void owe(PersonId person, Notice notice) {
                owe(person, notice, people.get(person).contact());
            }

            @Override
            public void owe(PersonId person, Notice notice, Contact to) {
                notices.computeIfAbsent(person, it -> new ArrayList<>()).add(0, notice);
                for (String consumer : consumers) {
                    String id = notice.id() + "-" + consumer;
                    deliveries.put(
                            id,
                            new Owed(
                                    new ClaimedDelivery(id, consumer, to, notice, 0),
                                    notice.createdAt(),
                                    notice.createdAt(),
                                    false,
                                    Optional.empty()));
                }
            }

            @Override
            public void owe(PersonId person, Notice notice, Contact to, Instant until) {
                owe(person, notice, to);
                untils.put(notice.id(), new Until(person, until));
            }

            @Override
            public List<Notice> ofPerson(PersonId person) {
                return List.copyOf(notices.getOrDefault(person, List.of()));
            }

            @Override
            public void seen(PersonId person, Set<String> seen, Instant at) {
                notices.computeIfPresent(
                        person,
                        (it, told) -> new ArrayList<>(told.stream()
                                .map(notice -> new Notice(
                                        notice.id(),
                                        notice.kind(),
                                        notice.caseNumber(),
                                        notice.language(),
                                        notice.subject(),
                                        notice.body(),
                                        notice.createdAt(),
                                        notice.seenAt()
                                                .or(() -> Optional.of(at).filter(now -> seen.contains(notice.id())))))
                                .toList()));
            }

            @Override
            public List<ClaimedDelivery> claim(Set<String> asked, Instant now, Instant until, int limit) {
                Set<String> blocked = new HashSet<>();
                List<ClaimedDelivery> claimed = new ArrayList<>();
                for (Map.Entry<String, Owed> row : deliveries.entrySet()) {
                    Owed owed = row.getValue();
                    String line = owed.delivery().consumer() + "/"
                            + owed.delivery().notice().caseNumber();
                    if (owed.settled() || !asked.contains(owed.delivery().consumer()) || !blocked.add(line)) {
                        continue;
                    }
                    if (!owed.dueAt().isAfter(now) && claimed.size() < limit) {
                        claimed.add(reached(owed.delivery(), now));
                        row.setValue(new Owed(owed.delivery(), owed.owedSince(), until, false, owed.fault()));
                    }
                }
                return claimed;
            }

            private ClaimedDelivery reached(ClaimedDelivery owed, Instant now) {
                Contact to = Optional.ofNullable(untils.get(owed.notice().id()))
                        .filter(until -> !now.isBefore(until.at()))
                        .map(until -> people.get(until.person()).contact())
                        .orElse(owed.to());
                return new ClaimedDelivery(owed.id(), owed.consumer(), to, owed.notice(), owed.failures());
            }

            @Override
            public void settle(String delivery, Instant at, Optional<String> undeliverable) {
                deliveries.computeIfPresent(
                        delivery,
                        (id, owed) -> new Owed(owed.delivery(), owed.owedSince(), owed.dueAt(), true, undeliverable));
            }

            @Override
            public void postpone(String delivery, Instant dueAt, String fault) {
                deliveries.computeIfPresent(
                        delivery,
                        (id, owed) -> new Owed(
                                new ClaimedDelivery(
                                        id,
                                        owed.delivery().consumer(),
                                        owed.delivery().to(),
                                        owed.delivery().notice(),
                                        owed.delivery().failures() + 1),
                                owed.owedSince(),
                                dueAt,
                                false,
                                Optional.of(fault)));
            }

            @Override
            public boolean makeDue(String delivery, Instant now) {
                Owed owed = deliveries.get(delivery);
                if (owed == null || owed.settled()) {
                    return false;
                }
                deliveries.put(delivery, new Owed(owed.delivery(), owed.owedSince(), now, false, owed.fault()));
                return true;
            }

            @Override
            public List<Delivery> waiting(int limit) {
                return deliveries.entrySet().stream()
                        .filter(row -> !row.getValue().settled())
                        .limit(limit)
                        .map(row -> new Delivery(
                                row.getKey(),
                                row.getValue().delivery().consumer(),
                                row.getValue().delivery().notice().kind(),
                                row.getValue().delivery().notice().caseNumber().value(),
                                row.getValue().owedSince(),
                                row.getValue().dueAt(),
                                row.getValue().delivery().failures(),
                                row.getValue().fault()))
                        .toList();
            }

            @Override
            public long countWaiting() {
                return deliveries.values().stream()
                        .filter(owed -> !owed.settled())
                        .count();
            }
        }

        private record Session(AccountId account, Instant expiresAt) {}

        private record KeptCode(String digest, Instant expiresAt) {}

        private final class Accounts implements AccountRecords {

            @Override
            public Optional<Account> find(AccountId account) {
                return accounts.values().stream()
                        .filter(it -> it.caller().account().equals(account))
                        .findFirst();
            }

            @Override
            public List<Account> ofPerson(PersonId person) {
                return accounts.values().stream()
                        .filter(it -> it.caller().speaksFor(person))
                        .sorted(Comparator.comparing(it -> it.caller().account().value()))
                        .toList();
            }

            @Override
            public void change(AccountId account, Login login, String passwordHash) {
                Account before = of(account);
                accounts.remove(before.login());
                add(new Account(
                        login,
                        before.caller(),
                        passwordHash,
                        before.totpSecret(),
                        before.lastTotpStep(),
                        0,
                        Optional.empty()));
            }

            @Override
            public void close(AccountId account, Instant now) {
                closed.add(account);
                closeSessions(account);
            }

            @Override
            public void closeSessions(AccountId account) {
                sessions.values().removeIf(session -> session.account().equals(account));
            }

            @Override
            public void openRecovery(PersonId person, String codeDigest, Instant expiresAt) {
                recoveries.put(person, new KeptCode(codeDigest, expiresAt));
            }

            @Override
            public Optional<PersonId> recovery(String codeDigest, Instant now) {
                return whose(recoveries, codeDigest, now);
            }

            private static Optional<PersonId> whose(Map<PersonId, KeptCode> codes, String digest, Instant now) {
                return codes.entrySet().stream()
                        .filter(it -> it.getValue().digest().equals(digest)
                                && now.isBefore(it.getValue().expiresAt()))
                        .map(Map.Entry::getKey)
                        .findFirst();
            }

            @Override
            public void closeRecovery(PersonId person) {
                recoveries.remove(person);
            }

            @Override
            public void keepCounterCode(PersonId person, String codeDigest, Instant expiresAt) {
                counterCodes.put(person, new KeptCode(codeDigest, expiresAt));
            }

            @Override
            public Optional<PersonId> counterCode(String codeDigest, Instant now) {
                return whose(counterCodes, codeDigest, now);
            }

            @Override
            public void write(PersonId person, AccessLine line) {
                List<AccessLine> lines = access.computeIfAbsent(person, it -> new ArrayList<>());
                lines.add(new AccessLine(lines.size() + 1L, line.at(), line.by(), line.what(), line.words()));
            }

            @Override
            public List<AccessLine> history(PersonId person) {
                return List.copyOf(access.getOrDefault(person, List.of()));
            }

            @Override
            public void add(Account fresh) {
                if (accounts.putIfAbsent(fresh.login(), fresh) != null) {
                    throw new CaseException(ErrorCode.LOGIN_TAKEN);
                }
            }

            @Override
            public Optional<Account> find(Login login) {
                return Optional.ofNullable(accounts.get(login))
                        .filter(it -> !closed.contains(it.caller().account()));
            }

            @Override
            public int countFailure(AccountId account) {
                change(account, it -> signedIn(it, it.lastTotpStep(), it.failures() + 1, it.lockedUntil()));
                return of(account).failures();
            }

            @Override
            public void lock(AccountId account, Optional<Instant> until) {
                change(account, it -> signedIn(it, it.lastTotpStep(), it.failures(), until));
            }

            @Override
            public boolean accept(AccountId account, OptionalLong totpStep) {
                long before = of(account).lastTotpStep();
                if (totpStep.isPresent() && totpStep.getAsLong() <= before) {
                    return false;
                }
                change(account, it -> signedIn(it, totpStep.orElse(before), 0, Optional.empty()));
                return true;
            }

            private Account of(AccountId account) {
                return accounts.values().stream()
                        .filter(it -> it.caller().account().equals(account))
                        .findFirst()
                        .orElseThrow();
            }

            private void change(AccountId account, UnaryOperator<Account> change) {
                accounts.replaceAll((login, it) -> it.caller().account().equals(account) ? change.apply(it) : it);
            }

            private static Account signedIn(Account it, long step, int failures, Optional<Instant> lockedUntil) {
                return new Account(
                        it.login(), it.caller(), it.passwordHash(), it.totpSecret(), step, failures, lockedUntil);
            }

            @Override
            public boolean move(AccountId account, PersonId person) {
                boolean taken =
                        accounts.values().stream().anyMatch(it -> it.caller().speaksFor(person));
                if (!taken) {
                    find(account).flatMap(it -> it.caller().person()).ifPresent(before -> takeAlong(before, person));
                    change(
                            account,
                            it -> new Account(
                                    it.login(),
                                    Caller.applicant(account, person),
                                    it.passwordHash(),
                                    it.totpSecret(),
                                    it.lastTotpStep(),
                                    it.failures(),
                                    it.lockedUntil()));
                }
                return !taken;
            }

            private void takeAlong(PersonId before, PersonId person) {
                counterCodes.remove(before);
                mandates.replaceAll((number, it) -> it.person().equals(before)
                        ? new Mandate(
                                number,
                                person,
                                it.mandatary(),
                                it.allows(),
                                it.firstDay(),
                                it.lastDay(),
                                it.given(),
                                it.ended())
                        : it);
                shares.replaceAll((code, it) -> it.person().equals(before)
                        ? new Share(code, person, it.lastDay(), it.givenAt(), it.endedAt())
                        : it);
                traces.replaceAll((number, it) -> it.asker().person().equals(Optional.of(before))
                        ? it.by(new Attempt.Asker(
                                it.asker().account(),
                                Optional.of(person),
                                it.asker().session()))
                        : it);
                reports.replaceAll((number, it) ->
                        it.report().person().equals(Optional.of(before)) ? it.with(about(it.report(), person)) : it);
            }

            private static Report about(Report report, PersonId person) {
                return new Report(
                        report.number(),
                        report.at(),
                        report.topic(),
                        report.blocking(),
                        report.trace(),
                        report.account(),
                        Optional.of(person),
                        report.caseNumber(),
                        report.contact(),
                        report.owner(),
                        report.dueOn(),
                        report.escalation(),
                        report.state(),
                        report.substitute(),
                        report.steps());
            }

            @Override
            public void renewPasswordHash(AccountId account, String passwordHash) {
                accounts.replaceAll((login, it) -> it.caller().account().equals(account)
                        ? new Account(
                                login,
                                it.caller(),
                                passwordHash,
                                it.totpSecret(),
                                it.lastTotpStep(),
                                it.failures(),
                                it.lockedUntil())
                        : it);
            }

            @Override
            public void openSession(String tokenHash, AccountId account, Instant expiresAt) {
                sessions.put(tokenHash, new Session(account, expiresAt));
            }

            @Override
            public Optional<Caller> session(String tokenHash, Instant now) {
                return Optional.ofNullable(sessions.get(tokenHash))
                        .filter(session -> now.isBefore(session.expiresAt()))
                        .flatMap(session -> accounts.values().stream()
                                .map(Account::caller)
                                .filter(caller -> caller.account().equals(session.account()))
                                .findFirst());
            }

            @Override
            public void closeSession(String tokenHash) {
                sessions.remove(tokenHash);
            }

            @Override
            public void sweep(Instant now) {
                sessions.values().removeIf(session -> session.expiresAt().isBefore(now));
                recoveries.values().removeIf(code -> code.expiresAt().isBefore(now));
                counterCodes.values().removeIf(code -> code.expiresAt().isBefore(now));
            }
        }

        private final class Register implements RegisterRecords {

            @Override
            public Optional<PersonId> keep(RegisterEntry entry) {
                register.put(entry.number(), entry);
                return linked(entry.number());
            }

            @Override
            public Optional<RegisterEntry> find(ForeignerNumber number) {
                return Optional.ofNullable(register.get(number));
            }

            @Override
            public RegisterEntry link(ForeignerNumber number, PersonId person) {
                links.put(number, person);
                return register.get(number);
            }

            @Override
            public Optional<PersonId> linked(ForeignerNumber number) {
                return Optional.ofNullable(links.get(number));
            }
        }

        private final class Attempts implements AttemptRecords {

            @Override
            public void hold(String subject, Instant now) {
                // one transaction at a time
            }

            @Override
            public void fail(String subject, Instant now) {
                attempts.computeIfAbsent(subject, it -> new ArrayList<>()).add(now);
            }

            @Override
            public void sweep(Instant before) {
                attempts.values().forEach(at -> at.removeIf(before::isAfter));
            }

            @Override
            public Failures failures(String subject, Instant since) {
                List<Instant> counted = attempts.getOrDefault(subject, List.of()).stream()
                        .filter(at -> !at.isBefore(since))
                        .toList();
                return counted.isEmpty()
                        ? Failures.NONE
                        : new Failures(counted.size(), counted.get(0), counted.get(counted.size() - 1));
            }
        }

        private final class Traces implements TraceRecords {

            @Override
            public boolean keep(Attempt attempt) {
                return traces.putIfAbsent(attempt.number(), attempt) == null;
            }

            @Override
            public void change(Attempt changed) {
                traces.put(changed.number(), changed);
            }

            @Override
            public Optional<Attempt> find(Caller caller, AttemptNumber number) {
                return Optional.ofNullable(traces.get(number)).filter(attempt -> mayRead(caller, attempt));
            }

            private boolean mayRead(Caller caller, Attempt attempt) {
                boolean there =
                        attempt.subject().prefecture().filter(caller::serves).isPresent();
                return there
                        || attempt.asker()
                                .person()
                                .map(person -> Shelves.this.mayRead(caller, person))
                                .orElse(caller.isStaff());
            }

            @Override
            public List<Attempt> ofPerson(PersonId person, int limit) {
                return traces.values().stream()
                        .filter(attempt -> attempt.asker().person().equals(Optional.of(person)))
                        .sorted(Comparator.comparing(Attempt::at).reversed())
                        .limit(limit)
                        .toList();
            }

            @Override
            public long countSince(Optional<AccountId> account, Instant since) {
                return traces.values().stream()
                        .filter(attempt -> attempt.asker().account().equals(account)
                                && !attempt.at().isBefore(since))
                        .count();
            }
        }

        private final class Alike implements LookAlikeRecords {

            @Override
            public List<PersonRecord> candidates(PersonRecord person, int limit) {
                return people.values().stream()
                        .filter(other -> !other.id().equals(person.id()))
                        .filter(other -> other.civilStatus()
                                        .birthDate()
                                        .equals(person.civilStatus().birthDate())
                                || !Collections.disjoint(numbers(person), numbers(other)))
                        .sorted(Comparator.comparing(
                                (PersonRecord other) -> other.id().value()))
                        .toList();
            }

            private static Set<String> numbers(PersonRecord person) {
                return Stream.concat(
                                person.foreignerNumber().map(ForeignerNumber::value).stream(),
                                person.heldPermits().stream()
                                        .map(fact -> fact.permit().number()))
                        .collect(Collectors.toSet());
            }

            @Override
            public void keepApart(PersonId person, PersonId other, LookAlike.KeptApart said) {
                apart.put(Set.of(person, other), said);
            }

            @Override
            public void takeBack(PersonId person, PersonId other) {
                apart.remove(Set.of(person, other));
            }

            @Override
            public Map<PersonId, LookAlike.KeptApart> keptApart(PersonId person) {
                Map<PersonId, LookAlike.KeptApart> said = new HashMap<>();
                apart.forEach((two, kept) -> {
                    if (two.contains(person)) {
                        two.stream().filter(it -> !it.equals(person)).forEach(other -> said.put(other, kept));
                    }
                });
                return said;
            }
        }

        private final class Corrections implements CorrectionRecords {

            @Override
            public void add(Correction fresh) {
                corrections.put(fresh.number(), fresh);
            }

            @Override
            public void hold(CorrectionNumber number) {
                // one transaction at a time
            }

            @Override
            public void change(Correction changed) {
                corrections.put(changed.number(), changed);
            }

            @Override
            public Optional<Correction> find(Caller caller, CorrectionNumber number) {
                return Optional.ofNullable(corrections.get(number))
                        .filter(it -> mayRead(caller, it.person()))
                        .map(this::withScan);
            }

            @Override
            public List<Correction> ofPerson(PersonId person, int limit) {
                return corrections.values().stream()
                        .filter(it -> it.person().equals(person))
                        .sorted(Comparator.comparing(Correction::at).reversed())
                        .limit(limit)
                        .map(this::withScan)
                        .toList();
            }

            @Override
            public Optional<Correction> waiting(PersonId person) {
                return corrections.values().stream()
                        .filter(it -> it.state() == Correction.State.PROPOSED
                                && it.person().equals(person))
                        .min(Comparator.comparing(Correction::dueOn))
                        .map(this::withScan);
            }

            @Override
            public List<Correction> toAnswer(Caller caller, int limit) {
                return corrections.values().stream()
                        .filter(it -> it.state() == Correction.State.PROPOSED && mayRead(caller, it.person()))
                        .sorted(Comparator.comparing(Correction::dueOn))
                        .limit(limit)
                        .map(this::withScan)
                        .toList();
            }

            /** What the scanner said of a proof is kept with the file. */
            private Correction withScan(Correction kept) {
                return new Correction(
                        kept.number(),
                        kept.person(),
                        kept.at(),
                        kept.before(),
                        kept.proposed(),
                        kept.register(),
                        kept.proof()
                                .map(it -> new Proof(
                                        it.file(),
                                        it.mediaType(),
                                        it.size(),
                                        Optional.ofNullable(evidence.get(it.file()))
                                                .orElseThrow()
                                                .scan())),
                        kept.owner(),
                        kept.dueOn(),
                        kept.escalation(),
                        kept.state(),
                        kept.steps());
            }
        }

        private final class Reports implements ReportRecords {

            @Override
            public void add(ReportRecord fresh) {
                reports.put(fresh.report().number(), fresh);
            }

            @Override
            public void hold(ReportNumber number) {
                // one transaction at a time
            }

            @Override
            public void change(ReportRecord changed) {
                reports.put(changed.report().number(), changed);
            }

            @Override
            public Optional<ReportRecord> find(Caller caller, ReportNumber number) {
                return byNumber(number).filter(record -> mayRead(caller, record.report()));
            }

            private boolean mayRead(Caller caller, Report report) {
                return caller.role() == Role.NATIONAL
                        || report.owner().filter(caller::serves).isPresent()
                        || report.person()
                                .filter(person -> Shelves.this.mayRead(caller, person))
                                .isPresent();
            }

            @Override
            public Optional<ReportRecord> byNumber(ReportNumber number) {
                return Optional.ofNullable(reports.get(number));
            }

            @Override
            public List<ReportRecord> ofPerson(PersonId person, int limit) {
                return reports.values().stream()
                        .filter(record -> record.report().person().equals(Optional.of(person)))
                        .sorted(Comparator.comparing(
                                        (ReportRecord record) -> record.report().at())
                                .reversed())
                        .limit(limit)
                        .toList();
            }

            @Override
            public List<ReportRecord> toAnswer(Caller caller, int limit) {
                return reports.values().stream()
                        .filter(record ->
                                record.report().state() == Report.State.OPEN && mayRead(caller, record.report()))
                        .sorted(Comparator.comparing(record -> record.report().dueOn()))
                        .limit(limit)
                        .toList();
            }

            @Override
            public List<ReportNumber> unanswered(LocalDate before, int limit) {
                return reports.values().stream()
                        .map(ReportRecord::report)
                        .filter(report -> report.blocking()
                                && report.state() == Report.State.OPEN
                                && report.substitute().isEmpty()
                                && report.dueOn().isBefore(before))
                        .map(Report::number)
                        .limit(limit)
                        .toList();
            }

            @Override
            public long countSince(Optional<AccountId> account, Instant since) {
                return reports.values().stream()
                        .map(ReportRecord::report)
                        .filter(report ->
                                report.account().equals(account) && !report.at().isBefore(since))
                        .count();
            }
        }
    }
}
