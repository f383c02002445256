package fr.sejour.core.internal.upkeep;

import java.util.stream.IntStream;

/**
 * How long ahead the platform acts, in days.
 *
 * @param renewBefore before the right it continues ends, a paper is issued
 * @param warnTeamBefore before a gap, its task is raised
 * @param warnChiefBefore before a gap, the chief is told
 * @param warnNationalBefore before a gap, the national services are told
 * @param decideBefore before silence refuses, the team is asked to decide
 */
public record Lead(int renewBefore, int warnTeamBefore, int warnChiefBefore, int warnNationalBefore, int decideBefore) {

    /** T-15, T-7, T-1; a paper a week ahead, well over the 24 hours it is owed. */
    public static final Lead USUAL = new Lead(7, 15, 7, 1, 30);

    /** @throws IllegalArgumentException when a paper would come too late, or the warnings do not come in order */
    public Lead {
        if (renewBefore < 2 || renewBefore > 60) {
            throw new IllegalArgumentException(ClockDeadlinePass.PID + ": renewBeforeDays is 2 to 60, not "
                    + renewBefore + ": a paper exists 24 hours ahead, and is not made months before it serves");
        }
        if (warnTeamBefore <= warnChiefBefore || warnChiefBefore <= warnNationalBefore || warnNationalBefore < 0) {
            throw new IllegalArgumentException(
                    "The warnings of a gap are three falling numbers of days, such as 15, 7, 1");
        }
        if (decideBefore < 1) {
            throw new IllegalArgumentException("decideBefore is 1 day or more");
        }
    }

    /** The usual lead, but for the day on which papers are issued. */
    static Lead issuing(int renewBefore) {
        return new Lead(
                renewBefore, USUAL.warnTeamBefore, USUAL.warnChiefBefore, USUAL.warnNationalBefore, USUAL.decideBefore);
    }

    /** The days before a gap on which somebody is warned. */
    IntStream gapWarnings() {
        return IntStream.of(warnTeamBefore, warnChiefBefore, warnNationalBefore);
    }
}
