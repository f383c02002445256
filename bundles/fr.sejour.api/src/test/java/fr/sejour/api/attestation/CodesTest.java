package fr.sejour.api.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7KQ2-M9X0-41BE",
                "7kq2m9xo4lbe",
                " 7KQ2 M9XO 4IBE ",
                // a page or a PDF keeps the groups together with these
                "7KQ2\u00A0M9X0\u202F41BE",
                "7KQ2\u2011M9X0\u201041BE",
                // an editor makes one of two hyphens
                "7KQ2\u2013M9X0\u201441BE",
                // a text in Arabic around it carries marks that nobody sees
                "\u200E7KQ2-M9X0-41BE\u200F",
                "\u2068\u202A7KQ2-M9X0-41BE\u202C\u2069",
                "\uFEFF7KQ2-M9X0-\u200B41BE",
                // keyboards of Arabic, Persian and Hindi
                "\u0667KQ\u0662-M\u0669X\u0660-\u0664\u0661BE",
                "\u06F7KQ\u06F2-M\u06F9X\u06F0-\u06F4\u06F1BE",
                "\u096DKQ\u0968-M\u096FX\u0966-\u096A\u0967BE",
                // and those of Chinese, where each letter is as wide as it is high
                "\uFF17\uFF2B\uFF31\uFF12\uFF0D\uFF2D\uFF19\uFF38\uFF10\uFF0D\uFF14\uFF11\uFF22\uFF25"
            })
    void a_code_is_read_as_it_comes_from_any_page_and_any_keyboard(String typed) {
        assertThat(new CheckCode(typed).value()).isEqualTo("7KQ2M9X041BE");
        assertThat(new ShareCode("t" + typed).value()).isEqualTo("T7KQ2M9X041BE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7KQ2-M9X0-41B", "7KQ2-M9X0-41BEE", "7KQ2-M9X0-41BU", "7KQ2-M9X0-41B!", "7KQ2-M9X0-41B\u00C9"
            })
    void a_code_that_was_cut_or_has_another_letter_is_none(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CheckCode(typed));
        assertThatIllegalArgumentException().isThrownBy(() -> new ShareCode("T" + typed));
    }
}
