package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.MICROSECONDS;
import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.NANOSECONDS;
import static fr.sejour.store.jpa.internal.Situations.THAT_DAY;
import static fr.sejour.store.jpa.internal.Situations.aCase;
import static fr.sejour.store.jpa.internal.Situations.aLine;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.Statement;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is written about a case: once, in order, and never changed. */
abstract class JournalsContract extends ShelfContract {

    JournalsContract(StoreContract contract) {
        super(contract);
    }

    @Test
    void lines_follow_each_other_and_say_what_was_written() {
        keep(aCase(1, 1), aCase(2, 1));
        write(records -> {
            records.cases()
                    .write(
                            caseNumber(1),
                            new JournalEntry(NANOSECONDS, "agent-7", "filed", "etudiant", Optional.of("2026-05-01")));
            records.cases()
                    .write(caseNumber(1), new JournalEntry(NANOSECONDS, "platform", "told", "", Optional.empty()));
        });
        write(records -> records.cases().write(caseNumber(1), aLine("taken-up")));
        write(records -> records.cases().write(caseNumber(2), aLine("filed")));

        List<JournalLine> lines = store.read(records -> records.cases().journal(caseNumber(1)));

        assertThat(lines)
                .extracting(
                        JournalLine::sequence,
                        JournalLine::at,
                        JournalLine::actor,
                        JournalLine::what,
                        JournalLine::detail,
                        JournalLine::basis)
                .containsExactly(
                        tuple(1L, MICROSECONDS, "agent-7", "filed", "etudiant", Optional.of("2026-05-01")),
                        tuple(2L, MICROSECONDS, "platform", "told", "", Optional.empty()),
                        tuple(3L, MORNING, "platform", "taken-up", "etudiant ONLINE", Optional.of("2026-05-01")));
        assertThat(store.<List<JournalLine>>read(records -> records.cases().journal(caseNumber(2))))
                .extracting(JournalLine::sequence)
                .containsExactly(1L);
    }

    @Test
    void what_was_said_stands_beside_the_line_and_can_be_erased_without_it() throws Exception {
        keep(aCase(1, 1));
        write(records -> records.cases()
                .write(
                        caseNumber(1),
                        new JournalEntry(
                                MORNING,
                                "agent-7",
                                "withdraw",
                                "statement-sha256:ab",
                                Optional.empty(),
                                Optional.of(new Statement("salt", "je pars")))));
        write(records -> records.cases().write(caseNumber(1), aLine("reopen")));

        List<JournalLine> lines = store.read(records -> records.cases().journal(caseNumber(1)));

        assertThat(lines).extracting(JournalLine::statement).containsExactly(Optional.of("je pars"), Optional.empty());
        assertThat(raw.rows("SELECT line_number, salt, words FROM journal_statement"))
                .containsExactly("1|salt|je pars");
        raw.run("DELETE FROM journal_statement");
        List<JournalLine> erased = store.read(records -> records.cases().journal(caseNumber(1)));
        assertThat(erased).extracting(JournalLine::statement).containsOnly(Optional.empty());
        String first = sha256("64:" + "0".repeat(64)
                + "\n19:0000000000000000001\n1:1\n27:2026-03-10T08:00:00.000000Z\n"
                + "7:agent-7\n8:withdraw\n19:statement-sha256:ab\n-1:\n");
        assertThat(erased.get(0).digest()).isEqualTo(first);
    }

    @Test
    void the_longest_statement_of_an_act_is_kept_whole() {
        keep(aCase(1, 1));
        String longest = new Act.Notify("\ud83d\udce8".repeat(1000), THAT_DAY, "é".repeat(2000))
                .statement()
                .orElseThrow();

        write(records -> records.cases()
                .write(
                        caseNumber(1),
                        new JournalEntry(
                                MORNING,
                                "agent-7",
                                "notify",
                                "",
                                Optional.empty(),
                                Optional.of(new Statement("salt", longest)))));

        assertThat(store.<List<JournalLine>>read(records -> records.cases().journal(caseNumber(1))))
                .extracting(JournalLine::statement)
                .containsExactly(Optional.of(longest));
    }

    @Test
    void the_chain_is_the_documented_one() throws Exception {
        keep(aCase(1, 1));
        write(records -> {
            records.cases()
                    .write(
                            caseNumber(1),
                            new JournalEntry(NANOSECONDS, "agent-7", "filed", "café 1:2", Optional.of("2026-05-01")));
            records.cases()
                    .write(
                            caseNumber(1),
                            new JournalEntry(
                                    Instant.parse("2026-03-10T09:00:00Z"), "platform", "told", "", Optional.empty()));
        });

        String first = sha256("64:" + "0".repeat(64) + "\n19:0000000000000000001\n1:1\n27:2026-03-10T08:00:00.123456Z\n"
                + "7:agent-7\n5:filed\n9:café 1:2\n10:2026-05-01\n");
        String second = sha256("64:" + first + "\n19:0000000000000000001\n1:2\n27:2026-03-10T09:00:00.000000Z\n"
                + "8:platform\n4:told\n0:\n-1:\n");
        assertThat(raw.rows("SELECT line_number, digest FROM journal ORDER BY line_number"))
                .containsExactly("1|" + first, "2|" + second);
        assertThat(raw.rows("SELECT journal_lines, journal_digest FROM permit_case"))
                .containsExactly("2|" + second);
    }

    @Test
    void lines_from_eight_threads_leave_no_gap_and_one_chain() throws Exception {
        keep(aCase(1, 1));

        Together.run(8, thread -> {
            for (int i = 0; i < 10; i++) {
                String what = "line-" + thread + "-" + i;
                write(records -> records.cases().write(caseNumber(1), aLine(what)));
            }
            return true;
        });

        List<String> rows = raw.rows("SELECT line_number, what, digest FROM journal ORDER BY line_number");
        assertThat(rows).hasSize(80);
        String before = "0".repeat(64);
        for (int line = 1; line <= 80; line++) {
            String what = rows.get(line - 1).split("\\|", -1)[1];
            before = sha256("64:" + before + "\n19:0000000000000000001\n"
                    + Integer.toString(line).length() + ":" + line
                    + "\n27:2026-03-10T08:00:00.000000Z\n8:platform\n" + what.length() + ":" + what
                    + "\n15:etudiant ONLINE\n10:2026-05-01\n");
            assertThat(rows.get(line - 1)).isEqualTo(line + "|" + what + "|" + before);
        }
    }

    private String sha256(String form) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(form.getBytes(UTF_8)));
    }
}
