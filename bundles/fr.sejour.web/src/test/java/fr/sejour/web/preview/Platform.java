package fr.sejour.web.preview;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.Attestations;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.ComingCoverage;
import fr.sejour.api.attestation.Coverage;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Transfers;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.Catalogue;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.CounterCode;
import fr.sejour.api.filing.CounterCodes;
import fr.sejour.api.notice.Inbox;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.paper.PaperCopies;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.DeclaredResidence;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.LetterCode;
import fr.sejour.api.person.People;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.api.person.Representative;
import fr.sejour.api.person.Residence;
import fr.sejour.api.person.Residences;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.Commune;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Communes;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.PrefectureProfile;
import fr.sejour.api.prefecture.Prefectures;
import fr.sejour.api.prefecture.RulesOrigin;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.Validity;
import fr.sejour.api.right.WorkRight;
import fr.sejour.law.Editions;
import fr.sejour.law.OfficialCommunes;
import fr.sejour.law.internal.NationalCatalogue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The desks of the platform in memory, on the real catalogue, at one instant: for tests and previews of pages. */
public final class Platform {

    public static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    public static final PersonId PERSON = new PersonId("person-1");
    public static final PrefectureCode ISERE = new PrefectureCode("38");
    public static final PrefectureCode MAYOTTE = new PrefectureCode("976");
    public static final CheckCode CODE = new CheckCode("7KQ2M9XD4TBE");
    public static final CounterCode SHOWN = new CounterCode("7K2M9QXT4B3D");
    public static final LetterCode LETTER = new LetterCode("ABCD1234");
    public static final LocalDate BIRTH_DATE = LocalDate.of(1998, 3, 27);

    public final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    public final InMemorySignIn signIn = new InMemorySignIn()
            .with("amina", Caller.applicant(new AccountId("a-1"), PERSON))
            .with("agent", Caller.agent(new AccountId("a-2"), Set.of(ISERE, new PrefectureCode("69"))))
            .with("national", Caller.national(new AccountId("a-3")))
            .with("association", Caller.helper(SampleMandates.HELPER))
            .open("amina")
            .open("agent")
            .open("national");
    public final Catalogue catalogue = new NationalCatalogue(new Editions());
    public final CounterCodes counterCodes =
            (caller, person) -> new CounterCodes.Drawn(SHOWN, NOW.plus(Duration.ofDays(7)));
    public final Map<PersonId, PersonProfile> profiles = new HashMap<>();
    public final List<Attestation> issued = new ArrayList<>();
    public final List<Notice> messages = new ArrayList<>();
    public final List<Representative> representatives = new ArrayList<>();
    public final SampleCases cases;
    public final SamplePieces pieces;
    public boolean moreRights;

    public Platform(String givenNames, String familyName) {
        profiles.put(PERSON, profile(givenNames, familyName));
        cases = new SampleCases(this);
        pieces = new SamplePieces(cases);
        issued.add(paper(
                "SJ-7F3K-9QWX-2MBT",
                PaperKind.ATTESTATION_DE_PROLONGATION,
                Validity.between(LocalDate.of(2026, 11, 2), LocalDate.of(2027, 2, 1), PARIS),
                new Rights(
                        Right.settled(StayRight.PROVEN_WITH_EXPIRED_PERMIT, new Article("R. 431-15-2")),
                        Right.settled(WorkRight.hoursPerYear(964), new Article("C. trav. R. 5221-26")),
                        new Right<>(Reading.undetermined("to_verify", "May they come back?"), List.of()),
                        Right.settled(SocialRight.MAINTAINED, new Article("D. 512-1")))));
        issued.add(paper(
                "SJ-2BXA-44KM-90ZP",
                PaperKind.ATTESTATION_DE_DEPOT,
                Validity.from(LocalDate.of(2026, 8, 14), PARIS),
                new Rights(
                        Right.settled(StayRight.NOT_PROVEN, new Article("R. 431-15-1 al. 1")),
                        Right.settled(WorkRight.NONE, new Article("R. 431-15-1 al. 1")),
                        Right.settled(TravelRight.NONE, new Article("R. 431-15-1 al. 1")),
                        Right.settled(SocialRight.NONE, new Article("R. 431-15-1 al. 1")))));
        messages.add(new Notice(
                "n-2",
                "paper-issued",
                SampleCases.REVIEWED,
                "fr",
                "Un document est disponible pour votre demande " + SampleCases.REVIEWED,
                "Bonjour,\n\nUn nouveau document vous attend sur le portail.\n",
                NOW.minusSeconds(3600),
                Optional.empty()));
        messages.add(new Notice(
                "n-1",
                "filed",
                SampleCases.REVIEWED,
                "fr",
                "Votre demande " + SampleCases.REVIEWED + " est bien déposée",
                "Bonjour,\n\nVotre demande de titre de séjour est bien déposée.\n",
                NOW.minusSeconds(8_640_000),
                Optional.of(NOW.minusSeconds(8_000_000))));
    }

    public Platform() {
        this("Amina", "Ben Ali");
    }

    public final People people = new People() {
        @Override
        public PersonProfile find(Caller caller, PersonId person) {
            PersonProfile found = profiles.get(person);
            if (found == null) {
                throw new CaseException(ErrorCode.NOT_FOUND);
            }
            return found;
        }

        @Override
        public PersonProfile changeContact(Caller caller, PersonId person, Contact contact) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PersonProfile nameRepresentative(Caller caller, PersonId person, Representative representative) {
            if (!find(caller, person).civilStatus().birthDate().plusYears(18).isAfter(TODAY)) {
                throw new CaseException(ErrorCode.CONTRADICTORY_INPUT);
            }
            representatives.add(representative);
            return find(caller, person);
        }

        @Override
        public PersonProfile link(
                Caller caller, PersonId person, ForeignerNumber number, LocalDate birthDate, LetterCode code) {
            if (!code.equals(LETTER)) {
                throw new CaseException(ErrorCode.LINK_REFUSED);
            }
            return find(caller, person);
        }
    };

    public final Attestations papers = new Attestations() {
        @Override
        public Attestation find(Caller caller, AttestationNumber number) {
            return issued.stream()
                    .filter(paper -> paper.number().equals(number))
                    .findFirst()
                    .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        }

        @Override
        public List<Attestation> ofPerson(Caller caller, PersonId person) {
            return issued;
        }
    };

    public final Coverage coverage = new Coverage() {

        @Override
        public CoverageLedger of(Caller caller, PersonId person) {
            List<CoverageLedger.Interval> intervals = new ArrayList<>();
            for (HeldPermitFact fact : profiles.get(person).heldPermits()) {
                intervals.add(new CoverageLedger.Interval(
                        "HELD_PERMIT",
                        fact.reference(),
                        Validity.between(
                                fact.permit().validFrom(), fact.permit().validUntil(), PARIS),
                        Optional.empty(),
                        Right.settled(StayRight.PROVEN),
                        Right.settled(WorkRight.hoursPerYear(964)),
                        Right.settled(TravelRight.RETURN),
                        Right.settled(SocialRight.MAINTAINED),
                        List.of()));
            }
            for (Attestation paper : issued) {
                if (paper.kind() != PaperKind.ATTESTATION_DE_DEPOT) {
                    intervals.add(new CoverageLedger.Interval(
                            paper.kind().name(),
                            paper.number().value(),
                            paper.validity(),
                            Optional.empty(),
                            paper.rights().stay(),
                            paper.rights().work(),
                            paper.rights().travel(),
                            paper.rights().social(),
                            paper.basis()));
                }
            }
            Optional<Instant> until = intervals.stream()
                    .filter(interval -> interval.covers(NOW))
                    .flatMap(interval -> interval.validity().end().stream())
                    .max(Instant::compareTo);
            return new CoverageLedger(person, NOW, intervals, until.isPresent(), until);
        }

        @Override
        public Optional<ComingCoverage> coming(Caller caller, PersonId person) {
            CoverageLedger ledger = of(caller, person);
            return ledger.coveredUntil()
                    .map(end -> end.atZone(PARIS).toLocalDate())
                    .map(from -> new ComingCoverage(
                            from,
                            Optional.of(new ComingCoverage.ComingPaper(
                                    PaperKind.ATTESTATION_DE_PROLONGATION,
                                    from,
                                    from.minusDays(7),
                                    new CaseNumber("3826000000000000017"))),
                            Optional.empty()));
        }
    };

    public final Inbox inbox = (caller, person) -> List.copyOf(messages);

    public final Prefectures prefectures = new Prefectures() {
        @Override
        public Prefecture prefecture(PrefectureCode code) {
            String name = Map.of("38", "Isère", "69", "Rhône", "75", "Paris", "976", "Mayotte")
                    .get(code.value());
            if (name == null) {
                throw new CaseException(ErrorCode.NOT_FOUND);
            }
            return new Prefecture(code, name, "Grenoble", "préfet", true, zone(code), Optional.empty());
        }

        @Override
        public PrefectureProfile find(PrefectureCode code) {
            return new PrefectureProfile(prefecture(code), List.of(), CollectionMode.WALK_IN, RulesOrigin.NATIONAL);
        }
    };

    public final Communes communes = new Communes() {
        private final OfficialCommunes official = new Editions().communes();

        @Override
        public Commune find(CommuneCode code) {
            return official.find(code).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        }

        @Override
        public List<Commune> search(String words, int limit) {
            return official.search(words, limit);
        }

        @Override
        public Competence competence(CommuneCode code, Optional<PermitCode> permit) {
            Commune commune = find(code);
            return new Competence(commune, prefectures.prefecture(commune.prefecture()), Optional.empty());
        }
    };

    public final List<Residence> homes = new ArrayList<>();

    public final Residences residences = new Residences() {
        @Override
        public Moved find(Caller caller, PersonId person) {
            Optional<Residence> home = homes.stream().reduce((one, later) -> later);
            return new Moved(
                    home.map(it -> new DeclaredResidence(it, NOW)),
                    home.map(it -> communes.find(it.commune())),
                    List.of(new FollowingCase(
                            SampleCases.REVIEWED,
                            ISERE,
                            Optional.of(new CaseFile.PendingTransfer(
                                    new PrefectureCode("69"), TODAY.plusDays(7), CaseFile.PendingTransfer.MOVED)))),
                    Optional.of(new Duty(3, List.of(new Article("R. 431-23")))));
        }

        @Override
        public Moved declare(Caller caller, PersonId person, Residence residence) {
            if (residence.commune().prefecture().value().startsWith("98")) {
                throw new CaseException(ErrorCode.UNKNOWN_COMMUNE);
            }
            homes.add(residence);
            return find(caller, person);
        }
    };

    public final List<Transfers.Incoming> offers = new ArrayList<>();

    public final SampleMandates mandates = new SampleMandates();

    public final SampleTeams teams = new SampleTeams();

    public final SampleGaps gaps = new SampleGaps();

    public final SampleEditions editions = new SampleEditions();

    public final Transfers transfers = caller -> List.copyOf(offers);

    public final SampleChecks checks = new SampleChecks(this);

    public final PaperCopies copies = new PaperCopies() {
        @Override
        public List<String> languages() {
            return List.of("fr", "en", "ar");
        }

        @Override
        public Copy read(Caller caller, AttestationNumber number, String language) {
            byte[] page = ("%PDF " + number + " " + language).getBytes(StandardCharsets.US_ASCII);
            return new Copy(language, page.length, new ByteArrayInputStream(page));
        }
    };

    private static ZoneId zone(PrefectureCode code) {
        return code.equals(MAYOTTE) ? ZoneId.of("Indian/Mayotte") : PARIS;
    }

    /** A paper of the sample person. */
    public static Attestation paper(String number, PaperKind kind, Validity validity, Rights rights) {
        return new Attestation(
                new AttestationNumber(number),
                kind,
                PERSON,
                SampleCases.REVIEWED,
                ISERE,
                validity,
                rights,
                List.of(new Article("R. 431-15-1 al. 2")),
                List.of("complete-file"),
                "2026-05-01",
                NOW.minusSeconds(1_700_000),
                CODE,
                Optional.empty());
    }

    private static PersonProfile profile(String givenNames, String familyName) {
        return new PersonProfile(
                PERSON,
                new CivilStatus(familyName, givenNames, BIRTH_DATE, "TN"),
                FactLevel.VERIFIED,
                new Contact(Optional.of("amina@exemple.fr"), Optional.empty(), "fr"),
                Optional.of(new ForeignerNumber("9912345678")),
                List.of(new HeldPermitFact(
                        "held-1",
                        new HeldPermit(
                                new PermitCode("etudiant"),
                                "RA1234567",
                                Optional.of(DocumentKind.CST),
                                LocalDate.of(2025, 11, 2),
                                LocalDate.of(2026, 11, 1)),
                        FactLevel.VERIFIED,
                        NOW.minusSeconds(9_000_000))),
                Optional.empty(),
                Optional.empty());
    }
}
