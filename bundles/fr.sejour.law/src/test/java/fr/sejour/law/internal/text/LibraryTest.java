package fr.sejour.law.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryTest {

    @Test
    void the_editions_that_ship_are_consistent() {
        assertThat(new Library(Shelf.shipped()).editions()).hasSize(2);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        # permits
        permits/employment | first: [etat_civil, nat | first: [etat_civile, nat | Permit salarie asks for the unknown piece etat_civile.
        permits/employment | first: [etat_civil, nat | first: [etat_civil, photo, nat | Permit salarie asks twice for the piece photo.
        permits/employment | renewal_window: counter_2_months | renewal_window: counter_3_months | Permit salarie has the unknown renewal_window counter_3_months.
        permits/employment | filing_channel: prefecture | filing_channel: pigeon | Permit salarie has the unknown filing_channel pigeon.
        permits/employment | implicit_refusal_after: P4M | implicit_refusal_after: four months | Permit salarie has the unknown implicit_refusal_after four months.
        permits/employment | implicit_refusal_after: P4M | implicit_refusal_after: P0M | Permit salarie has an implicit_refusal_after of no length.
        permits/employment | ~  implicit_refusal_after: P4M\n~ | ~~ | Permit salarie has no implicit_refusal_after.
        permits/employment | ~  fee_class: standard\n~ | ~~ | Permit salarie has no fee_class.
        permits/employment | fee_class: standard | fee_class: cheap | Permit salarie has the unknown fee_class cheap.
        permits/employment | document_kind: CST | document_kind: CTS | Permit salarie has the unknown document_kind CTS.
        permits/employment | family: work | family: toil | Permit salarie has the unknown family toil.
        permits/employment | work_right_of_the_permit: authorised_employer | work_right_of_the_permit: some | Permit salarie has the unknown work_right_of_the_permit some.
        permits/employment | first_application: yes_if_work_authorisation | first_application: maybe | Permit salarie has the unknown interim work right maybe.
        permits/employment | legal_basis: [L. 421-1] | legal_basis: [L 421.1] | Permit salarie cites "L 421.1", which has not the shape of an article.
        permits/employment | legal_basis: [L. 421-1] | legal_basis: [] | Permit salarie has an empty legal_basis.
        permits/employment | - bas-rhin-2023 | - bas-rhin-2032 | Permit salarie cites the unknown source bas-rhin-2032.
        permits/employment | - bas-rhin-2023 | - bas-rhin-2023x | Permit salarie cites the unknown source bas-rhin-2023x.
        permits/employment | confidence: medium | confidence: sure | Permit salarie has the unknown confidence sure.
        permits/employment | ~  documents_confidence: medium\n~ | ~~ | Permit salarie has no documents_confidence.
        permits/employment | max_validity_months: 12 | max_validity_months: twelve | Permit salarie has the max_validity_months twelve, which is not a whole number.
        permits/employment | max_validity_months: 12 | max_validity_months: -12 | Permit salarie has the max_validity_months -12, which is not a whole number.
        permits/employment | renewable: true | renewable: yes | Permit salarie has the unknown renewable yes.
        permits/employment | renewable: true | ~renewable: true\n  renewable: true~ | Permit salarie has the key renewable twice.
        permits/employment | renewable: true | ~renewable: true\n  colour: blue~ | Permit salarie has the unknown key colour.
        permits/employment | label_fr: Salarié | label_fr: | Permit salarie has no word and no sentence for label_fr.
        permits/employment | code: travailleur_temporaire | code: salarie | Permit salarie stands twice in the catalogue.
        permits/employment | code: salarie | code: Salarié | ~Permit Salarié names Salarié, which has not the shape of a permit code.~
        permits/employment | ends_on: '2026-12-31' | ends_on: '2026-12-32' | Permit metier_en_tension has the ends_on 2026-12-32, which is not a date.
        permits/employment | {permit: salarie, basis: L. 433-4} | {permit: salariat, basis: L. 433-4} | Permit csp_salarie follows the unknown permit salariat.
        permits/posting | article: L. 421-31 | article: L. 421-13 | Permit stagiaire_ict has a case for L. 421-13, which does not found it.
        permits/study | typical_validity_months: 12 | typical_validity_months: 13 | Permit etudiant is typically valid for longer than it may be.
        permits/european | renewal_window: by_channel | renewal_window: online_120_60 | Permit famille_citoyen_ue has a window_conflict and yet one renewal_window.
        permits/european | regime: own | regime: odd | Permit famille_citoyen_ue has the unknown regime odd.
        permits/resident | by_family_link: [acte_mariage, filiation] | by_family_link: [vls] | Permit carte_resident has in by_family_link a piece that it does not ask for.
        permits/employment | - code: salarie | - kode: salarie | File permits/employment, permits has an entry without code.
        permits/visitor | permits: | permit: | File permits/visitor has no permits.
        # pieces
        pieces | ~    blocking: true~ | ~    blocking: perhaps~ | Piece etat_civil has the unknown blocking perhaps.
        pieces | phase: filing | phase: someday | Piece etat_civil has the unknown phase someday.
        pieces | phase: filing | phase: collection | Piece etat_civil is owed at the collection and cannot block a filing.
        pieces | source: annexe10 | source: annexe11 | Piece etat_civil cites the unknown source annexe11 §1.
        pieces | max_age_months: 6 | max_age_months: six | Piece domicile has the max_age_months six, which is not a whole number.
        # windows
        windows | opens_before_expiry: P120D | opens_before_expiry: 120 days | Edition 2026-01-01, windows, online_120_60 has the opens_before_expiry 120 days, which is not a period.
        windows | permits: [volontaire] | permits: [volunteer] | Edition 2026-01-01, windows names the unknown permit volunteer.
        windows | articles: [L. 423-13] | articles: [L.423-13] | Edition 2026-01-01, windows, born_in_france cites "L.423-13", which has not the shape of an article.
        windows | held: CSP | held: PSC | Edition 2026-01-01, windows, before_the_window has the unknown held PSC.
        # papers
        papers | permits: [refugie] | permits: [refugies] | Paper refugee-on-filing names the unknown permit refugies.
        papers | visas_left_out: [stagiaire_ict] | visas_left_out: [trainees] | Edition 2026-01-01, papers names the unknown permit trainees.
        papers | {months: 4, at_least: 1} | {months: 4, at_least: 5} | Paper recepisse-first is shorter than its own minimum of 5 months.
        papers | other: [CST, CSP] | other: [CRA] | Edition 2026-01-01, papers, extended_cards has the unknown other CRA.
        papers | stage: filing | stage: wedding | Paper deposit has the unknown stage wedding.
        papers | channel: online | channel: pigeon | Paper deposit has the unknown channel pigeon.
        papers | nature: [first, change_of_ground] | nature: [first, last] | Paper refugee-on-filing has the unknown nature last.
        papers | when: [residence_permit, complete_file] | when: [residence_permit, full_moon] | Paper recepisse-first has the unknown when full_moon.
        papers | paper: attestation_de_depot | paper: attestation_de_depart | Paper deposit has the unknown paper attestation_de_depart.
        papers | stay: {right: not_proven, | stay: {right: perhaps, | Paper deposit, stay has the unknown right perhaps.
        papers | because: stay-filing-only} | because: R. 431-15-1} | Paper deposit, stay gives the reason R. 431-15-1, which is no code.
        papers | travel: {right: none, because: travel-filing-only} | travel: closed | Paper deposit has the unknown travel closed.
        papers | renewed: never | renewed: always | Paper deposit has the unknown renewed always.
        papers | renewed: never | renewed: while_undecided | Edition 2026-01-01, papers renews the paper of the row deposit by no row.
        papers | ~  recorded_on: '2026-11-22'\n~ | ~~ | Paper deposit has no recorded_on.
        papers | ~  recorded_on: '2026-11-22'\n~ | ~  recorded_on: '2026-11-22'\n  in_force_until: '2025-12-31'\n~ | Paper deposit ends before it is in force.
        papers | - row: subsidiary-protection-on-filing | - row: refugee-on-filing | Edition 2026-01-01, papers has the row refugee-on-filing twice with the same dates.
        papers | under: [recepisse] | under: [recess] | Work own-texts-change-of-ground-recepisse has the unknown under recess.
        papers | right: of_its_own_texts | right: of_nobody | Work own-texts-first has the unknown right of_nobody.
        papers | ~  none_because: work-own-texts-none\n~ | ~~ | Work own-texts-first has no none_because.
        papers | &authorised [L. 421-1, L. 421-3, | &authorised [L. 421-1, L. 421-1, | Work recepisse-listed-with-an-authorisation names an article twice.
        # work
        work | any: {code: any | any: {code: all | Work right any has the unknown code all.
        work | [CST, CSP, CR, | [CST, APS, CR, | Edition 2026-01-01, work counts as a card the unknown kind APS.
        work | '977': | '999': | Edition 2026-01-01, work, territory names 999, which is not a préfecture code.
        # clocks
        clocks | ~receipt: {working_days: 1, basis: [CRPA R. 112-11-2]}\n~ | ~~ | Edition 2026-01-01, clocks has no receipt.
        clocks | ~silence: {basis: ['R.* 432-1', R. 432-2]}\n~ | ~~ | Edition 2026-01-01, clocks has no silence.
        clocks | after: P2M | after: 2 months | Clock appeal has the after 2 months, which is not a period.
        clocks | appeal_goes_on_for: P2M | appeal_goes_on_for: long | Clock reasons has the appeal_goes_on_for long, which is not a period.
        clocks | '12-25' | '25-12' | Public holidays have the fixed day 25-12, which is not a month and a day.
        clocks | [1, 39, 50] | [1, 39, fifty] | Public holidays have the day fifty after Easter, which is not a whole number.
        # fees
        fee-classes | exempt: [L. 423-5, | exempt: [L. 422-1, | Edition 2026-01-01, fee-classes, by_article puts L. 422-1 in two classes.
        fee-classes | otherwise: standard | otherwise: normal | Edition 2026-01-01, fee-classes, by_article falls back on the unknown class normal.
        fee-classes | dcem: {first: [dcem] | dcem: {first: [minor] | Edition 2026-01-01, fees has no rate minor, which the fee class dcem uses.
        fees | ~  late_renewal: {euros: 180, item: late_renewal, basis: L. 436-5}\n~ | ~~ | Edition 2026-01-01, fees has no rate late_renewal.
        fees | euros: 200 | euros: 200.50 | Rate tax_first_standard has the euros 200.50, which is not a whole number.
        fees | item: tax | item: gift | Rate tax_first_standard has the unknown item gift.
        fees | source: ceseda@2026-04-03 | source: hearsay | Edition 2026-01-01, fees cites the unknown source hearsay.
        # editions
        edition | in_force_from: '2026-01-01' | in_force_from: January | Edition 2026-01-01 has the in_force_from January, which is not a date.
        edition | edition: '2026-01-01' | edition: '2026' | Edition 2026-01-01 calls itself 2026.
        edition | confidence: medium | confidence: medium high | Edition 2026-01-01 has the unknown confidence medium high.
        """)
    void a_slip_is_refused_with_the_name_of_the_entry(String file, String passage, String slip, String sentence) {
        ChangedShelf shelf = ChangedShelf.shipped()
                .with("2026-01-01/" + file.strip() + ".yaml", lines(passage), slip == null ? "" : lines(slip));

        assertThatThrownBy(() -> new Library(shelf).editions())
                .isInstanceOf(InconsistentEdition.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
        in_force_from: '2026-05-01' | in_force_from: '2026-01-01' | Edition 2026-05-01 overlaps the edition 2026-01-01: both are in force from 2026-01-01 and recorded on 2026-11-22.
        extends: '2026-01-01' | extends: '2025-01-01' | Edition 2026-05-01 extends the edition 2025-01-01, which is not listed before it.
        replaces: [fees] | replaces: [fines] | Edition 2026-05-01 replaces the unknown part fines.
        """)
    void editions_that_do_not_fit_together_are_refused(String passage, String slip, String sentence) {
        ChangedShelf shelf = ChangedShelf.shipped().with("2026-05-01/edition.yaml", passage, slip);

        assertThatThrownBy(() -> new Library(shelf).editions())
                .isInstanceOf(InconsistentEdition.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
        ['2026-01-01', '2026-05-01', '2026-05-01'] | Edition 2026-05-01 overlaps the edition 2026-05-01: both are in force from 2026-05-01 and recorded on 2026-11-22.
        [] | The list of editions is empty.
        ['2027-01-01'] | The file 2027-01-01/edition.yaml is not there.
        nothing | The list of editions has something else than a list for editions.
        """)
    void a_list_of_editions_names_each_once(String list, String sentence) {
        ChangedShelf shelf = ChangedShelf.shipped().with("editions.yaml", "editions: " + list);

        assertThatThrownBy(() -> new Library(shelf).editions())
                .isInstanceOf(InconsistentEdition.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
        code,departement | code,department | Edition 2026-01-01, prefectures.csv has not the header code,departement,prefecture_city,region_code,region,type,authority,ceseda_applies,timezone,note.
        02,Aisne | 01,Aisne | Edition 2026-01-01, prefectures.csv has the préfecture 01 twice.
        02,Aisne | 96,Aisne | Edition 2026-01-01, prefectures.csv names 96, which is not a préfecture code.
        02,Aisne, | 02,Aisne,Laon, | Edition 2026-01-01, prefectures.csv has 11 cells instead of 10 for the préfecture 02.
        yes,Europe/Paris | oui,Europe/Paris | Edition 2026-01-01, prefectures.csv says neither yes nor no in ceseda_applies for the préfecture 01.
        yes,Europe/Paris | yes,Europe/Pariis | Edition 2026-01-01, prefectures.csv has the unknown time zone Europe/Pariis for the préfecture 01.
        """)
    void a_slip_in_the_prefectures_is_refused_with_the_name_of_the_row(String passage, String slip, String sentence) {
        ChangedShelf shelf = ChangedShelf.shipped().with("2026-01-01/prefectures.csv", passage, slip);

        assertThatThrownBy(() -> new Library(shelf).editions())
                .isInstanceOf(InconsistentEdition.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        editions.yaml | The list of editions
        2026-01-01/edition.yaml | Edition 2026-01-01
        2026-05-01/edition.yaml | Edition 2026-05-01
        2026-05-01/fees.yaml | Edition 2026-05-01, fees
        2026-01-01/sources.yaml | Edition 2026-01-01, sources
        2026-01-01/pieces.yaml | Edition 2026-01-01, pieces
        2026-01-01/windows.yaml | Edition 2026-01-01, windows
        2026-01-01/papers.yaml | Edition 2026-01-01, papers
        2026-01-01/work.yaml | Edition 2026-01-01, work
        2026-01-01/clocks.yaml | Edition 2026-01-01, clocks
        2026-01-01/fee-classes.yaml | Edition 2026-01-01, fee-classes
        2026-01-01/permits/talent.yaml | File permits/talent
        """)
    void a_key_that_nobody_reads_is_refused(String file, String name) {
        ChangedShelf shelf = ChangedShelf.shipped();
        shelf.with(file, shelf.read(file) + "\nodd: 1\n");

        assertThatThrownBy(() -> new Library(shelf).editions())
                .isInstanceOf(InconsistentEdition.class)
                .hasMessage(name + " has the unknown key odd.");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', textBlock = """
        pieces | phase: filing | Piece etat_civil
        permits/employment | first_application: yes_if | Permit salarie
        windows | opens_before_expiry: P120D | Edition 2026-01-01, windows, online_120_60
        windows | closes_after_entry: P3M | Edition 2026-01-01, windows, validation
        windows | fee_basis: L. 436-5 | Edition 2026-01-01, windows, late
        windows | held: CSP | Edition 2026-01-01, windows, before_the_window
        papers | stage: filing | Paper deposit
        papers | multi_year_months: 48 | Edition 2026-01-01, papers, extended_cards
        papers | right: of_its_own_texts | Work own-texts-first
        work | limited: R. 431-15-2 | Edition 2026-01-01, work, territory
        clocks | after: P2M | Clock appeal
        clocks | appeal_goes_on_for: P2M | Clock reasons
        clocks | days_after_easter: | Public holidays
        fees | not_refunded_on_refusal: 50 | Edition 2026-01-01, fees, regularisation_visa
        fee-classes | otherwise: standard | Edition 2026-01-01, fee-classes, by_article
        """)
    void a_key_that_nobody_reads_is_refused_wherever_it_stands(String file, String beside, String name) {
        String path = "2026-01-01/" + file + ".yaml";
        ChangedShelf shelf = ChangedShelf.shipped();
        String text = shelf.read(path);
        int at = text.indexOf(beside);
        String indent = text.substring(text.lastIndexOf('\n', at) + 1, at);
        shelf.with(path, text.substring(0, at) + "odd: 1\n" + indent + text.substring(at));

        assertThatThrownBy(() -> new Library(shelf).editions())
                .isInstanceOf(InconsistentEdition.class)
                .hasMessage(name + " has the unknown key odd.");
    }

    @Test
    void a_recepisse_may_be_as_short_as_its_minimum() {
        ChangedShelf shelf = ChangedShelf.shipped()
                .with("2026-01-01/papers.yaml", "{months: 4, at_least: 1}", "{months: 4, at_least: 4}");

        assertThat(new Library(shelf).editions()).hasSize(2);
    }

    @Test
    void a_file_that_is_no_yaml_is_refused_with_its_name() {
        ChangedShelf shelf = ChangedShelf.shipped().with("2026-01-01/windows.yaml", "renewal_windows: [");

        assertThatThrownBy(() -> new Library(shelf).editions())
                .isInstanceOf(InconsistentEdition.class)
                .hasMessage("Edition 2026-01-01, windows is not well-formed YAML.");
    }

    /** A table row holds no line break; the two characters that stand for one become it. */
    private static String lines(String cell) {
        return cell.replace("\\n", "\n");
    }
}
