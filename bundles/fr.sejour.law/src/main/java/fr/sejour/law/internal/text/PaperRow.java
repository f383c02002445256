package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.Nature;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the papers' table: who is given which paper, with which rights, for how long and why.
 *
 * @param ways through the online service, outside it, or both
 * @param natures what the filing has to be
 * @param permits one of which is asked for; empty for any
 * @param when what has to hold, asked in this order
 * @param basis the articles that give the paper
 */
public record PaperRow(
        String name,
        InForce dates,
        Stage stage,
        Set<Way> ways,
        Set<Nature> natures,
        Set<PermitCode> permits,
        List<PaperFact> when,
        PaperKind kind,
        List<Article> basis,
        Outcome outcome)
        implements DatedRows.Row {

    public PaperRow {
        ways = Set.copyOf(ways);
        natures = Set.copyOf(natures);
        permits = Set.copyOf(permits);
        when = List.copyOf(when);
        basis = List.copyOf(basis);
    }

    /** Whether it speaks of this permit. */
    public boolean speaksOf(PermitCode permit) {
        return permits.isEmpty() || permits.contains(permit);
    }

    /** When in the life of a case a paper may be due. */
    public enum Stage {
        FILING,
        CONTINUING,
        DECISION,
        /** From the day on which the préfet seizes the commission du titre de séjour (R. 432-9). */
        COMMISSION,
        /** A judge's order. */
        ORDER
    }

    /** How the filing came. */
    public enum Way {
        ONLINE,
        ELSEWHERE
    }

    /** What a row comes to. */
    public sealed interface Outcome {}

    /** The texts do not settle whether the paper is due. */
    public record LeavesOpen(Reading.Undetermined<Object> question) implements Outcome {}

    /**
     * The paper is due.
     *
     * @param because the trace before the reasons of each right; {@link #NATURE} stands for what the filing is
     */
    public record Gives(
            Reasoned<StayRight> stay,
            Work work,
            Reasoned<TravelRight> travel,
            Reasoned<SocialRight> social,
            Lasts lasts,
            Renewed renewed,
            List<String> because)
            implements Outcome {

        /** The word of the file for what the filing is. */
        public static final String NATURE = "nature";

        public Gives {
            because = List.copyOf(because);
        }
    }

    /**
     * A right and why it is there, or is not.
     *
     * @param because empty while the texts leave it open
     */
    public record Reasoned<T>(Right<T> right, Optional<String> because) {}

    /** Where the work right stands. */
    public sealed interface Work {}

    /** In the row. */
    public record WorkHere(WorkRule rule) implements Work {}

    /** In the rows on work. */
    public record WorkUnder(WorkRow.Under under) implements Work {}

    /** How long the paper runs. */
    public sealed interface Lasts {}

    public record Months(int months) implements Lasts {}

    /** From the day after the document held ends, to the day of the same number (L. 433-3). */
    public record MonthsFromExpiry(int months) implements Lasts {}

    /** From the day of the filing, for good: it proves that day. */
    public record NoLastDay() implements Lasts {}

    public record UntilTheCard() implements Lasts {}

    public record AsOrdered() implements Lasts {}

    /** How far papers of the row follow one another. */
    public enum Renewed {
        NEVER,
        WHILE_UNDECIDED,
        UNTIL_THE_CARD
    }
}
