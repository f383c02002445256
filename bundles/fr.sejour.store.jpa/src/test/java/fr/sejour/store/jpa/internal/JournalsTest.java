package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.personId;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.record.Journals.Alteration;
import fr.sejour.api.record.Journals.Alteration.Kind;
import fr.sejour.api.record.Journals.Audit;
import fr.sejour.api.record.Journals.Evidence;
import fr.sejour.api.record.Journals.Line;
import fr.sejour.api.record.Journals.Proof;
import fr.sejour.api.record.Journals.Root;
import fr.sejour.api.record.Journals.Verdict;
import fr.sejour.api.signature.Signatures;
import fr.sejour.core.internal.record.StoredJournals;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the verifier says of journals that somebody altered in the tables, past the store. */
class JournalsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final Caller NATIONAL = Caller.national(new AccountId("national"));

    private OpenStore open;
    private RawDatabase raw;
    private Desks desks;
    private final KeyOfOurOwn key = new KeyOfOurOwn();
    private StoredJournals journals;
    private int people;

    @BeforeEach
    void openTheStore() {
        open = OpenStore.onDerbyInMemory("journals" + System.nanoTime(), Duration.ofSeconds(10));
        raw = new RawDatabase(open.source());
        desks = new Desks(open.store(), NOW);
        journals = new StoredJournals(open.store(), key, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void closeTheStore() {
        open.close();
    }

    @Test
    void journals_that_nobody_touched_are_whole_before_and_after_they_are_sealed() {
        CaseNumber number = withdrawn();
        assertThat(alteration(number)).isEmpty();

        assertThat(journals.seal()).isEqualTo(1);
        assertThat(journals.seal()).isZero();
        desks.review.act(NATIONAL, number, OptionalLong.empty(), new Act.Reopen("une erreur"));
        filed();
        assertThat(journals.seal()).isEqualTo(2);

        assertThat(journals.audit()).isEqualTo(new Audit(2, 2, List.of(), Optional.empty()));
        assertThat(journals.roots(1)).extracting(Root::number).containsExactly(2L);
    }

    @Test
    void while_there_is_no_key_nothing_is_sealed_or_taken_out_and_all_of_it_follows() {
        CaseNumber number = filed();
        long before = lines(number);
        key.gone = true;

        assertThatThrownBy(() -> journals.takeOut(NATIONAL, number))
                .isInstanceOfSatisfying(
                        CaseException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SIGNATURE_UNAVAILABLE));
        assertThatThrownBy(journals::seal).isInstanceOf(CaseException.class);
        assertThat(lines(number)).as("no line says that it was taken out").isEqualTo(before);
        assertThat(journals.roots(0)).isEmpty();

        key.gone = false;
        assertThat(journals.takeOut(NATIONAL, number).proofs()).hasSize(1);
        assertThat(journals.audit()).isEqualTo(new Audit(1, 1, List.of(), Optional.empty()));
    }

    @Test
    void the_root_of_one_head_is_the_leaf_that_rfc_6962_makes_of_it() {
        CaseNumber number = filed();
        String head = raw.rows("SELECT journal_lines, journal_digest FROM permit_case")
                .get(0);

        journals.seal();

        String leaf = "\0" + number + "\n" + head.replace('|', '\n');
        assertThat(journals.roots(0)).extracting(Root::digest).containsExactly(sha256(leaf));
    }

    @Test
    void a_changed_line_is_named() {
        CaseNumber number = withdrawn();
        raw.run("UPDATE journal SET actor = 'somebody-else' WHERE line_number = 2");

        assertThat(alteration(number)).contains(new Alteration(Kind.CHANGED, 2));
    }

    @Test
    void a_removed_line_is_named() {
        CaseNumber number = withdrawn();
        raw.run("DELETE FROM journal WHERE line_number = 2");

        assertThat(alteration(number)).contains(new Alteration(Kind.MISSING, 2));
    }

    @Test
    void lines_that_changed_places_are_named_by_the_first() {
        CaseNumber number = withdrawn();
        raw.run("UPDATE journal SET line_number = 99 WHERE line_number = 1");
        raw.run("UPDATE journal SET line_number = 1 WHERE line_number = 2");
        raw.run("UPDATE journal SET line_number = 2 WHERE line_number = 99");

        assertThat(alteration(number)).contains(new Alteration(Kind.CHANGED, 1));
    }

    @Test
    void a_cut_tail_shows_by_the_head_of_the_case() {
        CaseNumber number = withdrawn();
        long last = lines(number);
        raw.run("DELETE FROM journal_statement");
        raw.run("DELETE FROM journal WHERE line_number = " + last);

        assertThat(alteration(number)).contains(new Alteration(Kind.TAIL_CUT, last));
    }

    @Test
    void a_tail_cut_together_with_its_head_shows_by_the_sealed_head() {
        CaseNumber number = withdrawn();
        long last = lines(number);
        journals.seal();
        raw.run("DELETE FROM journal_statement");
        raw.run("DELETE FROM journal WHERE line_number = " + last);
        raw.run("UPDATE permit_case SET journal_lines = " + (last - 1)
                + ", journal_digest = (SELECT digest FROM journal WHERE line_number = " + (last - 1) + ")");

        assertThat(alteration(number)).contains(new Alteration(Kind.TAIL_CUT, last));
    }

    @Test
    void a_chain_written_anew_shows_from_the_last_head_that_still_stands() {
        CaseNumber number = filed();
        long sealed = lines(number);
        journals.seal();
        desks.review.act(NATIONAL, number, OptionalLong.empty(), new Act.TakeUp());
        journals.seal();
        String digest = raw.rows("SELECT digest FROM journal WHERE line_number = " + sealed)
                .get(0);
        long forged = sealed + 1;
        String forgery = sha256("64:" + digest + "\n19:" + number + "\n1:" + forged
                + "\n27:2026-06-01T08:00:00.000000Z\n8:somebody\n7:take-up\n0:\n10:2026-05-01\n");
        raw.run("UPDATE journal SET actor = 'somebody', digest = '" + forgery + "' WHERE line_number = " + forged);
        raw.run("UPDATE permit_case SET journal_digest = '" + forgery + "'");

        assertThat(alteration(number)).contains(new Alteration(Kind.REWRITTEN, forged));
        assertThat(journals.audit().altered()).extracting(Verdict::number).containsExactly(number);
    }

    @Test
    void words_that_were_changed_show_and_words_that_were_erased_do_not() {
        CaseNumber number = withdrawn();
        long said = Long.parseLong(
                raw.rows("SELECT line_number FROM journal_statement").get(0));
        raw.run("UPDATE journal_statement SET words = 'je reste'");
        assertThat(alteration(number)).contains(new Alteration(Kind.WORDS_CHANGED, said));

        raw.run("DELETE FROM journal_statement");
        assertThat(alteration(number)).isEmpty();
    }

    @Test
    void a_root_that_was_changed_or_removed_is_named() {
        filed();
        journals.seal();
        filed();
        journals.seal();
        assertThat(journals.audit().brokenRoot()).isEmpty();

        raw.run("UPDATE journal_leaf SET line_count = line_count + 1 WHERE root_number = 2");
        assertThat(journals.audit().brokenRoot()).contains(2L);
        raw.run("UPDATE journal_leaf SET line_count = line_count - 1 WHERE root_number = 2");
        raw.run("UPDATE journal_root SET taken_at = TIMESTAMP('2025-01-01 00:00:00') WHERE root_number = 1");
        assertThat(journals.audit().brokenRoot()).contains(1L);
        raw.run("DELETE FROM journal_leaf WHERE root_number = 1");
        raw.run("DELETE FROM journal_root WHERE root_number = 1");
        assertThat(journals.audit().brokenRoot()).contains(1L);
    }

    @Test
    void one_root_seals_the_heads_of_many_journals() {
        CaseNumber number = filed();
        long lines = lines(number);
        assertThat(lines).isPositive();
        for (int more = 0; more < 30; more++) {
            filed();
        }

        assertThat(journals.seal()).isEqualTo(31);

        assertThat(raw.rows("SELECT root_number, heads FROM journal_root")).containsExactly("1|31");
        assertThat(journals.audit()).isEqualTo(new Audit(31, 1, List.of(), Optional.empty()));
    }

    @Test
    void what_is_taken_out_leads_from_each_line_to_a_signed_root() {
        for (int others = 0; others < 6; others++) {
            filed();
        }
        CaseNumber number = withdrawn();

        Evidence evidence = journals.takeOut(NATIONAL, number);

        assertThat(evidence.lines()).hasSize((int) lines(number));
        assertThat(evidence.lines()).extracting(Line::what).endsWith("withdraw", "taken-out");
        assertThat(evidence.proofs()).hasSize(1);
        Proof proof = evidence.proofs().get(0);
        Line last = evidence.lines().get(evidence.lines().size() - 1);
        assertThat(proof.lines()).isEqualTo(last.sequence());
        // RFC 9162, 2.1.3.2: from the leaf up, with the places of leaf and last leaf
        byte[] digest = bytes("\0" + number + "\n" + last.sequence() + "\n" + last.digest());
        int at = proof.leaf();
        int end = proof.root().heads() - 1;
        for (String other : proof.path()) {
            boolean right = at % 2 == 1 || at == end;
            byte[] sibling = HexFormat.of().parseHex(other);
            digest = right ? node(sibling, digest) : node(digest, sibling);
            while (right && at % 2 == 0 && at != 0) {
                at >>= 1;
                end >>= 1;
            }
            at >>= 1;
            end >>= 1;
        }
        assertThat(end).isZero();
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(proof.root().digest());
    }

    private static byte[] bytes(String form) {
        return HexFormat.of().parseHex(sha256(form));
    }

    private static byte[] node(byte[] left, byte[] right) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) 1);
            digest.update(left);
            return digest.digest(right);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Alteration> alteration(CaseNumber number) {
        return journals.verify(NATIONAL, number).alteration();
    }

    private long lines(CaseNumber number) {
        return Long.parseLong(raw.rows("SELECT journal_lines FROM permit_case WHERE case_number = '" + number + "'")
                .get(0));
    }

    @Test
    void what_a_line_says_of_the_case_of_somebody_else_is_left_out_for_the_person_alone() {
        CaseNumber followed = filed();
        CaseNumber number = filed();
        Caller person = Caller.applicant(new AccountId("account-" + people), personId(people));
        desks.review.act(NATIONAL, number, OptionalLong.empty(), new Act.Follow(followed, true, "sa famille"));

        Evidence theirs = journals.takeOut(person, number);
        Evidence agents = journals.takeOut(NATIONAL, number);

        assertThat(theirs.lines())
                .filteredOn(line -> line.what().equals("follow"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.detail()).isEmpty();
                    assertThat(line.statement()).isEmpty();
                    assertThat(line.salt()).isEmpty();
                    assertThat(line.digest()).isNotEmpty();
                });
        assertThat(theirs.lines()).noneMatch(line -> line.detail().contains(followed.value()));
        assertThat(agents.lines())
                .filteredOn(line -> line.what().equals("follow"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.detail()).startsWith(followed.value());
                    assertThat(line.statement()).contains("sa famille");
                });
    }

    /** A case with several lines, the last of them with words. */
    private CaseNumber withdrawn() {
        CaseNumber number = filed();
        desks.review.act(NATIONAL, number, OptionalLong.empty(), new Act.TakeUp());
        desks.review.act(
                NATIONAL,
                number,
                OptionalLong.empty(),
                new Act.Withdraw("elle part", Optional.of(new Act.Withdraw.Asked("lettre", LocalDate.of(2026, 6, 1)))));
        return number;
    }

    private CaseNumber filed() {
        return desks.filed(++people);
    }

    private static String sha256(String form) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(form.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs with a key made here, by the JDK alone. */
    static final class KeyOfOurOwn implements Signatures {

        private final KeyPair pair;
        boolean gone;

        KeyOfOurOwn() {
            try {
                pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String sign(String type, Map<String, String> statement) {
            requireKey();
            try {
                Signature signature = Signature.getInstance("SHA256withECDSA");
                signature.initSign(pair.getPrivate());
                signature.update(form(type, statement).getBytes(UTF_8));
                return form(type, statement) + "\n" + HexFormat.of().formatHex(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String token(String type, Map<String, ?> claims) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Map<String, String>> verify(String type, String signed) {
            try {
                int end = signed.lastIndexOf('\n');
                Signature signature = Signature.getInstance("SHA256withECDSA");
                signature.initVerify(pair.getPublic());
                signature.update(signed.substring(0, end).getBytes(UTF_8));
                boolean ours = signature.verify(HexFormat.of().parseHex(signed.substring(end + 1)));
                return ours && signed.startsWith(type + "\n")
                        ? Optional.of(members(signed.substring(0, end)))
                        : Optional.empty();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String form(String type, Map<String, String> statement) {
            StringBuilder form = new StringBuilder(type);
            statement.forEach(
                    (name, value) -> form.append('\n').append(name).append('=').append(value));
            return form.toString();
        }

        private static Map<String, String> members(String form) {
            return form.lines()
                    .skip(1)
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(it -> it[0], it -> it[1]));
        }

        @Override
        public void requireKey() {
            if (gone) {
                throw new CaseException(ErrorCode.SIGNATURE_UNAVAILABLE);
            }
        }

        @Override
        public List<Map<String, String>> publicKeys() {
            return List.of();
        }
    }
}
