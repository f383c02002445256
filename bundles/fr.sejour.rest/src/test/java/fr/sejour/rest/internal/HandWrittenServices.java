package fr.sejour.rest.internal;

import fr.sejour.api.access.AccessLine;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.Recoveries;
import fr.sejour.api.access.RecoveryClaim;
import fr.sejour.api.access.RecoveryCode;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.Attestations;
import fr.sejour.api.attestation.ComingCoverage;
import fr.sejour.api.attestation.Coverage;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.Letter;
import fr.sejour.api.cases.QueuePage;
import fr.sejour.api.cases.QueueQuery;
import fr.sejour.api.cases.TaskPage;
import fr.sejour.api.cases.TaskQuery;
import fr.sejour.api.cases.Transfers;
import fr.sejour.api.catalogue.Catalogue;
import fr.sejour.api.catalogue.EditionStamp;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Assessment;
import fr.sejour.api.filing.CounterCode;
import fr.sejour.api.filing.CounterCodes;
import fr.sejour.api.filing.Entry;
import fr.sejour.api.filing.EntryDesk;
import fr.sejour.api.filing.Filer;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingDesk;
import fr.sejour.api.filing.FilingReceipt;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.filing.PaperForms;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.notice.Inbox;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.paper.PaperCopies;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.LetterCode;
import fr.sejour.api.person.People;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.api.person.Representative;
import fr.sejour.api.person.Residence;
import fr.sejour.api.person.Residences;
import fr.sejour.api.prefecture.Commune;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Communes;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.PrefectureProfile;
import fr.sejour.api.prefecture.Prefectures;
import fr.sejour.api.record.Journals;
import fr.sejour.api.signature.Signatures;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Every service that the API calls, on one person and one case. What was last asked is kept for the test to look at, and a test
 * can have the next call fail.
 */
final class HandWrittenServices implements SignIn, People, Coverage, Inbox, CaseReview, Catalogue, Prefectures {

    static final String AMINAS_TOKEN = "a".repeat(43);
    static final String CLERKS_TOKEN = "c".repeat(43);
    static final String NATIONAL_TOKEN = "n".repeat(43);
    static final String HELPERS_TOKEN = "h".repeat(43);
    static final RecoveryCode CODE = new RecoveryCode("0123456789ABCDEFGHJK");
    static final CounterCode SHOWN = new CounterCode("7K2M9QXT4B3D");
    static final FormSerial FORM = FormSerial.of("0123456789");
    static final String LOCKED_LOGIN = "locked.out";

    final AtomicReference<Filing> filed = new AtomicReference<>();
    final AtomicReference<Act> act = new AtomicReference<>();
    final AtomicReference<OptionalLong> version = new AtomicReference<>();
    final AtomicReference<QueueQuery> query = new AtomicReference<>();
    final AtomicReference<TaskQuery> taskQuery = new AtomicReference<>();
    final AtomicReference<IdempotencyKey> key = new AtomicReference<>();
    final HandWrittenTeams teams = new HandWrittenTeams();
    final AtomicReference<CaseFile> standing = new AtomicReference<>(Situations.theFullestCase());
    final HandWrittenPieces pieces = new HandWrittenPieces(standing::get);
    final AtomicReference<Supplier<RuntimeException>> failure = new AtomicReference<>();

    final HandWrittenFailures failures = new HandWrittenFailures();
    final AtomicReference<Contact> contact = new AtomicReference<>();
    final HandWrittenCorrections corrections = new HandWrittenCorrections();

    final HandWrittenMandates mandates = new HandWrittenMandates();

    final HandWrittenChecks checks = new HandWrittenChecks();
    final HandWrittenEditions editions = new HandWrittenEditions();
    final HandWrittenGaps gaps = new HandWrittenGaps();

    final HandWrittenPapers papers = new HandWrittenPapers();

    final PaperCopies copies = new PaperCopies() {
        @Override
        public List<String> languages() {
            return List.of("fr", "ar");
        }

        @Override
        public Copy read(Caller caller, AttestationNumber number, String language) {
            failIfTold();
            byte[] page = ("%PDF " + language).getBytes(StandardCharsets.US_ASCII);
            return new Copy(language, page.length, new ByteArrayInputStream(page));
        }
    };

    final HandWrittenLookAlikes lookAlikes = new HandWrittenLookAlikes();

    final Recoveries recoveries = new Recoveries() {
        @Override
        public Opened open(Caller caller, PersonId person, String seen) {
            return new Opened(CODE, Situations.NOW);
        }

        @Override
        public List<AccessLine> history(Caller caller, PersonId person) {
            return List.of(new AccessLine(
                    1,
                    Situations.NOW,
                    Situations.CLERK_38.account(),
                    AccessLine.What.RECOVERY_OPENED,
                    Optional.of("Passeport")));
        }
    };

    final CounterCodes counterCodes = (caller, person) -> {
        if (!caller.person().equals(Optional.of(person))) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return new CounterCodes.Drawn(SHOWN, Situations.NOW);
    };

    final HandWrittenReports reports = new HandWrittenReports();

    final Journals journals = new Journals() {
        @Override
        public Verdict verify(Caller caller, CaseNumber number) {
            known(number);
            return new Verdict(number, 7, Optional.of(new Alteration(Alteration.Kind.TAIL_CUT, 8)));
        }

        @Override
        public Evidence takeOut(Caller caller, CaseNumber number) {
            known(number);
            return new Evidence(List.of(), List.of());
        }

        @Override
        public Audit audit() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int seal() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Root> roots(long after) {
            return List.of(new Root(after + 1, Situations.NOW, 3, "9f".repeat(32), "0".repeat(64), "a.b.c"));
        }
    };

    final Signatures signatures = new Signatures() {
        @Override
        public String sign(String type, Map<String, String> statement) {
            throw new UnsupportedOperationException("not an operation of the API");
        }

        @Override
        public Optional<Map<String, String>> verify(String type, String signed) {
            throw new UnsupportedOperationException("not an operation of the API");
        }

        @Override
        public String token(String type, Map<String, ?> claims) {
            throw new UnsupportedOperationException("not an operation of the API");
        }

        @Override
        public void requireKey() {
            throw new UnsupportedOperationException("not an operation of the API");
        }

        @Override
        public List<Map<String, String>> publicKeys() {
            return List.of(Map.of("kty", "EC", "kid", "1", "crv", "P-256", "x", "1", "y", "2", "alg", "ES256"));
        }
    };

    final FilingDesk desk = new FilingDesk() {
        @Override
        public Assessment assess(Caller caller, Filing filing) {
            throw new UnsupportedOperationException("not an operation of the API");
        }

        @Override
        public FilingReceipt file(Caller caller, IdempotencyKey key, Filing filing) {
            failIfTold();
            filed.set(filing);
            return new FilingReceipt(standing.get(), List.of(Situations.attestation()));
        }
    };

    final AtomicReference<Entry> entered = new AtomicReference<>();

    final EntryDesk entries = new EntryDesk() {
        @Override
        public Registration registered(Caller caller, Filer.Registered filer) {
            throw new UnsupportedOperationException("not an operation of the API");
        }

        @Override
        public Presence presented(Caller caller, Filer.Presented filer) {
            throw new UnsupportedOperationException("not an operation of the API");
        }

        @Override
        public List<PersonProfile> named(Caller caller, String name, LocalDate birthDate) {
            throw new UnsupportedOperationException("not an operation of the API");
        }

        @Override
        public PersonProfile numbered(Caller caller, ForeignerNumber number) {
            failIfTold();
            if (!Optional.of(number).equals(Situations.linked().foreignerNumber())) {
                throw new CaseException(ErrorCode.NOT_FOUND);
            }
            return Situations.linked();
        }

        @Override
        public FormSerial drawForm() {
            failIfTold();
            return FORM;
        }

        @Override
        public Assessment assess(Caller caller, Entry entry) {
            throw new UnsupportedOperationException("not an operation of the API");
        }

        @Override
        public FilingReceipt enter(Caller caller, IdempotencyKey key, Entry entry) {
            failIfTold();
            entered.set(entry);
            return new FilingReceipt(standing.get(), List.of(Situations.attestation()));
        }
    };

    /** What stands in for a print. */
    final PaperForms forms = (permit, serial, on, language) -> {
        if (!permit.value().equals("etudiant")) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return (permit + " " + serial + " " + on + " " + language).getBytes(StandardCharsets.UTF_8);
    };

    final Attestations attestations = new Attestations() {
        @Override
        public Attestation find(Caller caller, AttestationNumber number) {
            if (!number.equals(Situations.PAPER)) {
                throw new CaseException(ErrorCode.NOT_FOUND);
            }
            return Situations.attestation();
        }

        @Override
        public List<Attestation> ofPerson(Caller caller, PersonId person) {
            throw new UnsupportedOperationException("not an operation of the API");
        }
    };

    final AtomicReference<Residence> declared = new AtomicReference<>();

    final Communes communes = new Communes() {
        @Override
        public Commune find(CommuneCode code) {
            if (!code.value().equals("38185")) {
                throw new CaseException(ErrorCode.NOT_FOUND);
            }
            return Situations.grenoble();
        }

        @Override
        public List<Commune> search(String words, int limit) {
            return words.equals("qqq") ? List.of() : List.of(Situations.grenoble());
        }

        @Override
        public Competence competence(CommuneCode code, Optional<PermitCode> permit) {
            permit.filter(it -> it.value().equals("licorne")).ifPresent(it -> {
                throw new CaseException(ErrorCode.UNKNOWN_PERMIT, Map.of("permit", it.value()));
            });
            return new Competence(
                    find(code),
                    prefecture(new PrefectureCode("38")),
                    permit.map(it -> standing.get().practice()));
        }
    };

    final Residences residences = new Residences() {
        @Override
        public Moved find(Caller caller, PersonId person) {
            known(person);
            return Situations.moved();
        }

        @Override
        public Moved declare(Caller caller, PersonId person, Residence residence) {
            known(person);
            if (residence.commune().value().equals("38999")) {
                throw new CaseException(ErrorCode.UNKNOWN_COMMUNE, Map.of("commune", "38999"));
            }
            declared.set(residence);
            return Situations.moved();
        }
    };

    final Transfers transfers = caller -> {
        if (caller.person().isPresent()) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
        return Situations.incoming();
    };

    private void failIfTold() {
        Supplier<RuntimeException> told = failure.getAndSet(null);
        if (told != null) {
            throw told.get();
        }
    }

    @Override
    public Caller register(Login login, String password, CivilStatus civilStatus, Contact contact) {
        failIfTold();
        return Situations.AMINA_HERSELF;
    }

    @Override
    public Enrolment enrolAgent(Caller by, Login login, String password, Set<PrefectureCode> prefectures) {
        Caller opened = prefectures.isEmpty() ? Situations.NATIONAL : Situations.CLERK_38;
        return new Enrolment(opened, "otpauth://totp/S%C3%A9jour:x?secret=JBSWY3DP", "JBSWY3DP");
    }

    @Override
    public MandataryEnrolment enrolHelper(Caller by, Login login, String password, String name, Mandatary.Kind kind) {
        Mandatary opened = new Mandatary(HandWrittenMandates.HELPER.account(), HandWrittenMandates.CODE, name, kind);
        return new MandataryEnrolment(
                opened,
                new Enrolment(HandWrittenMandates.HELPER, "otpauth://totp/S%C3%A9jour:x?secret=JBSWY3DP", "JBSWY3DP"));
    }

    @Override
    public Session signIn(Login login, String password, Optional<String> totp) {
        if (login.value().equals(LOCKED_LOGIN)) {
            throw new CaseException(ErrorCode.TOO_MANY_ATTEMPTS, Map.of("retryAfterSeconds", 30L));
        }
        if (!password.equals("quatre mots au hasard")) {
            throw new CaseException(ErrorCode.SIGN_IN_REFUSED);
        }
        return new Session(AMINAS_TOKEN, Situations.AMINA_HERSELF, Situations.NOW);
    }

    @Override
    public Session changeAccess(Caller caller, String present, Optional<Login> login, Optional<String> password) {
        return signIn(login.orElse(new Login("amina.b")), present, Optional.empty());
    }

    @Override
    public Session recover(RecoveryClaim claim, String password) {
        if (!claim.code().equals(CODE)) {
            throw new CaseException(ErrorCode.RECOVERY_REFUSED);
        }
        return new Session(AMINAS_TOKEN, Situations.AMINA_HERSELF, Situations.NOW);
    }

    @Override
    public Optional<Caller> caller(String token) {
        return Optional.ofNullable(Map.of(
                        AMINAS_TOKEN, Situations.AMINA_HERSELF,
                        CLERKS_TOKEN, Situations.CLERK_38,
                        NATIONAL_TOKEN, Situations.NATIONAL,
                        HELPERS_TOKEN, HandWrittenMandates.HELPER)
                .get(token));
    }

    @Override
    public void signOut(String token) {
        throw new UnsupportedOperationException("not an operation of the API");
    }

    @Override
    public PersonProfile find(Caller caller, PersonId person) {
        known(person);
        return Situations.linked();
    }

    @Override
    public PersonProfile changeContact(Caller caller, PersonId person, Contact said) {
        known(person);
        contact.set(said);
        return Situations.linked();
    }

    @Override
    public PersonProfile nameRepresentative(Caller caller, PersonId person, Representative named) {
        known(person);
        PersonProfile linked = Situations.linked();
        return new PersonProfile(
                linked.id(),
                linked.civilStatus(),
                linked.civilStatusLevel(),
                linked.contact(),
                linked.foreignerNumber(),
                linked.heldPermits(),
                linked.protection(),
                Optional.of(named));
    }

    @Override
    public PersonProfile link(
            Caller caller, PersonId person, ForeignerNumber number, LocalDate birthDate, LetterCode letterCode) {
        failIfTold();
        known(person);
        return Situations.linked();
    }

    @Override
    public CoverageLedger of(Caller caller, PersonId person) {
        known(person);
        return Situations.coverage();
    }

    @Override
    public Optional<ComingCoverage> coming(Caller caller, PersonId person) {
        known(person);
        return Optional.of(Situations.coming());
    }

    @Override
    public List<Notice> open(Caller caller, PersonId person) {
        known(person);
        return Situations.notices();
    }

    @Override
    public CaseFile find(Caller caller, CaseNumber number) {
        failIfTold();
        known(number);
        return standing.get();
    }

    @Override
    public List<CaseFile> ofPerson(Caller caller, PersonId person) {
        throw new UnsupportedOperationException("not an operation of the API");
    }

    @Override
    public boolean searchesText() {
        return true;
    }

    @Override
    public QueuePage queue(Caller caller, QueueQuery asked) {
        if (caller.person().isPresent()) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
        query.set(asked);
        return Situations.queue();
    }

    @Override
    public TaskPage tasks(Caller caller, TaskQuery asked) {
        if (caller.person().isPresent()) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
        taskQuery.set(asked);
        return new TaskPage(standing.get().tasks(), Optional.of("k1"));
    }

    @Override
    public CaseFile act(Caller caller, CaseNumber number, OptionalLong decidedOn, Act done, IdempotencyKey once) {
        key.set(once);
        return act(caller, number, decidedOn, done);
    }

    @Override
    public CaseFile act(Caller caller, CaseNumber number, OptionalLong decidedOn, Act done) {
        known(number);
        if (done instanceof Act.ReaimTransfer aimed && aimed.insteadOf().value().equals("69")) {
            throw new CaseException(
                    ErrorCode.TRANSFER_OFFERED,
                    Map.of("offeredTo", "75", "completesOn", "2026-11-30", "offeredBy", "agent-38"));
        }
        if (done.kind() == ActKind.REOPEN) {
            throw new CaseException(
                    ErrorCode.ACT_NOT_ALLOWED,
                    Map.of("status", "card-ready", "allowedActs", List.of(ActKind.HAND_OVER, ActKind.OFFER_TRANSFER)));
        }
        version.set(decidedOn);
        act.set(done);
        return standing.get();
    }

    @Override
    public CaseLinks links(Caller caller, CaseNumber number) {
        known(number);
        return Situations.links();
    }

    @Override
    public List<Letter> letters(Caller caller, CaseNumber number) {
        known(number);
        return List.of(new Letter("refused", Situations.NOW, "Préfecture : Isère\nGrenoble"));
    }

    @Override
    public List<JournalLine> journal(Caller caller, CaseNumber number) {
        known(number);
        return Situations.journal();
    }

    @Override
    public EditionStamp edition(LocalDate on) {
        if (on.getYear() < 2000) {
            throw new CaseException(ErrorCode.NOT_FOUND, Map.of("noEditionOn", on.toString()));
        }
        return Situations.edition();
    }

    @Override
    public List<PermitEntry> permits(LocalDate on) {
        return Situations.permits();
    }

    @Override
    public Prefecture prefecture(PrefectureCode code) {
        return find(code).prefecture();
    }

    @Override
    public PrefectureProfile find(PrefectureCode code) {
        if (!code.value().equals("38")) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return Situations.isere();
    }

    private static void known(PersonId person) {
        if (!person.equals(Situations.AMINA)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
    }

    private static void known(CaseNumber number) {
        if (!number.equals(Situations.CASE)) {
            throw new CaseException(ErrorCode.NOT_FOUND, Map.of("case", number.value()));
        }
    }
}
