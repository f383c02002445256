package fr.sejour.api.operation;

import java.io.Reader;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Takes the open cases of an earlier system over from CSV, each as a case of this platform with its true day of filing. */
@ProviderType
public interface StockImport {

    /** The columns of the file, in their order; the first line names them. */
    List<String> COLUMNS = List.of(
            "reference",
            "foreigner_number",
            "family_name",
            "given_names",
            "birth_date",
            "nationality",
            "email",
            "phone",
            "language",
            "permit",
            "article",
            "nature",
            "filed_on",
            "channel",
            "prefecture",
            "commune",
            "address",
            "entry_date",
            "work_authorisation",
            "employed",
            "held_permit",
            "held_kind",
            "held_number",
            "held_from",
            "held_until",
            "paper_kind",
            "paper_number",
            "paper_from",
            "paper_until",
            "state",
            "complete_on",
            "pieces",
            "answer_by",
            "decided_on",
            "valid_from",
            "valid_until",
            "card_number",
            "card_ready_on");

    /**
     * Reads a CSV file in UTF-8 (RFC 4180) with {@link #COLUMNS}, some rows to a transaction, and goes on after each bad row. A
     * reference of the earlier system is taken over once: the same row again changes nothing, so that a file that was not read to
     * its end is read again from its start; another row under a known reference is refused and changes nothing either.
     *
     * @param bad is told of each row that was refused, in the order of the file, and keeps none of them in memory
     * @param progress is told how far the file is, after each transaction
     * @throws fr.sejour.api.fault.CaseException {@code STORE_UNAVAILABLE} when the database went away; what was told as made stands
     */
    Report read(Reader csv, Consumer<BadRow> bad, Consumer<Report> progress);

    /**
     * A row that was refused, without a word of what it says.
     *
     * @param line where it begins, 1 for the first line
     * @param column the one that is wrong; empty when it is the row or the file as a whole
     * @param wrong what is wrong with it
     * @param toDo what to do about it
     */
    record BadRow(long line, String column, String wrong, String toDo) {}

    /**
     * @param read rows seen, the first line not counted
     * @param made cases opened by this run
     * @param there rows whose case was taken over before, in the same words
     * @param refused rows that were not taken over
     * @param silent of the cases made, those on which silence has refused already: an express decision is owed at once
     */
    record Report(long read, long made, long there, long refused, long silent) {}
}
