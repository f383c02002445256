package fr.sejour.core.internal.notice;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Outcome;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.person.Contact;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.PaperReasons;
import fr.sejour.api.right.PaperReasons.About;
import fr.sejour.api.right.Rights;
import fr.sejour.api.text.Codes;
import fr.sejour.api.text.ReasonSentences;
import fr.sejour.api.text.RightSentences;
import fr.sejour.api.text.Texts;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import fr.sejour.law.Edition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts what a person has to be told into words, once: the inbox and every channel carry the same. */
@Component(service = NoticeWriter.class)
public final class NoticeWriter {

    private final Texts texts;

    @Activate
    public NoticeWriter(@Reference Texts texts) {
        this.texts = texts;
    }

    /** The notice in the person's language, or in French when we have no words in theirs. */
    public Notice write(Told told, PersonRecord person, CaseRecord record, Edition edition, Instant at) {
        String theirs = inTheirPlace(person, record, edition, at)
                .orElse(person.contact())
                .language();
        String language =
                texts.languages().contains(theirs) ? theirs : texts.languages().get(0);
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("caseNumber", record.number().value());
        arguments.put("permit", permit(edition, record, language));
        told.arguments().forEach((name, value) -> arguments.put(name, inWords(value, edition, record, language)));
        String key = "notice." + told.kind();
        return new Notice(
                UUID.randomUUID().toString(),
                told.kind(),
                record.number(),
                language,
                texts.say(language, key + ".subject", arguments),
                texts.say(language, key + ".body", arguments),
                at,
                Optional.empty());
    }

    /** Who is told in the place of the person, on the day that it is where the case is; empty when the person is told. */
    public static Optional<Contact> inTheirPlace(PersonRecord person, CaseRecord record, Edition edition, Instant at) {
        return person.toldInTheirPlace(at.atZone(zone(record, edition)).toLocalDate());
    }

    /** Owes the notice to whoever is told in the place of the person, until the person is of age where the case is. */
    public static void owe(
            Records records, PersonRecord person, CaseRecord record, Notice notice, Contact to, Edition edition) {
        Instant ofAge = person.civilStatus()
                .comesOfAgeOn()
                .atStartOfDay(zone(record, edition))
                .toInstant();
        records.notices().owe(person.id(), notice, to, ofAge);
    }

    private static ZoneId zone(CaseRecord record, Edition edition) {
        return edition.zone(Optional.of(record.standing().prefecture()));
    }

    /** What changes when the person comes of age, ninety days before. */
    public static Told comingOfAge(LocalDate ofAge) {
        return new Told(
                "coming-of-age",
                Map.of(
                        "day",
                        ofAge,
                        "latest",
                        ofAge.plusMonths(2),
                        "listed",
                        ofAge.plusYears(1).minusDays(1)));
    }

    /** The filing reached a préfecture on a day. */
    public static Told filed(String prefecture, LocalDate day) {
        return new Told("filed", Map.of("prefecture", prefecture, "day", day));
    }

    /** A case of an earlier system goes on here, under a number of ours. */
    public static Told takenOver(String prefecture, LocalDate day) {
        return new Told("taken-over", Map.of("prefecture", prefecture, "day", day));
    }

    /** A paper stands ready for its holder. */
    public static Told paperIssued(Attestation paper) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("paper", paper.kind());
        arguments.put("firstDay", paper.validity().firstDay());
        arguments.put(
                "lastDay", paper.validity().lastDay().<Object>map(day -> day).orElse("open"));
        arguments.put("rights", new PaperRights(paper.rights(), paper.reasons()));
        arguments.put("because", paper.reasons());
        arguments.put("checkCode", paper.checkCode().printed());
        return new Told("paper-issued", arguments);
    }

    /** What asking for pieces does to the delay of silence of a case. */
    public enum Effect {
        /** It waits, and goes on with the days that it had left (CRPA L. 114-5). */
        SUSPENDS,
        /** It does not run while the file is incomplete, and runs whole from the day on which the last piece comes. */
        STOPS,
        /** The same, and our reading leaves open whether it should wait instead. */
        OPEN,
        /** Silence has refused already, and that stands. */
        REFUSED,
        /** It goes on. */
        NONE
    }

    /**
     * Pieces are asked for by a day, each for a reason.
     *
     * @param incomplete whether the file is incomplete without one of them, so that its registration may be refused
     */
    public static Told piecesAsked(Map<PieceType, String> reasons, LocalDate day, Effect effect, boolean incomplete) {
        return new Told(
                "pieces-asked",
                Map.of(
                        "pieces",
                        new Pieces(reasons),
                        "day",
                        day,
                        "effect",
                        effect.name(),
                        "registration",
                        incomplete ? "yes" : "no"));
    }

    /** A piece is refused, and counts as missing until it is given again. */
    public static Told pieceRefused(PieceType piece, String reason) {
        return new Told("piece-refused", Map.of("pieces", new Pieces(Map.of(piece, reason))));
    }

    /** A piece need not be given. */
    public static Told pieceWaived(PieceType piece, String reason) {
        return new Told("piece-waived", Map.of("pieces", new Pieces(Map.of(piece, reason))));
    }

    /** Malware was found in what was given for a piece, and nobody is shown it. */
    public static Told pieceInfected(PieceType piece) {
        return new Told("piece-infected", Map.of("pieces", new Pieces(Map.of(piece, ""))));
    }

    /** The file stayed without pieces that no examination can do without. */
    public static Told registrationRefused(List<PieceType> missing, String reason, LocalDate day) {
        Map<PieceType, String> named = new LinkedHashMap<>();
        missing.forEach(piece -> named.put(piece, ""));
        return new Told(
                "decided",
                Map.of(
                        "outcome",
                        Outcome.REGISTRATION_REFUSED.name(),
                        "pieces",
                        new Pieces(named),
                        "reason",
                        reason,
                        "day",
                        day));
    }

    /** The case was decided against the person, or silence decided it. */
    public static Told decided(Outcome outcome, String reason, LocalDate day) {
        return new Told("decided", Map.of("outcome", outcome.name(), "reason", reason, "day", day, "pieces", ""));
    }

    /** The case was granted; what is not known to come without a card comes as one. */
    public static Told granted(boolean byCard, LocalDate day) {
        return new Told(
                "decided",
                Map.of(
                        "outcome",
                        byCard ? Outcome.GRANTED.name() : Outcome.GRANTED.name() + "_WITHOUT_CARD",
                        "reason",
                        "",
                        "pieces",
                        "",
                        "day",
                        day));
    }

    /**
     * The case ended without a decision.
     *
     * @param why the name of a cause, or {@code WITHDRAWN}
     */
    public static Told closed(String why, String reason, LocalDate day) {
        return new Told("closed", Map.of("why", why, "reason", reason, "day", day));
    }

    /** An agent withdrew the application, and says how and when the person asked for that. */
    public static Told withdrawnAsAsked(String means, LocalDate askedOn, String reason, LocalDate day) {
        return new Told("withdrawn-as-asked", Map.of("means", means, "askedOn", askedOn, "reason", reason, "day", day));
    }

    /** The permit granted ended before its card was in the hand, and the paper that stood in for it with it. */
    public static Told permitOver(LocalDate day) {
        return new Told("permit-over", Map.of("day", day));
    }

    /** What was granted without a card is delivered. */
    public static Told delivered(LocalDate day) {
        return new Told("delivered", Map.of("day", day));
    }

    /** The card that the person says they have was not handed over. */
    public static Told receiptRefused(String reason, LocalDate day) {
        return new Told("receipt-refused", Map.of("reason", reason, "day", day));
    }

    /** The case goes on for another one too, as if it had been filed on that day. */
    public static Told absorbed(CaseNumber other, LocalDate filedOn, LocalDate day) {
        return new Told("absorbed", Map.of("other", other.value(), "filedOn", filedOn, "day", day));
    }

    /** The reasons of a silent refusal; a court can be asked until that day. */
    public static Told reasons(String reason, LocalDate day, LocalDate until) {
        return new Told("reasons", Map.of("reason", reason, "day", day, "until", until));
    }

    /** A judge ordered something in the case. */
    public static Told courtOrder(Act.RecordCourtOrder order, LocalDate day) {
        return new Told(
                "court-order",
                Map.of(
                        "court", order.court(),
                        "what", order.what().name(),
                        "orderedOn", order.orderedOn(),
                        "dueOn", order.dueOn(),
                        "day", day));
    }

    /** The person is known as they asked to be; the papers that said otherwise are replaced. */
    public static Told correctionApproved(int papers) {
        return new Told("correction-approved", Map.of("papers", papers));
    }

    /** The person is not known as they asked to be. */
    public static Told correctionRefused(String reason) {
        return new Told("correction-refused", Map.of("reason", reason));
    }

    /** The case does not follow the one that the person named: neither that one nor the agent's words, which may name people. */
    public static Told linkRefused() {
        return new Told("link-refused", Map.of());
    }

    /** The person is reached elsewhere from now on; it is said here and there. */
    public static Told contactChanged() {
        return new Told("contact-changed", Map.of());
    }

    /** Somebody may act for the person from now on. */
    public static Told mandateGiven(String mandatary, LocalDate lastDay) {
        return new Told("mandate-given", Map.of("mandatary", mandatary, "lastDay", lastDay));
    }

    public static Told mandateEnded(String mandatary) {
        return new Told("mandate-ended", Map.of("mandatary", mandatary));
    }

    /** Somebody has acted for the person. */
    public static Told mandateUsed(MandateNumber mandate) {
        return new Told("mandate-used", Map.of("mandate", mandate.value()));
    }

    /** Login or password changed. */
    public static Told accessChanged() {
        return new Told("access-changed", Map.of());
    }

    /** An agent opened a way in for the person. */
    public static Told recoveryOpened() {
        return new Told("recovery-opened", Map.of());
    }

    /** Somebody came in with an access code. */
    public static Told recovered() {
        return new Told("recovered", Map.of());
    }

    /** The préfet hears the commission du titre de séjour before he rules. */
    public static Told commissionSeized(String reason, LocalDate day) {
        return new Told("commission-seized", Map.of("reason", reason, "day", day));
    }

    /** A paper was taken back because it was obtained by fraud. */
    public static Told paperRevoked(AttestationNumber paper, String reason, LocalDate day) {
        return new Told("paper-revoked", Map.of("number", paper.value(), "reason", reason, "day", day));
    }

    /** An ended case is taken up again. */
    public static Told reopened(String reason, LocalDate day) {
        return new Told("reopened", Map.of("reason", reason, "day", day));
    }

    /** The card waits for its holder. */
    public static Told cardReady(Practice practice) {
        return new Told(
                "card-ready",
                Map.of(
                        "mode",
                        practice.collection().name(),
                        "place",
                        practice.servicePoint()
                                .map(point -> point.name() + ", " + point.address())
                                .orElse(""),
                        "hours",
                        practice.servicePoint()
                                .map(ServicePoint::collectionHours)
                                .map(hours -> String.join("\n", hours))
                                .orElse("")));
    }

    /**
     * The case is offered to the préfecture of the new residence, which has it after that day even when it says nothing.
     *
     * @param awaited what its rules said it will do; empty when nobody could tell
     */
    public static Told transferOffered(
            Edition edition, PrefectureCode from, PrefectureCode to, LocalDate day, Optional<Practice> awaited) {
        Map<String, Object> arguments = there(awaited);
        arguments.put("from", name(edition, from));
        arguments.put("to", name(edition, to));
        arguments.put("day", day);
        return new Told("transfer-offered", arguments);
    }

    /** Another préfecture is in charge. */
    public static Told transferCompleted(Edition edition, PrefectureCode from, PrefectureCode to, Practice practice) {
        Map<String, Object> arguments = there(Optional.of(practice));
        arguments.put("from", name(edition, from));
        arguments.put("to", name(edition, to));
        return new Told("transfer-completed", arguments);
    }

    /** The person has come back before the other préfecture took the case over. */
    public static Told transferRecalled(Edition edition, PrefectureCode to, PrefectureCode here, Practice practice) {
        Map<String, Object> arguments = there(Optional.of(practice));
        arguments.put("to", name(edition, to));
        arguments.put("prefecture", name(edition, here));
        return new Told("transfer-recalled", arguments);
    }

    /** Another counter of the same préfecture serves the person. */
    public static Told servicePointChanged(Edition edition, PrefectureCode prefecture, Practice practice) {
        Map<String, Object> arguments = there(Optional.of(practice));
        arguments.put("prefecture", name(edition, prefecture));
        return new Told("service-point", arguments);
    }

    /** A filing came to a préfecture that was not in charge, and was opened where the person lives. */
    public static Told reRouted(Edition edition, PrefectureCode reached, PrefectureCode competent, LocalDate day) {
        return new Told(
                "re-routed", Map.of("reached", name(edition, reached), "to", name(edition, competent), "day", day));
    }

    /** Where and how the person is served there; what is not known is not said. */
    private static Map<String, Object> there(Optional<Practice> practice) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("mode", practice.map(it -> it.collection().name()).orElse("UNKNOWN"));
        String point = practice.flatMap(Practice::servicePoint)
                .map(it -> it.name() + ", " + it.address())
                .orElse("");
        arguments.put("point", point);
        arguments.put("known", point.isEmpty() ? "no" : "yes");
        return arguments;
    }

    /** A préfecture by its name and code; by its code when the edition does not know it. */
    public static String name(Edition edition, PrefectureCode code) {
        return edition.prefecture(code)
                .map(it -> it.departement() + " (" + code + ")")
                .orElse(code.value());
    }

    /** @param reasons why, in the agent's words; blank where there is nothing to say beside the name */
    private record Pieces(Map<PieceType, String> reasons) {}

    /** What a paper lets its holder do, and why. */
    private record PaperRights(Rights rights, PaperReasons reasons) {}

    private Object inWords(Object value, Edition edition, CaseRecord record, String language) {
        if (value instanceof PaperKind kind) {
            return texts.say(language, "paper." + Codes.of(kind));
        }
        if (value instanceof PaperReasons reasons) {
            return new ReasonSentences(texts).about(language, reasons, About.PAPER);
        }
        if (value instanceof PaperRights paper) {
            return rights(paper, language);
        }
        if (value instanceof Pieces pieces) {
            return pieces.reasons().entrySet().stream()
                    .map(piece -> "- " + label(edition, record, piece.getKey(), language)
                            + (piece.getValue().isEmpty() ? "" : ": " + piece.getValue()))
                    .collect(Collectors.joining("\n"));
        }
        return value;
    }

    /** One line for each right, an absent one as plainly as a present one. */
    private String rights(PaperRights paper, String language) {
        RightSentences sentences = new RightSentences(texts);
        Rights rights = paper.rights();
        Map<About, String> said = new LinkedHashMap<>();
        said.put(About.STAY, sentences.stay(language, rights.stay().value()));
        said.put(About.WORK, sentences.work(language, rights.work().value()));
        said.put(About.TRAVEL, sentences.travel(language, rights.travel().value()));
        said.put(About.SOCIAL, sentences.social(language, rights.social().value()));
        return said.entrySet().stream()
                .map(right -> ("- " + texts.say(language, "right.name." + Codes.of(right.getKey())) + ": "
                                + right.getValue() + " "
                                + new ReasonSentences(texts).about(language, paper.reasons(), right.getKey()))
                        .strip())
                .collect(Collectors.joining("\n"));
    }

    private static String permit(Edition edition, CaseRecord record, String language) {
        return edition.permit(record.filed().permit())
                .map(entry -> "en".equals(language) ? entry.labelEn() : entry.labelFr())
                .orElse(record.filed().permit().value());
    }

    /** The name that the permit gives the piece, else the one it has for every permit. */
    private static String label(Edition edition, CaseRecord record, PieceType type, String language) {
        return edition.permit(record.filed().permit()).stream()
                .flatMap(entry -> allPieces(entry).stream())
                .filter(piece -> piece.type().equals(type))
                .findFirst()
                .or(() -> edition.pieceType(type))
                .map(piece -> "en".equals(language) ? piece.labelEn() : piece.labelFr())
                .orElse(type.value());
    }

    private static List<PieceRequirement> allPieces(PermitEntry entry) {
        return Stream.concat(entry.firstPieces().stream(), entry.renewalPieces().stream())
                .toList();
    }
}
