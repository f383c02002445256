package fr.sejour.core.internal.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.operation.RegisterImport.Report;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.csv.BadRows;
import fr.sejour.core.port.RegisterEntry;
import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRegisterImportTest {

    private static final String HEADER = "foreigner_number,family_name,given_names,birth_date,nationality,permit,"
            + "document_kind,permit_number,valid_from,valid_until,protection,letter_code\n";
    private static final String AMINA =
            "9900000001,EXEMPLE,Amina,1999-04-12,MA,etudiant,cst,T1,2025-09-01,2026-08-31,,ABCD-1234\n";
    private static final String YUSUF = "9900000002,INVENTIF يوسف,Yusuf,1995-09-17,SD,,,,,,refugie,\n";

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");

    @Test
    void good_rows_are_kept_with_everything_they_say() {
        Report report = read(HEADER + AMINA + YUSUF);

        assertThat(report).isEqualTo(new Report(2, java.util.List.of()));
        RegisterEntry amina = entry("9900000001").orElseThrow();
        assertThat(amina.civilStatus().givenNames()).isEqualTo("Amina");
        assertThat(amina.heldPermit().orElseThrow().kind()).contains(DocumentKind.CST);
        assertThat(amina.letterCodeDigest()).isPresent();
        assertThat(amina.letterCodeDigest().orElseThrow()).doesNotContain("ABCD1234");
        RegisterEntry yusuf = entry("9900000002").orElseThrow();
        assertThat(yusuf.protection()).contains(new PermitCode("refugie"));
        assertThat(yusuf.heldPermit()).isEmpty();
        assertThat(yusuf.letterCodeDigest()).isEmpty();
    }

    @Test
    void the_same_file_again_changes_nothing() {
        read(HEADER + AMINA);
        RegisterEntry before = entry("9900000001").orElseThrow();

        Report again = read(HEADER + AMINA);

        assertThat(again.imported()).isEqualTo(1);
        assertThat(entry("9900000001")).contains(before);
    }

    @Test
    void a_known_number_is_brought_up_to_date() {
        read(HEADER + AMINA);

        read(HEADER + AMINA.replace("2026-08-31", "2027-08-31"));

        assertThat(entry("9900000001").orElseThrow().heldPermit().orElseThrow().validUntil())
                .isEqualTo("2027-08-31");
    }

    /** Whatever stands in a column may be a name that slipped one column aside. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "99000,Dupontel,Amina,1999-04-12,MA,,,,,,, | a foreigner number has ten digits",
                "9900000009,,Amina,1999-04-12,MA,,,,,,, | a name has 1 to 200 characters",
                "9900000009,Dupontel,Amina,12/04/1999,MA,,,,,,, | birth_date is a day such as",
                "9900000009,Dupontel,Amina,1999-02-30,MA,,,,,,, | birth_date is a day such as",
                "9900000009,Dupontel,Amina,0001-01-01,MA,,,,,,, | a birth date is",
                "9900000009,Dupontel,Amina,1999-04-12,Dupontel,,,,,,, | a nationality is a country code",
                "9900000009,Dupontel,Amina,1999-04-12,MA,dupontel,CST,T1,2025-09-01,2026-08-31,, | no such permit",
                "9900000009,Dupontel,Amina,1999-04-12,MA,etudiant,Dupontel,T1,2025-09-01,2026-08-31,, | a document kind",
                "9900000009,Dupontel,Amina,1999-04-12,MA,etudiant,CST,,2025-09-01,2026-08-31,, | stand together",
                "9900000009,Dupontel,Amina,1999-04-12,MA,etudiant,CST,T1,2025-09-01,,, | stand together",
                "9900000009,Dupontel,Amina,1999-04-12,MA,etudiant,CST,T1,2026-09-01,2026-08-31,, | ends on or after",
                "9900000009,Dupontel,Amina,1999-04-12,MA,etudiant,CST,T1,2025-09-01,+999999999-12-31,, | lie between",
                "9900000009,Dupontel,Amina,1999-04-12,MA,,,,,,dupontel, | a protection is",
                "9900000009,Dupontel,Amina,1999-04-12,MA,,,,,,,short | a letter code has",
                "9900000009,Dupontel,Amina | 12 columns",
                "9900000009,Dupontel,Amina,1999-04-12,MA,,,,,,,,more | 12 columns",
            })
    void a_bad_row_is_reported_by_its_line_and_never_by_its_name(String bad, String why) {
        Report report = read(HEADER + AMINA + bad + "\n" + YUSUF);

        assertThat(report.imported()).isEqualTo(2);
        assertThat(report.refused())
                .singleElement()
                .asString()
                .startsWith("Line 3: ")
                .containsIgnoringCase(why)
                .doesNotContainIgnoringCase("dupontel")
                .doesNotContainIgnoringCase("amina");
        assertThat(entry("9900000002")).isPresent();
        assertThat(entry("9900000009")).isEmpty();
    }

    @Test
    void the_line_of_a_row_is_where_it_begins() {
        String twoLines = "9900000005,\"DE\nDEUX LIGNES\",Ana,1999-04-12,MA,,,,,,,\n";

        Report report = read(HEADER + twoLines + "bad\n" + AMINA + "bad\r\n");

        assertThat(report.refused())
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly("Line 2", "Line 4", "Line 6");
    }

    @Test
    void the_mark_that_spreadsheets_write_first_is_no_part_of_the_first_column() {
        assertThat(read("\uFEFF" + HEADER + AMINA).imported()).isEqualTo(1);
    }

    @Test
    void lines_may_end_the_windows_way() {
        assertThat(read((HEADER + AMINA + YUSUF).replace("\n", "\r\n")).imported())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "9900000001,EXEMPLE,Amina,1999-04-12,MA,,,,,,,\n",
                "foreigner_number,family_name\n",
                "a,a,,a\n",
                "\"unclosed",
                "\"quoted\"then not,b\n"
            })
    void a_file_with_another_header_is_refused_whole_in_one_sentence(String file) {
        Report report = read(file);

        assertThat(report.imported()).isZero();
        assertThat(report.refused())
                .singleElement()
                .asString()
                .startsWith("The first line must read: foreigner_number,");
    }

    @Test
    void rows_before_a_broken_quote_are_kept_and_the_line_is_named() {
        Report report = read(HEADER + AMINA + YUSUF + "9900000003,\"Dupontel\"x,Ana,1999-04-12,MA,,,,,,,\n" + AMINA);

        assertThat(report.imported()).isEqualTo(2);
        assertThat(report.refused())
                .singleElement()
                .asString()
                .startsWith("Line 4: ")
                .doesNotContain("Dupontel");
        assertThat(entry("9900000002")).isPresent();
    }

    @Test
    void a_million_bad_rows_are_counted_and_a_thousand_named() {
        int rows = 1_000_000;

        Report report = platform.register.read(new BadRows(HEADER, rows));

        assertThat(report.imported()).isZero();
        assertThat(report.refused()).hasSize(1001);
        assertThat(report.refused().get(0)).startsWith("Line 2: ");
        assertThat(report.refused().get(1000)).isEqualTo("and 999000 more rows");
    }

    @ParameterizedTest
    @MethodSource("rowsThatNeverEnd")
    void a_row_that_never_ends_is_told_and_read_no_further(String start, String rest, int imported, String told) {
        EndlessRow file = new EndlessRow(start, rest);

        Report report = platform.register.read(file);

        assertThat(report.imported()).isEqualTo(imported);
        assertThat(report.refused()).singleElement().asString().startsWith(told);
        assertThat(file.read).isLessThan(200_000);
    }

    static Stream<Arguments> rowsThatNeverEnd() {
        return Stream.of(
                Arguments.of("", "x", 0, "The first line must read: "),
                Arguments.of(HEADER, "x", 0, "Line 2: a row has at most 65536 characters"),
                Arguments.of(HEADER + AMINA, "x", 1, "Line 3: a row has at most 65536 characters"),
                // a quotation goes on over the ends of lines
                Arguments.of(HEADER + AMINA + "\"", "x,\n", 1, "Line 3: a row has at most 65536 characters"));
    }

    @Test
    void more_rows_than_one_transaction_takes_are_all_kept() {
        StringBuilder file = new StringBuilder(HEADER);
        for (int at = 0; at < 2500; at++) {
            file.append(String.format("98%08d,EXEMPLE,Amina,1999-04-12,MA,,,,,,,%n", at));
        }

        assertThat(read(file.toString()).imported()).isEqualTo(2500);
        assertThat(entry("9800000000")).isPresent();
        assertThat(entry("9800002499")).isPresent();
    }

    private Report read(String csv) {
        return platform.register.read(new StringReader(csv));
    }

    private Optional<RegisterEntry> entry(String number) {
        return platform.store.read(records -> records.register().find(new ForeignerNumber(number)));
    }

    /** A file that says the same for ever, or for as long as no memory holds. */
    private static final class EndlessRow extends Reader {
        private final String start;
        private final String rest;
        private long read;

        EndlessRow(String start, String rest) {
            this.start = start;
            this.rest = rest;
        }

        @Override
        public int read(char[] into, int offset, int length) {
            if (read > 100_000_000) {
                throw new IllegalStateException("Read on and on");
            }
            for (int at = offset; at < offset + length; at++, read++) {
                into[at] = read < start.length()
                        ? start.charAt((int) read)
                        : rest.charAt((int) ((read - start.length()) % rest.length()));
            }
            return length;
        }

        @Override
        public void close() {}
    }
}
