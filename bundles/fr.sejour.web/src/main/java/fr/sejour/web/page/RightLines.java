package fr.sejour.web.page;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.right.PaperReasons;
import fr.sejour.api.right.PaperReasons.About;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.WorkRight;
import fr.sejour.api.text.ReasonSentences;
import fr.sejour.api.text.RightSentences;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The rights of a paper as lines of a page: present, absent or under verification, each as plainly as the other. */
public final class RightLines {

    private final Words words;
    private final RightSentences sentences;

    public RightLines(Words words) {
        this.words = words;
        this.sentences = new RightSentences(words.texts());
    }

    /**
     * One right as it is shown.
     *
     * @param name which right
     * @param because why it stands there or does not; empty where no paper gives a reason
     * @param basis the articles it rests on, in one line
     */
    public record Line(String name, String sentence, Tone tone, String because, String basis) {

        public Icon icon() {
            return switch (tone) {
                case YES -> Icon.YES;
                case NO -> Icon.NO;
                case OPEN -> Icon.OPEN;
            };
        }
    }

    /** How a right stands. */
    public enum Tone {
        YES,
        NO,
        OPEN;

        /** As the style sheet calls it. */
        public String style() {
            return Words.kebab(this);
        }
    }

    /** Every right of a paper, in the order in which people need them. */
    public List<Line> of(Rights rights) {
        return List.of(work(rights.work()), stay(rights.stay()), travel(rights.travel()), social(rights.social()));
    }

    /** Every right of a paper with its reason. */
    public List<Line> of(Rights rights, PaperReasons reasons) {
        return List.of(
                work(rights.work(), reasons),
                because(stay(rights.stay()), About.STAY, reasons),
                because(travel(rights.travel()), About.TRAVEL, reasons),
                because(social(rights.social()), About.SOCIAL, reasons));
    }

    public Line work(Right<WorkRight> right, PaperReasons reasons) {
        return because(work(right), About.WORK, reasons);
    }

    private Line because(Line line, About about, PaperReasons reasons) {
        return new Line(
                line.name(),
                line.sentence(),
                line.tone(),
                new ReasonSentences(words.texts()).about(words.language(), reasons, about),
                line.basis());
    }

    public Line stay(Right<StayRight> right) {
        return line(
                "stay", sentences.stay(words.language(), right.value()), right, stay -> stay != StayRight.NOT_PROVEN);
    }

    public Line work(Right<WorkRight> right) {
        return line(
                "work",
                sentences.work(words.language(), right.value()),
                right,
                work -> work.code().authorisesWork());
    }

    public Line travel(Right<TravelRight> right) {
        return line(
                "travel", sentences.travel(words.language(), right.value()), right, code -> code != TravelRight.NONE);
    }

    public Line social(Right<SocialRight> right) {
        return line(
                "social", sentences.social(words.language(), right.value()), right, code -> code != SocialRight.NONE);
    }

    private <T> Line line(String name, String sentence, Right<T> right, Predicate<T> present) {
        Reading<Tone> tone = right.value().map(settled -> present.test(settled) ? Tone.YES : Tone.NO);
        return new Line(
                words.say("right.name." + name),
                sentence,
                tone.ifSettled().orElse(Tone.OPEN),
                "",
                right.basis().stream().map(Article::reference).collect(Collectors.joining(", ")));
    }
}
