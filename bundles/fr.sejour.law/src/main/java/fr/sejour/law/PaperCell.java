package fr.sejour.law;

import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.Nature;

/**
 * One cell of the papers' table: what a row comes to for one situation.
 *
 * @param row the name of the row
 * @param facts a filing that meets it: the permit, its article, the way it came and what is held
 * @param nature what that filing is
 * @param paper the paper, or the question that stands in its place
 */
public record PaperCell(String row, FilingFacts facts, Nature nature, Reading<PaperGrant> paper) {}
