package fr.sejour.core.internal.notice;

import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.text.Texts;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.law.Edition;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes the letters of the préfecture, in French, which prevails: a decision says who took it under which delegation, why in law and
 * fact, and the remedies with their delays (CRPA L. 211-5, L. 212-1; CJA R. 421-5).
 */
@Component(service = LetterWriter.class)
public final class LetterWriter {

    private static final String LANGUAGE = "fr";

    /** What a letter is about, by the act that makes it. */
    private static final Map<ActKind, String> KINDS = Map.of(
            ActKind.GRANT, "granted",
            ActKind.REFUSE, "refused",
            ActKind.REFUSE_REGISTRATION, "registration-refused",
            ActKind.GIVE_REASONS, "reasons",
            ActKind.REVOKE_PAPER, "paper-revoked");

    private final Texts texts;

    @Activate
    public LetterWriter(@Reference Texts texts) {
        this.texts = texts;
    }

    /** The code of the letter that the act makes; empty for an act that makes none. */
    public static Optional<String> kind(Act act) {
        return Optional.ofNullable(KINDS.get(act.kind()));
    }

    /** The letter that an act makes. */
    public String write(String kind, Act act, CaseRecord after, PersonRecord person, Edition edition, LocalDate today) {
        Map<String, Object> arguments = new HashMap<>();
        Optional<Prefecture> prefecture = edition.prefecture(after.standing().prefecture());
        arguments.put("prefecture", prefecture.map(it -> it.departement()).orElse(""));
        arguments.put("city", prefecture.map(it -> it.city()).orElse(""));
        arguments.put("day", today);
        arguments.put("familyName", person.civilStatus().familyName());
        arguments.put("givenNames", person.civilStatus().givenNames());
        arguments.put("birthDate", person.civilStatus().birthDate());
        arguments.put(
                "foreignerNumber",
                person.foreignerNumber().map(number -> number.value()).orElse("none"));
        arguments.put("caseNumber", after.number().value());
        arguments.put("filedOn", after.filed().filedOn());
        Optional<PermitEntry> permit = edition.permit(after.filed().permit());
        arguments.put(
                "permit",
                permit.map(PermitEntry::labelFr).orElse(after.filed().permit().value()));
        arguments.put("articles", articles(after, permit));
        arguments.putAll(said(act));
        return texts.say(LANGUAGE, "letter." + kind, arguments);
    }

    private static String articles(CaseRecord record, Optional<PermitEntry> permit) {
        return record.filed()
                .article()
                .map(Article::reference)
                .or(() -> permit.map(
                        it -> it.legalBasis().stream().map(Article::reference).collect(Collectors.joining(", "))))
                .orElse("");
    }

    private static Map<String, Object> said(Act act) {
        if (act instanceof Act.Grant grant) {
            return Map.of(
                    "delegation", grant.delegation(), "validFrom", grant.validFrom(), "validUntil", grant.validUntil());
        } else if (act instanceof Act.Refuse refuse) {
            return Map.of("delegation", refuse.delegation(), "reason", refuse.reason());
        } else if (act instanceof Act.GiveReasons reasons) {
            return Map.of("delegation", reasons.delegation(), "reason", reasons.reason());
        } else if (act instanceof Act.RevokePaper revoke) {
            return Map.of(
                    "delegation", revoke.delegation(),
                    "reason", revoke.reason(),
                    "number", revoke.paper().value());
        } else if (act instanceof Act.RefuseRegistration refuse) {
            return Map.of("reason", refuse.reason());
        }
        return Map.of();
    }
}
