package fr.sejour.api.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormSerialTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /**
     * By hand: the letters are the digits of a number in base 32. 0000000001 is 1, its check 01; 0000000010 is 32, its check 10;
     * 0000000100 is 1024, which leaves 3 over 1021, its check 03.
     */
    @Test
    void the_check_letters_are_what_the_others_leave_over_1021() {
        assertThat(FormSerial.of("0000000001")).hasToString("FO-0000-0000-0101");
        assertThat(FormSerial.of("0000000010")).hasToString("FO-0000-0000-1010");
        assertThat(FormSerial.of("0000000100")).hasToString("FO-0000-0001-0003");
    }

    @Test
    void one_wrong_letter_or_two_that_changed_places_are_no_serial_number() {
        String printed = FormSerial.of("7K3QZ0V5AB").value();
        String letters = printed.substring(3).replace("-", "");
        Set<String> slips = new HashSet<>();
        for (int at = 0; at < letters.length(); at++) {
            for (int other = 0; other < ALPHABET.length(); other++) {
                slips.add(letters.substring(0, at) + ALPHABET.charAt(other) + letters.substring(at + 1));
            }
            for (int with = at + 1; with < letters.length(); with++) {
                char[] turned = letters.toCharArray();
                turned[at] = letters.charAt(with);
                turned[with] = letters.charAt(at);
                slips.add(new String(turned));
            }
        }
        slips.remove(letters);

        assertThat(slips).hasSizeGreaterThan(12 * 31).noneMatch(slip -> reads(grouped(slip)));
        assertThat(reads(printed)).isTrue();
    }

    @Test
    void it_is_read_as_it_is_typed() {
        assertThat(new FormSerial(" fo-0000-0001-0003 ")).isEqualTo(FormSerial.of("0000000100"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FO-", "FO-0000-0001-000", "TE-0000-0001-0003", "FO000000010003", "FO-0000-0001-00O3"})
    void what_has_another_shape_is_none(String typed) {
        assertThatThrownBy(() -> new FormSerial(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String grouped(String letters) {
        return "FO-" + letters.substring(0, 4) + "-" + letters.substring(4, 8) + "-" + letters.substring(8);
    }

    private static boolean reads(String typed) {
        try {
            return new FormSerial(typed).value().equals(typed);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
