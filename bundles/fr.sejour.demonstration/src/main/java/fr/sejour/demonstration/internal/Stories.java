package fr.sejour.demonstration.internal;

import fr.sejour.api.cases.Act;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.demonstration.internal.Story.Permit;
import fr.sejour.demonstration.internal.Story.Registered;
import fr.sejour.demonstration.internal.Story.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The twelve people. Every name is invented; the situations are those in which people lost jobs, homes and studies. */
final class Stories {

    /** The login of whoever has given the association a mandate. */
    static final String HELPED = "samuel.fictif";

    private static final String GRENOBLE = "38185";
    private static final String VIENNE = "38544";
    private static final String LYON = "69123";
    private static final String PARIS = "75056";
    private static final String BORDEAUX = "33063";
    private static final String NANTERRE = "92050";
    private static final String STRASBOURG = "67482";
    private static final String TOULOUSE = "31555";
    private static final String MARSEILLE = "13055";
    private static final String RENNES = "35238";
    private static final String MAMOUDZOU = "97611";

    /** The préfectures of the stories, which the demonstration's agent serves. */
    static final Set<PrefectureCode> PREFECTURES = Set.of(
            new PrefectureCode("13"),
            new PrefectureCode("31"),
            new PrefectureCode("33"),
            new PrefectureCode("35"),
            new PrefectureCode("38"),
            new PrefectureCode("67"),
            new PrefectureCode("69"),
            new PrefectureCode("75"),
            new PrefectureCode("92"),
            new PrefectureCode("976"));

    private Stories() {}

    static List<Story> all() {
        return List.of(
                studentInTime(),
                lateParent(),
                incompleteStudent(),
                twoGrounds(),
                fourYearCard(),
                refugee(),
                cardReadyInIsere(),
                fromLyonToParis(),
                onlyDeclared(),
                silentlyRefused(),
                residentCard(),
                studentInMayotte());
    }

    /**
     * A student whom the register knows and who has no account yet: whoever tries the platform out can be her. Her card ends in
     * ninety days, inside the window of R. 431-5.
     *
     * @return a row of the register's import
     */
    static String guestOn(LocalDate today) {
        return String.join(
                        ",",
                        "9900000099",
                        "EXEMPLE",
                        "Camille",
                        "2000-01-01",
                        "SN",
                        "etudiant",
                        "CST",
                        "D38A00099",
                        today.minusDays(275).toString(),
                        today.plusDays(90).toString(),
                        "",
                        "EXEMPLE0099")
                + "\r\n";
    }

    private static Story studentInTime() {
        return story(
                "nadia.exemple",
                "EXEMPLE",
                "Nadia",
                "2003-05-14",
                "MA",
                "fr",
                "Étudiante à Grenoble, renouvelle à temps : son attestation arrive avant la fin de sa carte.",
                held("9900000001", "etudiant", "CST", "D38A00001", -264, 100),
                new Writer()
                        .on(7, stage -> stage.file("etudiant", GRENOBLE))
                        .on(20, Stage::takeUp)
                        .on(150, stage -> stage.grant(101, 465))
                        .on(151, stage -> stage.act(new Act.OrderCard()))
                        .on(180, stage -> stage.act(new Act.CardReady("C38A00001")))
                        .on(185, stage -> stage.act(new Act.HandOver(stage.day(185)))));
    }

    private static Story lateParent() {
        return story(
                "samuel.fictif",
                "FICTIF",
                "Samuel",
                "1988-11-02",
                "CI",
                "fr",
                "Parent d'enfant français à Lyon, dépose trop tard : pas d'attestation automatique, une tâche qui monte.",
                held("9900000002", "vpf_parent_enfant_francais", "CST", "D69A00002", -320, 44),
                new Writer()
                        .on(8, stage -> stage.file("vpf_parent_enfant_francais", LYON))
                        .on(30, Stage::takeUp)
                        .on(64, stage -> stage.grant(45, 409)));
    }

    private static Story incompleteStudent() {
        return story(
                "wei.imaginaire",
                "IMAGINAIRE",
                "伟 Wei",
                "2001-01-30",
                "CN",
                "en",
                "Étudiant à Paris, dossier incomplet : la pièce demandée arrive, l'instruction reprend seule.",
                held("9900000003", "etudiant", "CST", "D75A00003", -213, 151),
                new Writer()
                        .on(39, stage -> stage.file("etudiant", PARIS, "nationalite"))
                        .on(63, stage -> stage.askFor("nationalite", 105, "Le passeport manque."))
                        .on(100, stage -> stage.give("nationalite")));
    }

    private static Story twoGrounds() {
        return story(
                "elena.supposee",
                "SUPPOSÉE",
                "Elena",
                "1999-07-21",
                "CO",
                "en",
                "Étudiante à Bordeaux et conjointe de Français : deux demandes en même temps, aucune ne bloque l'autre.",
                held("9900000004", "etudiant", "CST", "D33A00004", -229, 135),
                new Writer()
                        .on(30, stage -> stage.file("etudiant", BORDEAUX))
                        .on(
                                49,
                                stage -> stage.file(
                                        "vpf_conjoint_francais", Optional.of("L. 423-1"), Optional.empty(), BORDEAUX)));
    }

    private static Story fourYearCard() {
        return story(
                "arjun.modele",
                "MODÈLE",
                "Arjun",
                "1990-03-09",
                "IN",
                "en",
                "Salarié qualifié à Nanterre, carte de quatre ans : la loi prolonge ses droits de trois mois (L. 433-3).",
                held("9900000005", "talent_salarie_qualifie", "CSP", "D92A00005", -1370, 90),
                new Writer().on(14, stage -> stage.file("talent_salarie_qualifie", NANTERRE)));
    }

    private static Story refugee() {
        return story(
                "yusuf.inventif",
                "INVENTIF يوسف",
                "Yusuf",
                "1995-09-17",
                "SD",
                "fr",
                "Réfugié à Strasbourg : attestation de six mois le jour du dépôt, toute profession.",
                Optional.of(new Registered("9900000006", Optional.empty(), Optional.of("refugie"))),
                new Writer().on(10, stage -> stage.file("refugie", STRASBOURG)));
    }

    private static Story cardReadyInIsere() {
        return story(
                "maria.factice",
                "FACTICE",
                "Maria",
                "1985-12-24",
                "BR",
                "fr",
                "Conjointe de Français à Vienne, carte prête en Isère : retrait sans rendez-vous, l'attestation tient jusque-là.",
                held("9900000007", "vpf_conjoint_francais", "CST", "D38A00007", -285, 79),
                new Writer()
                        .on(1, stage -> stage.file("vpf_conjoint_francais", VIENNE))
                        .on(10, Stage::takeUp)
                        .on(39, stage -> stage.grant(80, 444))
                        .on(42, stage -> stage.act(new Act.OrderCard()))
                        .on(71, stage -> stage.act(new Act.CardReady("C38A00007")))
                        .on(200, stage -> stage.act(new Act.HandOver(stage.day(200)))));
    }

    private static Story fromLyonToParis() {
        return story(
                "greta.presumee",
                "PRÉSUMÉE",
                "Greta",
                "1958-02-11",
                "CA",
                "en",
                "Visiteuse, déménage de Lyon à Paris : le dossier suit avec sa date de dépôt.",
                held("9900000008", "visiteur", "CST", "D69A00008", -244, 120),
                new Writer()
                        .on(18, stage -> stage.file("visiteur", LYON))
                        .on(
                                70,
                                stage -> stage.act(
                                        new Act.OfferTransfer(new PrefectureCode("75"), "Déménagement à Paris.")))
                        .on(72, stage -> stage.act(new Act.ReceiveTransfer())));
    }

    private static Story onlyDeclared() {
        return story(
                "kofi.hypothese",
                "HYPOTHÈSE",
                "Kofi",
                "2002-10-05",
                "GH",
                "en",
                "Étudiant à Toulouse, titre seulement déclaré : un agent doit le voir avant toute attestation automatique.",
                Optional.empty(),
                new Writer()
                        .on(
                                30,
                                stage -> stage.file(
                                        "etudiant",
                                        Optional.empty(),
                                        Optional.of(new HeldPermit(
                                                new PermitCode("etudiant"),
                                                "D31A00009",
                                                Optional.empty(),
                                                stage.day(-259),
                                                stage.day(105))),
                                        TOULOUSE))
                        .on(112, stage -> stage.act(new Act.SeeFacts())));
    }

    private static Story silentlyRefused() {
        return story(
                "ines.suppose",
                "SUPPOSÉ",
                "Inès",
                "1979-04-03",
                "TN",
                "fr",
                "Conjointe de Français à Marseille, sans réponse : refus implicite à quatre mois, les attestations continuent.",
                held("9900000010", "vpf_conjoint_francais", "CST", "D13A00010", -269, 95),
                new Writer()
                        .on(3, stage -> stage.file("vpf_conjoint_francais", MARSEILLE))
                        .on(20, Stage::takeUp)
                        .on(197, stage -> stage.grant(96, 460)));
    }

    private static Story residentCard() {
        return story(
                "tomas.virtuel",
                "VIRTUEL",
                "Tomás",
                "1971-08-28",
                "PE",
                "fr",
                "Résident à Rennes, carte de dix ans : prolongation légale de trois mois, quel que soit le canal.",
                held("9900000011", "carte_resident", "CR", "D35A00011", -3542, 110),
                new Writer().on(8, stage -> stage.file("carte_resident", RENNES)));
    }

    private static Story studentInMayotte() {
        return story(
                "zaina.simulee",
                "SIMULÉE",
                "Zaïna",
                "2004-06-19",
                "KM",
                "fr",
                "Étudiante à Mamoudzou : ses jours se comptent à l'heure de Mayotte.",
                held("9900000012", "etudiant", "CST", "D976A0012", -234, 130),
                new Writer().on(31, stage -> stage.file("etudiant", MAMOUDZOU)));
    }

    private static Optional<Registered> held(
            String foreignerNumber, String permit, String kind, String number, int fromDay, int untilDay) {
        return Optional.of(new Registered(
                foreignerNumber, Optional.of(new Permit(permit, kind, number, fromDay, untilDay)), Optional.empty()));
    }

    private static Story story(
            String login,
            String familyName,
            String givenNames,
            String birthDate,
            String nationality,
            String language,
            String telling,
            Optional<Registered> registered,
            Writer scenes) {
        return new Story(
                login,
                familyName,
                givenNames,
                LocalDate.parse(birthDate),
                nationality,
                language,
                telling,
                registered,
                scenes.scenes());
    }
}
