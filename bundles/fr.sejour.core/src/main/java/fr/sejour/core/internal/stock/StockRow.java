package fr.sejour.core.internal.stock;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.filing.Received;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.Commune;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.internal.practice.Practices.Question;
import fr.sejour.core.internal.upkeep.CaseLaw;
import fr.sejour.law.Edition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One open case as the earlier system tells it, read and put before the law of its day.
 *
 * @param digest what the row said
 * @param civilStatus empty when the row names the person by their foreigner number alone
 * @param held the permit in hand; empty when the row says nothing of one
 * @param completeOn the day of the complete file; empty when it is not, or nobody knows
 * @param pieces those that were asked for and have not come
 */
record StockRow(
        long line,
        String reference,
        String digest,
        Optional<ForeignerNumber> foreignerNumber,
        Optional<CivilStatus> civilStatus,
        Contact contact,
        PermitCode permit,
        Optional<Article> article,
        Optional<Nature> nature,
        LocalDate filedOn,
        FilingChannel channel,
        Prefecture prefecture,
        Residence residence,
        Optional<LocalDate> entryDate,
        boolean workAuthorisation,
        boolean employed,
        Optional<HeldPermit> held,
        Optional<Paper> paper,
        StockState state,
        Optional<LocalDate> completeOn,
        Set<PieceType> pieces,
        Optional<LocalDate> answerBy,
        Optional<Grant> grant,
        Optional<Card> card) {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._/-]{1,100}");
    private static final Map<String, StockState> STATES = codes(EnumSet.allOf(StockState.class));
    private static final Map<String, FilingChannel> CHANNELS = codes(EnumSet.allOf(FilingChannel.class));
    private static final Map<String, Nature> NATURES = codes(EnumSet.allOf(Nature.class));
    private static final Map<String, DocumentKind> KINDS = codes(EnumSet.allOf(DocumentKind.class));
    private static final Map<String, PaperKind> PAPERS = codes(EnumSet.of(
            PaperKind.ATTESTATION_DE_DEPOT,
            PaperKind.ATTESTATION_DE_PROLONGATION,
            PaperKind.ATTESTATION_DE_DECISION_FAVORABLE,
            PaperKind.RECEPISSE));

    /** The paper of the earlier system in the person's hand. */
    record Paper(PaperKind kind, String number, LocalDate firstDay, Optional<LocalDate> lastDay) {}

    /** What the préfet granted, and when. */
    record Grant(LocalDate decidedOn, LocalDate validFrom, LocalDate validUntil) {}

    /** The card that waits for its holder. */
    record Card(String number, LocalDate readyOn) {}

    StockRow {
        pieces = Set.copyOf(pieces);
    }

    ZoneId zone() {
        return prefecture.zone();
    }

    /** The hour of a filing is not handed over: it counts from the first of its day. */
    Instant filedAt() {
        return filedOn.atStartOfDay(zone()).toInstant();
    }

    Question question() {
        return new Question(prefecture.code(), residence.commune(), permit);
    }

    static StockRow read(Cells cells, long line, CaseLaw law, Instant now) throws BadColumnException {
        String reference = cells.needed("reference", "write what the earlier system calls the case");
        if (!REFERENCE.matcher(reference).matches()) {
            throw new BadColumnException(
                    "reference", "it cannot be read", "write 1 to 100 letters, digits, dots, slashes or hyphens");
        }
        LocalDate national = Prefecture.nationalDay(now);
        Commune place = place(cells, law, national);
        Prefecture prefecture = prefecture(cells, law, place, national);
        LocalDate today = now.atZone(prefecture.zone()).toLocalDate();
        LocalDate filedOn = filedOn(cells, today);
        Edition edition = law.judging(filedOn);
        PermitEntry permit = permit(cells, "permit", edition);
        StockState state = cells.neededCode("state", STATES);
        Optional<CivilStatus> civilStatus = civilStatus(cells, filedOn);
        StockRow row = new StockRow(
                line,
                reference,
                cells.digest(),
                cells.value("foreigner_number", ForeignerNumber::new, "write its ten digits"),
                civilStatus,
                contact(cells),
                permit.code(),
                article(cells, permit),
                cells.code("nature", NATURES),
                filedOn,
                cells.neededCode("channel", CHANNELS),
                prefecture,
                new Residence(
                        cells.neededValue("address", StockRow::address, "write 1 to 300 characters on one line"),
                        place.residence()),
                entryDate(cells, today, civilStatus),
                cells.yes("work_authorisation"),
                cells.yes("employed"),
                held(cells, edition, filedOn),
                paper(cells, filedOn, today),
                state,
                completeOn(cells, state, filedOn, today),
                pieces(cells, state, edition),
                answerBy(cells, state),
                grant(cells, state, filedOn, today),
                card(cells, state, filedOn, today));
        if (row.foreignerNumber().isEmpty() && civilStatus.isEmpty()) {
            throw new BadColumnException(
                    "foreigner_number",
                    "the row names nobody",
                    "write the foreigner number, or names, birth date and nationality");
        }
        return row;
    }

    private static Commune place(Cells cells, CaseLaw law, LocalDate today) throws BadColumnException {
        String toDo = "write the INSEE code of the commune where the person lives, such as 38185";
        CommuneCode code = cells.neededValue("commune", CommuneCode::new, toDo);
        return law.commune(code, today)
                .orElseThrow(
                        () -> new BadColumnException("commune", "no commune under the CESEDA has this code", toDo));
    }

    private static Prefecture prefecture(Cells cells, CaseLaw law, Commune place, LocalDate today)
            throws BadColumnException {
        String toDo =
                "write the code of the préfecture in charge, such as 38, or leave it empty for that of the commune";
        PrefectureCode code =
                cells.value("prefecture", PrefectureCode::new, toDo).orElse(place.prefecture());
        return law.inForce(today)
                .prefecture(code)
                .filter(Prefecture::cesedaApplies)
                .orElseThrow(() ->
                        new BadColumnException("prefecture", "no préfecture under the CESEDA has this code", toDo));
    }

    private static LocalDate filedOn(Cells cells, LocalDate today) throws BadColumnException {
        LocalDate filedOn = notAfter(cells.neededDay("filed_on"), "filed_on", today);
        if (filedOn.getYear() < Received.FIRST_YEAR) {
            throw new BadColumnException("filed_on", "it lies too far back", "write the day of filing, from 2000 on");
        }
        return filedOn;
    }

    private static PermitEntry permit(Cells cells, String column, Edition edition) throws BadColumnException {
        String toDo = "write a code of the catalogue, such as etudiant";
        PermitCode code = cells.neededValue(column, PermitCode::new, toDo);
        return edition.permit(code)
                .orElseThrow(() -> new BadColumnException(column, "the catalogue has no such permit", toDo));
    }

    private static Optional<Article> article(Cells cells, PermitEntry permit) throws BadColumnException {
        String toDo = "write one of the articles of the permit, or leave it empty";
        Optional<Article> article = cells.value("article", Article::new, toDo);
        if (article.filter(it -> !permit.legalBasis().contains(it)).isPresent()) {
            throw new BadColumnException("article", "the permit does not rest on this article", toDo);
        }
        return article;
    }

    private static Optional<CivilStatus> civilStatus(Cells cells, LocalDate filedOn) throws BadColumnException {
        List<String> columns = List.of("family_name", "given_names", "birth_date", "nationality");
        if (columns.stream().allMatch(column -> cells.text(column).isEmpty())) {
            return Optional.empty();
        }
        LocalDate born = notAfter(cells.neededDay("birth_date"), "birth_date", filedOn);
        String family = cells.needed("family_name", "write the family name");
        String given = cells.needed("given_names", "write the given names");
        String nationality = cells.needed("nationality", "write a country code of two letters, such as MA");
        checked("birth_date", "write a day from 1880 on", () -> new CivilStatus("A", "A", born, "XX"));
        checked(
                "nationality",
                "write a country code of two letters, such as MA",
                () -> new CivilStatus("A", "A", born, nationality));
        checked("family_name", "write 1 to 200 characters", () -> new CivilStatus(family, "A", born, "XX"));
        checked("given_names", "write 1 to 200 characters", () -> new CivilStatus("A", given, born, "XX"));
        return Optional.of(new CivilStatus(family, given, born, nationality));
    }

    private static Contact contact(Cells cells) throws BadColumnException {
        String language = cells.code("language", Map.of("fr", "fr", "en", "en")).orElse("fr");
        Optional<String> email = cells.text("email");
        Optional<String> phone = cells.text("phone");
        checked("email", "write name@domain, or leave it empty", () -> new Contact(email, Optional.empty(), language));
        checked(
                "phone",
                "write 6 to 25 digits, or leave it empty",
                () -> new Contact(Optional.empty(), phone, language));
        return new Contact(email, phone, language);
    }

    private static void checked(String column, String toDo, Runnable value) throws BadColumnException {
        try {
            value.run();
        } catch (IllegalArgumentException unreadable) {
            throw new BadColumnException(column, "it cannot be read", toDo);
        }
    }

    private static String address(String written) {
        return new Residence(written, new CommuneCode("38185")).address();
    }

    private static Optional<LocalDate> entryDate(Cells cells, LocalDate today, Optional<CivilStatus> person)
            throws BadColumnException {
        Optional<LocalDate> day = cells.day("entry_date");
        if (day.isPresent()) {
            notAfter(day.get(), "entry_date", today);
            if (person.filter(who -> day.get().isBefore(who.birthDate())).isPresent()) {
                throw new BadColumnException("entry_date", "it lies before the birth", "write the day of entry");
            }
        }
        return day;
    }

    private static Optional<HeldPermit> held(Cells cells, Edition edition, LocalDate filedOn)
            throws BadColumnException {
        List<String> columns = List.of("held_permit", "held_number", "held_from", "held_until");
        Optional<DocumentKind> kind = cells.code("held_kind", KINDS);
        if (columns.stream().allMatch(column -> cells.text(column).isEmpty())) {
            return Optional.empty();
        }
        PermitCode permit = permit(cells, "held_permit", edition).code();
        String number = cells.needed("held_number", "write the number printed on the permit");
        LocalDate from = notAfter(cells.neededDay("held_from"), "held_from", filedOn);
        LocalDate until = cells.neededDay("held_until");
        checked(
                "held_until",
                "write a day on or after the first one, before 2200",
                () -> HeldPermit.requireDays(from, until));
        checked("held_number", "write 1 to 40 characters", () -> new HeldPermit(permit, number, kind, from, until));
        return Optional.of(new HeldPermit(permit, number, kind, from, until));
    }

    private static Optional<Paper> paper(Cells cells, LocalDate filedOn, LocalDate today) throws BadColumnException {
        Optional<PaperKind> kind = cells.code("paper_kind", PAPERS);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        String number = cells.needed("paper_number", "write the number printed on the paper");
        if (!number.matches("[A-Za-z0-9/-]{1,40}")) {
            throw new BadColumnException(
                    "paper_number", "it cannot be read", "write 1 to 40 letters, digits, hyphens or slashes");
        }
        LocalDate from = notBefore(notAfter(cells.neededDay("paper_from"), "paper_from", today), "paper_from", filedOn);
        boolean endless = kind.get() == PaperKind.ATTESTATION_DE_DECISION_FAVORABLE
                || kind.get() == PaperKind.ATTESTATION_DE_DEPOT;
        if (!endless) {
            cells.neededDay("paper_until");
        }
        Optional<LocalDate> until = cells.day("paper_until");
        if (until.isPresent()) {
            notBefore(until.get(), "paper_until", from);
            checkedYear(until.get(), "paper_until");
        }
        return Optional.of(new Paper(kind.get(), number, from, until));
    }

    /** A decision is taken on a complete file, whenever it became so. */
    private static Optional<LocalDate> completeOn(Cells cells, StockState state, LocalDate filedOn, LocalDate today)
            throws BadColumnException {
        if (state == StockState.COMPLETE && !cells.saysUnknown("complete_on")) {
            cells.needed("complete_on", "write the day on which the file was complete, or the word unknown");
        }
        Optional<LocalDate> day = cells.day("complete_on");
        if (day.isPresent()) {
            if (state == StockState.AWAITING_PIECES) {
                throw new BadColumnException(
                        "complete_on",
                        "a file that awaits pieces is not complete",
                        "leave it empty, or change the state");
            }
            notBefore(notAfter(day.get(), "complete_on", today), "complete_on", filedOn);
        }
        return state.decided() && day.isEmpty() ? cells.day("decided_on") : day;
    }

    private static Set<PieceType> pieces(Cells cells, StockState state, Edition edition) throws BadColumnException {
        Optional<String> written = cells.text("pieces");
        String toDo =
                "write codes of the catalogue's pieces with a semicolon between two, such as nationalite;domicile";
        if (written.isPresent() && state != StockState.AWAITING_PIECES) {
            throw new BadColumnException(
                    "pieces",
                    "only a file in the state awaiting_pieces awaits any",
                    "leave it empty, or change the state");
        }
        Set<PieceType> pieces = new LinkedHashSet<>();
        for (String code : written.map(it -> it.split(";", -1)).orElse(new String[0])) {
            try {
                PieceType type = new PieceType(code.strip());
                if (edition.pieceType(type).isEmpty()) {
                    throw new BadColumnException("pieces", "the catalogue has no such piece", toDo);
                }
                pieces.add(type);
            } catch (IllegalArgumentException unreadable) {
                throw new BadColumnException("pieces", "it cannot be read", toDo);
            }
        }
        return pieces;
    }

    private static Optional<LocalDate> answerBy(Cells cells, StockState state) throws BadColumnException {
        return state == StockState.AWAITING_PIECES
                ? Optional.of(checkedYear(cells.neededDay("answer_by"), "answer_by"))
                : Optional.empty();
    }

    private static Optional<Grant> grant(Cells cells, StockState state, LocalDate filedOn, LocalDate today)
            throws BadColumnException {
        if (!state.decided()) {
            return Optional.empty();
        }
        LocalDate decidedOn =
                notBefore(notAfter(cells.neededDay("decided_on"), "decided_on", today), "decided_on", filedOn);
        LocalDate from = cells.neededDay("valid_from");
        LocalDate until = cells.neededDay("valid_until");
        checked(
                "valid_until",
                "write a day on or after valid_from, before 2200",
                () -> HeldPermit.requireDays(from, until));
        return Optional.of(new Grant(decidedOn, from, until));
    }

    private static Optional<Card> card(Cells cells, StockState state, LocalDate filedOn, LocalDate today)
            throws BadColumnException {
        if (state != StockState.CARD_READY) {
            return Optional.empty();
        }
        String number = cells.needed("card_number", "write the number of the card");
        checked(
                "card_number",
                "write 1 to 40 characters",
                () -> new HeldPermit(new PermitCode("etudiant"), number, Optional.empty(), filedOn, filedOn));
        LocalDate ready = notAfter(cells.neededDay("card_ready_on"), "card_ready_on", today);
        return Optional.of(new Card(number, notBefore(ready, "card_ready_on", filedOn)));
    }

    private static LocalDate checkedYear(LocalDate day, String column) throws BadColumnException {
        if (day.getYear() > 2199) {
            throw new BadColumnException(column, "it lies too far ahead", "write a day before 2200");
        }
        return day;
    }

    private static LocalDate notAfter(LocalDate day, String column, LocalDate last) throws BadColumnException {
        if (day.isAfter(last)) {
            throw new BadColumnException(column, "it lies after what it has to come before", "write a day not later");
        }
        return day;
    }

    private static LocalDate notBefore(LocalDate day, String column, LocalDate first) throws BadColumnException {
        if (day.isBefore(first)) {
            throw new BadColumnException(column, "it lies before what it has to follow", "write a day not earlier");
        }
        return day;
    }

    private static <E extends Enum<E>> Map<String, E> codes(Collection<E> values) {
        Map<String, E> codes = new TreeMap<>();
        values.forEach(value -> codes.put(value.name().toLowerCase(Locale.ROOT), value));
        return codes;
    }
}
