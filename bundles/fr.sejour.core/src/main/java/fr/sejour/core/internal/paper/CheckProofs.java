package fr.sejour.core.internal.paper;

import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckDesk.CheckAnswer;
import fr.sejour.api.attestation.CheckDesk.ShareAnswer;
import fr.sejour.api.attestation.CheckDesk.State;
import fr.sejour.api.attestation.ShareCode.Purpose;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.right.HeldRights;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.RightsCode;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.Validity;
import fr.sejour.api.right.WorkRight;
import fr.sejour.api.signature.Signatures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answers of the check as signed statements, so that whoever kept one shows years later what was answered, and when. */
final class CheckProofs {

    private static final String PAPER = "check";
    private static final String SHARE = "share-check";

    private static final String RIGHTS = "rights";

    /** What a paper that is not yet valid will carry: whoever reads the statement alone takes it for nothing of today. */
    private static final String COMING = "comingRights";

    private final Signatures signatures;

    CheckProofs(Signatures signatures) {
        this.signatures = signatures;
    }

    CheckAnswer proven(CheckAnswer answer) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("checkedAt", answer.checkedAt().toString());
        said.put("state", answer.state().name());
        said.put("kind", answer.kind().name());
        said.put("number", answer.number().value());
        said.put("holder", answer.holderInitials());
        said.put("firstDay", answer.validity().firstDay().toString());
        answer.validity().lastDay().ifPresent(day -> said.put("lastDay", day.toString()));
        said.put("zone", answer.validity().zone().getId());
        answer.rights()
                .ifPresent(rights -> said.put(
                        answer.state() == State.VALID ? RIGHTS : COMING,
                        RightsCode.of(rights).value()));
        said.put("more", String.valueOf(answer.holderHasMoreRights()));
        answer.endReason().ifPresent(reason -> said.put("endReason", reason));
        return new CheckAnswer(
                answer.checkedAt(),
                answer.state(),
                answer.kind(),
                answer.number(),
                answer.holderInitials(),
                answer.validity(),
                answer.rights(),
                answer.holderHasMoreRights(),
                answer.endReason(),
                signatures.signIfPossible(PAPER, said));
    }

    Optional<CheckAnswer> paper(String proof) {
        return signatures.verify(PAPER, proof).map(said -> {
            State state = State.valueOf(member(said, "state"));
            return new CheckAnswer(
                    Instant.parse(member(said, "checkedAt")),
                    state,
                    PaperKind.valueOf(member(said, "kind")),
                    new AttestationNumber(member(said, "number")),
                    member(said, "holder"),
                    new Validity(
                            LocalDate.parse(member(said, "firstDay")),
                            Optional.ofNullable(said.get("lastDay")).map(LocalDate::parse),
                            ZoneId.of(member(said, "zone"))),
                    state.over() ? Optional.empty() : Optional.of(rights(said)),
                    Boolean.parseBoolean(said.get("more")),
                    Optional.ofNullable(said.get("endReason")),
                    Optional.of(proof));
        });
    }

    /** Statements of before said them as {@code rights} whatever the state was. */
    private static Rights rights(Map<String, String> said) {
        return new RightsCode(said.containsKey(COMING) ? member(said, COMING) : member(said, RIGHTS)).rights();
    }

    ShareAnswer proven(ShareAnswer answer) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("checkedAt", answer.checkedAt().toString());
        said.put("purpose", answer.purpose().name());
        said.put("holder", answer.holderInitials());
        said.put("covered", String.valueOf(answer.covered()));
        answer.until().ifPresent(day -> said.put("until", day.toString()));
        said.put(RIGHTS, lines(answer.rights()).map(RightsCode::value).collect(Collectors.joining(", ")));
        said.put("open", String.valueOf(answer.rights().open()));
        return new ShareAnswer(
                answer.checkedAt(),
                answer.purpose(),
                answer.holderInitials(),
                answer.covered(),
                answer.until(),
                answer.rights(),
                signatures.signIfPossible(SHARE, said));
    }

    Optional<ShareAnswer> share(String proof) {
        return signatures
                .verify(SHARE, proof)
                .map(said -> new ShareAnswer(
                        Instant.parse(member(said, "checkedAt")),
                        Purpose.valueOf(member(said, "purpose")),
                        member(said, "holder"),
                        Boolean.parseBoolean(said.get("covered")),
                        Optional.ofNullable(said.get("until")).map(LocalDate::parse),
                        held(member(said, RIGHTS), Boolean.parseBoolean(said.get("open"))),
                        Optional.of(proof)));
    }

    /** One line for each right to work, the other rights in each of them. */
    private static Stream<RightsCode> lines(HeldRights held) {
        Right<StayRight> stay = held.stay().orElseGet(CheckProofs::open);
        Right<TravelRight> travel = held.travel().orElseGet(CheckProofs::open);
        Right<SocialRight> social = held.social().orElseGet(CheckProofs::open);
        List<Right<WorkRight>> work = held.work().isEmpty() ? List.of(open()) : held.work();
        return work.stream().map(right -> RightsCode.of(new Rights(stay, right, travel, social)));
    }

    private static HeldRights held(String lines, boolean open) {
        List<Rights> read = Arrays.stream(lines.split(", "))
                .map(line -> new RightsCode(line).rights())
                .toList();
        Rights first = read.get(0);
        return new HeldRights(
                settled(first.stay()),
                read.stream()
                        .map(Rights::work)
                        .filter(right -> right.value().isSettled())
                        .toList(),
                settled(first.travel()),
                settled(first.social()),
                open);
    }

    private static String member(Map<String, String> said, String name) {
        return Objects.requireNonNull(said.get(name), name);
    }

    private static <T> Optional<Right<T>> settled(Right<T> right) {
        return Optional.of(right).filter(it -> it.value().isSettled());
    }

    private static <T> Right<T> open() {
        return new Right<>(Reading.undetermined("open", "No proof says anything of it."), List.of());
    }
}
