package fr.sejour.api.attestation;

import fr.sejour.api.prefecture.PrefectureCode;
import java.time.YearMonth;

/**
 * How many days of a month people went without a proof of right that was theirs, at one préfecture.
 *
 * @param prefecture the responsible one when each day was noted
 * @param days each day of each person once
 * @param people how many people they are
 */
public record UncoveredMonth(PrefectureCode prefecture, YearMonth month, long days, long people) {}
