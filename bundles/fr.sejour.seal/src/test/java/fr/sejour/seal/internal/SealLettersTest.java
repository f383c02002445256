package fr.sejour.seal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.seal.SealedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealLettersTest {

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Thị Minh Khai, NGUYEN THI MINH KHAI",
        "Łukasz, LUKASZ",
        "Straße, STRASSE",
        "Ægir Þór, AEGIR THOR",
        "Noëlle-Anaïs, NOELLE ANAIS",
        "O’Connor, O CONNOR",
        "D'  Almeida, D ALMEIDA",
        "Иванова, IVANOVA",
        "Παπαδοπούλου, PAPADOPOULOU",
        "李, LI",
        "김, GIM",
        "やまだ, YAMADA",
        "დავით, DAVIT",
        "Yılmaz, YILMAZ",
        "İnönü, INONU",
        "vpf_conjoint_de_francais, VPF CONJOINT DE FRANCAIS",
        "-Ng-, NG"
    })
    void words_of_any_script_become_capitals(String words, String letters) {
        assertThat(SealLetters.of(words)).isEqualTo(new SealedText(letters, true));
    }

    /** How a vowel that is not written sounds, nobody can tell: the consonants stand, and the page has the name as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"محمد", "שרה", "ሰላም", "สมชาย", "राम", "தமிழ்", "Հայկ", "မောင်"})
    void other_scripts_give_some_letters(String words) {
        assertThat(SealLetters.of(words).letters()).matches("[A-Z0-9]+( [A-Z0-9]+)*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ខ្មែរ", "བསྟན", "\uA840"})
    void letters_that_have_no_latin_ones_are_told(String words) {
        assertThat(SealLetters.of(words)).isEqualTo(new SealedText("", false));
        assertThat(SealLetters.of("Anna " + words)).isEqualTo(new SealedText("ANNA", false));
    }
}
