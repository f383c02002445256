package fr.sejour.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Müller|muller",
                "ÇELİK|celik",
                "Işık|isik",
                "Straße|strasse",
                "Œuvrard|oeuvrard",
                "Łukasz|lukasz",
                "Đặng|dang",
                "Ørsted|orsted",
                "Þór|thor",
                "ﬁlipe|filipe",
                "ΝΙΚΟΛΑΟΣ|νικολαοσ",
                "Николаёв|николаев",
                "مُحَمَّد|محمد",
                "王小明|王小明",
                "김민준|김민준",
                "𠮷田|𠮷田",
                "हिन्दी|हिन्दी",
            })
    void accents_capitals_and_ligatures_are_folded_and_every_script_keeps_its_letters(String name, String word) {
        assertThat(NameWords.typed(name)).containsExactly(word);
        assertThat(NameWords.typed(word)).containsExactly(word);
    }

    @Test
    void hyphens_spaces_and_apostrophes_part_words_and_an_apostrophe_may_be_left_out() {
        assertThat(NameWords.of("N'Guessan-Koné", "Marie Ange"))
                .containsExactlyInAnyOrder("n", "guessan", "kone", "marie", "ange", "nguessan");
        assertThat(NameWords.typed("n’guessan")).containsExactly("n", "guessan");
        assertThat(NameWords.typed("o'brien jean-pierre")).containsExactly("o", "brien", "jean", "pierre");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "😀", "' \" ; --", "\u0301", "  ", "\0"})
    void what_has_no_letter_is_no_word(String typed) {
        assertThat(NameWords.typed(typed)).isEmpty();
    }

    @Test
    void a_thousand_letters_are_one_short_word_and_a_letter_of_two_characters_stays_whole() {
        Set<String> thousand = NameWords.typed("a".repeat(1000));
        Set<String> pairs = NameWords.typed("a" + "𠮷".repeat(500));

        assertThat(thousand).containsExactly("a".repeat(60));
        assertThat(pairs).containsExactly("a" + "𠮷".repeat(29));
    }

    @Test
    void many_words_are_not_all_looked_at() {
        assertThat(NameWords.typed("a b c d e f g h i j k")).containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
    }
}
