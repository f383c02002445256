package fr.sejour.api.operation;

import java.io.Reader;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Brings the register's entries in from CSV. */
@ProviderType
public interface RegisterImport {

    /**
     * Imports a CSV file in UTF-8 with the header {@code foreigner_number,family_name,given_names,birth_date,nationality,
     * permit,document_kind,permit_number,valid_from,valid_until,protection,letter_code}; the five of the permit stand together or
     * not at all, {@code protection} is empty, {@code refugie} or {@code protection_subsidiaire}. A known foreigner number is brought up to date. A
     * row that cannot be read is reported and the others go in; importing the same file again changes nothing.
     */
    Report read(Reader csv);

    /**
     * @param refused one sentence per bad row, naming the line and never the person; beyond a thousand, one more sentence that
     *     counts the others
     */
    record Report(int imported, List<String> refused) {
        public Report {
            refused = List.copyOf(refused);
        }
    }
}
