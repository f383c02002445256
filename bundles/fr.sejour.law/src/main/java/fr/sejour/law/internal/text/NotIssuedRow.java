package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.Reading;
import java.util.Set;

/**
 * A paper that the code gives on a filing and that no row of the table issues.
 *
 * @param permits one of which is asked for
 * @param open why none is issued
 */
public record NotIssuedRow(String name, InForce dates, Set<PermitCode> permits, Reading.Undetermined<Object> open)
        implements DatedRows.Row {

    public NotIssuedRow {
        permits = Set.copyOf(permits);
    }
}
