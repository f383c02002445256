package fr.sejour.core.internal.record;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.record.Journals.Alteration;
import fr.sejour.api.record.Journals.Alteration.Kind;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.port.JournalChain;
import fr.sejour.core.port.JournalHead;
import fr.sejour.core.port.WrittenLine;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the journal of a case with what its digests say. Pure. */
final class ChainCheck {

    private static final Pattern STATEMENT = Pattern.compile("statement-sha256:([0-9a-f]{64})");

    private ChainCheck() {}

    /**
     * The first line that does not say what was written.
     *
     * @param head where the case's row says that the journal ends
     * @param sealed the heads of the case that were sealed, the shortest journal first
     */
    static Optional<Alteration> of(
            CaseNumber number, List<WrittenLine> lines, JournalHead head, List<JournalHead> sealed) {
        return chain(number, lines).or(() -> end(lines, head)).or(() -> sealedHeads(lines, sealed));
    }

    private static Optional<Alteration> chain(CaseNumber number, List<WrittenLine> lines) {
        String previous = JournalChain.START;
        long expected = 1;
        for (WrittenLine line : lines) {
            if (line.sequence() != expected) {
                return Optional.of(new Alteration(Kind.MISSING, expected));
            }
            String digest = JournalChain.digest(
                    previous,
                    number,
                    line.sequence(),
                    line.at(),
                    line.actor(),
                    line.what(),
                    line.detail(),
                    line.basis());
            if (!digest.equals(line.digest())) {
                return Optional.of(new Alteration(Kind.CHANGED, expected));
            }
            if (otherWords(line)) {
                return Optional.of(new Alteration(Kind.WORDS_CHANGED, expected));
            }
            previous = digest;
            expected++;
        }
        return Optional.empty();
    }

    /** Words may be erased; what is there must be what the line says. */
    private static boolean otherWords(WrittenLine line) {
        if (line.statement().isEmpty()) {
            return false;
        }
        Matcher said = STATEMENT.matcher(line.detail());
        return !said.find()
                || !said.group(1).equals(Secrets.digest(line.statement().get()));
    }

    private static Optional<Alteration> end(List<WrittenLine> lines, JournalHead head) {
        long last = lines.size();
        if (head.lines() > last) {
            return Optional.of(new Alteration(Kind.TAIL_CUT, last + 1));
        }
        if (head.lines() < last) {
            return Optional.of(new Alteration(Kind.CHANGED, head.lines() + 1));
        }
        return digestAt(lines, last).equals(head.digest())
                ? Optional.empty()
                : Optional.of(new Alteration(Kind.CHANGED, Math.max(1, last)));
    }

    /** A chain written anew is whole in itself; what was sealed of it before is not. */
    private static Optional<Alteration> sealedHeads(List<WrittenLine> lines, List<JournalHead> sealed) {
        long known = 0;
        for (JournalHead head : sealed) {
            if (head.lines() > lines.size()) {
                return Optional.of(new Alteration(Kind.TAIL_CUT, lines.size() + 1L));
            }
            if (!digestAt(lines, head.lines()).equals(head.digest())) {
                return Optional.of(new Alteration(Kind.REWRITTEN, known + 1));
            }
            known = head.lines();
        }
        return Optional.empty();
    }

    private static String digestAt(List<WrittenLine> lines, long line) {
        return line == 0
                ? JournalChain.START
                : lines.get(Math.toIntExact(line - 1)).digest();
    }
}
